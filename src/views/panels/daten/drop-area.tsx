import { FolderOpen } from "lucide-react";
import { type ChangeEvent, useRef, useState } from "react";
import { openChosen, openDropped } from "../../../commands/open-package.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./drop-area.module.css";

/** Where a folder or a zip is dropped or chosen. */
export function DropArea() {
  const app = useApp();
  const texts = datenTexts[useLanguage()];
  const [isOver, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    if (files.length > 0) openChosen(app, files);
  };
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
          <Button onPress={() => folder.current?.click()}>{texts.chooseFolder}</Button>
          <Button onPress={() => zip.current?.click()}>{texts.chooseZip}</Button>
        </div>
        <input
          ref={folder}
          type="file"
          hidden
          aria-label={texts.chooseFolder}
          onChange={choose}
          {...{ webkitdirectory: "" }}
        />
        <input
          ref={zip}
          type="file"
          hidden
          accept=".zip,application/zip"
          aria-label={texts.chooseZip}
          onChange={choose}
        />
      </div>
      <p className={styles.private}>{texts.private}</p>
    </section>
  );
}
