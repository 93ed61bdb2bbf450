import { Table2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button, Tooltip, TooltipTrigger } from "react-aria-components";
import { changeView } from "../../commands/change-view.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { useApp, useAppState, useLanguage } from "../app-context.tsx";
import styles from "./table-button.module.css";
import { useWorkbenchKeys } from "./use-workbench-keys.ts";

/** The rows are drawn some frames after the table: the first cell takes the focus when it is there. */
function focusTable(): () => void {
  let frame = 0;
  const look = () => {
    const cell = document.querySelector<HTMLElement>(
      "#table [data-cell] [tabindex='0'], #table [data-cell][tabindex='0']",
    );
    if (cell) cell.focus();
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}

/** Pulls up the table that says what the map shows, and puts it away again; the focus goes with it. */
export function TableButton() {
  const app = useApp();
  const texts = shellTexts[useLanguage()];
  const isOpen = useAppState((state) => state.view.table);
  const button = useRef<HTMLButtonElement>(null);
  const wantsFocus = useRef(false);
  const toggle = () => {
    wantsFocus.current = true;
    changeView(app, { table: !app.store.getState().view.table });
  };
  useWorkbenchKeys(toggle);

  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return undefined;
    wasOpen.current = isOpen;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const isWanted = wantsFocus.current;
    wantsFocus.current = false;
    if (!isOpen && (isLost || isWanted)) button.current?.focus();
    return isOpen && isWanted ? focusTable() : undefined;
  }, [isOpen]);

  return (
    <TooltipTrigger delay={500}>
      <Button
        ref={button}
        className={styles.button ?? ""}
        aria-expanded={isOpen}
        aria-controls={isOpen ? "table" : undefined}
        aria-keyshortcuts="T"
        onPress={toggle}
      >
        <Table2 size={15} aria-hidden />
        {texts.table}
      </Button>
      <Tooltip className={styles.tooltip ?? ""} offset={6} placement="top">
        {isOpen ? texts.closeTableKey : texts.openTableKey}
      </Tooltip>
    </TooltipTrigger>
  );
}
