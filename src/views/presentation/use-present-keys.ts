import { useEffect } from "react";
import { enterPresent, leavePresent, type SlideStep, stepKeptViews } from "../../commands/present.ts";
import { useApp, useAppState } from "../app-context.tsx";

/** Remotes send the page keys. */
const STEPS: Readonly<Record<string, SlideStep>> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  PageUp: "previous",
  Home: "first",
  End: "last",
};

const TYPING = "input, textarea, select, [contenteditable]";
/** Things that do something of their own with the space bar, or with the arrows. */
const PRESSED = "button, a, summary, [role=button]";
const OVERLAY = "[role=dialog], [role=menu], [role=listbox]";

/** F opens the full screen, Escape leaves it, and inside the arrow and page keys go through the kept views. */
export function usePresentKeys(): void {
  const app = useApp();
  const present = useAppState((state) => state.view.present);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(TYPING) || document.querySelector(OVERLAY)) return;
      if (event.key === "f" || event.key === "F") {
        event.preventDefault();
        if (present) leavePresent(app);
        else enterPresent(app);
        return;
      }
      if (!present) return;
      if (event.key === "Escape") {
        event.preventDefault();
        leavePresent(app);
        return;
      }
      const step = STEPS[event.key];
      if (!step || (event.key === " " && target.closest(PRESSED))) return;
      // Without kept views the arrows stay with the map and the page.
      if (stepKeptViews(app, step)) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    // Before the map, which would take the arrows for itself.
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [app, present]);
}
