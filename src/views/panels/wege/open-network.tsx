import { openChosen } from "../../../commands/open-files.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ChooseFile } from "../../controls/choose-file.tsx";

/** Chooses an extract of OpenStreetMap as walking network; dropped anywhere on the window it does the same. */
export function OpenNetwork({ label }: { readonly label?: string }) {
  const app = useApp();
  const texts = distanceTexts[useLanguage()];
  const name = label ?? texts.openNetwork;
  return (
    <ChooseFile label={name} accept=".pbf" onChoose={(files) => openChosen(app, files)}>
      {(open) => (
        <Button look="link" onPress={open}>
          {name}
        </Button>
      )}
    </ChooseFile>
  );
}
