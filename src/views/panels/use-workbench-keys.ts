import { useEffect, useEffectEvent } from "react";
import { changeView } from "../../commands/change-view.ts";
import { clearFilter } from "../../commands/clear-filter.ts";
import { clearSozialraum } from "../../commands/show-on-map.ts";
import { redoStep, undoStep } from "../../commands/undo.ts";
import { isFiltered } from "../../state/selectors/active-offers.ts";
import { useApp } from "../app-context.tsx";

const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const OVERLAY = "[role=dialog], [role=menu], [role=listbox]";

/** T opens and closes the table, X clears the filter, Ctrl with Z and Y takes steps back and does them again; Escape closes the table from within, and elsewhere leaves the Steckbrief. */
export function useWorkbenchKeys(toggleTable: () => void): void {
  const app = useApp();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest(TYPING) || document.querySelector(OVERLAY)) return;
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if (key === "z" && !event.shiftKey) undoStep(app);
      else if (key === "y" || key === "z") redoStep(app);
      else return;
      event.preventDefault();
      return;
    }
    const { view } = app.store.getState();
    if (view.view !== "versorgung" && view.view !== "vergleich") return;
    if (event.key === "t" || event.key === "T") toggleTable();
    else if ((event.key === "x" || event.key === "X") && isFiltered(view)) clearFilter(app);
    else if (event.key !== "Escape") return;
    else if (view.table && target.closest("#table")) changeView(app, { table: false });
    else if (view.view === "versorgung" && view.sozialraum !== undefined) clearSozialraum(app);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
}
