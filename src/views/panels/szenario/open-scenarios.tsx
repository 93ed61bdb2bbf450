import { FileUp } from "lucide-react";
import { openChosen } from "../../../commands/open-files.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { IconButton } from "../../controls/button.tsx";
import { ChooseFile } from "../../controls/choose-file.tsx";

/** Chooses a file with what-ifs; dropped anywhere on the window it does the same. */
export function OpenScenarios() {
  const app = useApp();
  const { openFile } = scenarioTexts[useLanguage()];
  return (
    <ChooseFile label={openFile} accept=".csv,text/csv" onChoose={(files) => openChosen(app, files)}>
      {(open) => (
        <IconButton label={openFile} onPress={open}>
          <FileUp size={18} aria-hidden />
        </IconButton>
      )}
    </ChooseFile>
  );
}
