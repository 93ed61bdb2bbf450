import { useEffect } from "react";
import { beginAdding } from "../../../commands/add-data.ts";
import { nameServer } from "../../../commands/name-server.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";

const TYPING = "input, textarea, select, [contenteditable]";
const ADDRESS = /^https?:\/\/[^\s/]+\S*$/i;

/** Cells that were copied in Excel, files, or the address of a service are pasted anywhere but into a field. */
export function PasteAnywhere() {
  const app = useApp();
  const { pasted } = addingTexts[useLanguage()];
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.defaultPrevented || !event.clipboardData || target.closest(TYPING)) return;
      const files = [...event.clipboardData.files].map((file) => [file.name, file] as const);
      const text = event.clipboardData.getData("text/plain");
      if (files.length === 0 && ADDRESS.test(text.trim())) {
        event.preventDefault();
        nameServer(app, text.trim());
        return;
      }
      // A word or a sentence is no table.
      const isTable = /[\t;,]/.test(text) && text.trim().includes("\n");
      if (files.length === 0 && !isTable) return;
      event.preventDefault();
      const ending = text.includes("\t") ? "tsv" : "csv";
      const table = new File([text], `${pasted}.${ending}`, { type: "text/plain" });
      void beginAdding(app, { files: isTable ? [[table.name, table]] : files });
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [app, pasted]);
  return null;
}
