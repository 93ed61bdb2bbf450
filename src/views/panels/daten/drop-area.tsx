import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { openAdding } from "../../../commands/add-data.ts";
import { openChosen, openDropped } from "../../../commands/open-files.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ChooseFile } from "../../controls/choose-file.tsx";
import styles from "./drop-area.module.css";

/** Where a folder or a zip is dropped or chosen. */
export function DropArea() {
  const app = useApp();
  const language = useLanguage();
  const texts = datenTexts[language];
  const [isOver, setOver] = useState(false);
  return (
    <section aria-labelledby="drop-title">
      <h2 id="drop-title">{texts.dropTitle}</h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the buttons inside do the same for the keyboard. */}
      <div
        className={styles.area}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          openDropped(app, event.dataTransfer);
        }}
      >
        <FolderOpen size={28} strokeWidth={1.5} aria-hidden />
        <p>{isOver ? texts.dropActive : texts.drop}</p>
        <div className={styles.buttons}>
          <ChooseFile label={texts.chooseFolder} onChoose={(files) => openChosen(app, files)}>
            {(open) => <Button onPress={open}>{texts.chooseFolder}</Button>}
          </ChooseFile>
          <Button look="primary" onPress={() => openAdding(app)}>
            {addingTexts[language].button}
          </Button>
        </div>
      </div>
      <p className={styles.private}>{texts.private}</p>
    </section>
  );
}
