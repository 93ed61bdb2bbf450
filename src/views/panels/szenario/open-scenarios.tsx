import { FileUp } from "lucide-react";
import { useRef } from "react";
import { openChosen } from "../../../commands/open-package.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { IconButton } from "../../controls/button.tsx";

/** Chooses a file with what-ifs; dropped anywhere on the window it does the same. */
export function OpenScenarios() {
  const app = useApp();
  const texts = scenarioTexts[useLanguage()];
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={texts.openFile} onPress={() => file.current?.click()}>
        <FileUp size={18} aria-hidden />
      </IconButton>
      <input
        ref={file}
        type="file"
        hidden
        accept=".csv,text/csv"
        aria-label={texts.openFile}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) openChosen(app, files);
        }}
      />
    </>
  );
}
