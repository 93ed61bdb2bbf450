import { FilePlus2 } from "lucide-react";
import { openChosen } from "../../../commands/open-files.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ChooseFile } from "../../controls/choose-file.tsx";
import { AddressField } from "./address-field.tsx";
import styles from "./start-part.module.css";

/** How data get in: dropped, pasted, chosen, or by their address. */
export function StartPart() {
  const app = useApp();
  const texts = addingTexts[useLanguage()];
  return (
    <>
      <div className={styles.files}>
        <FilePlus2 size={28} strokeWidth={1.5} aria-hidden />
        <p>{texts.startFiles}</p>
        <ChooseFile label={texts.chooseFile} accept="" onChoose={(files) => openChosen(app, files)}>
          {(open) => (
            <Button look="primary" onPress={open}>
              {texts.startChoose}
            </Button>
          )}
        </ChooseFile>
      </div>
      <AddressField />
    </>
  );
}

/** What can be brought, before there is anything to be seen. */
export function StartHelp() {
  const texts = addingTexts[useLanguage()];
  return (
    <div className={styles.help}>
      <h2>{texts.startKinds}</h2>
      <dl>
        {texts.startReads.map(([what, how]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
