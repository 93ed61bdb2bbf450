import { useEffect, useState } from "react";
import { openDropped } from "../../commands/open-files.ts";
import { datenTexts } from "../../i18n/daten-texts.ts";
import { useApp, useLanguage } from "../app-context.tsx";
import styles from "./drop-anywhere.module.css";

/** Data can be dropped on any view; without this the browser would leave the app for the file. */
export function DropAnywhere() {
  const app = useApp();
  const texts = datenTexts[useLanguage()];
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      // The drop area of the view „Daten“ has taken it already.
      if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      openDropped(app, event.dataTransfer);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [app]);
  return isOver ? (
    <div className={styles.veil} role="status">
      <p>{texts.dropActive}</p>
    </div>
  ) : null;
}
