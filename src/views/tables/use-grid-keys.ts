import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";

interface GridKeys {
  /** The cell that Tab leads to. */
  readonly active: { readonly row: number; readonly column: number };
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly activate: (row: number, column: number) => void;
  /** Brings a row before the eyes, with the focus in its first cell. */
  readonly goTo: (row: number) => void;
}

const PAGE = 10;

/**
 * Walking through a table by keyboard after the ARIA pattern „grid“: one tab stop, arrows from cell to cell. Rows that are not drawn
 * are scrolled to first and get the focus once they are there.
 */
export function useGridKeys(
  body: RefObject<HTMLElement | null>,
  rows: number,
  columns: number,
  scrollTo: (row: number) => void,
): GridKeys {
  const [chosen, setChosen] = useState({ row: 0, column: 0 });
  // The cell itself: a drawing on the way there, by the scrolling, must not give the focus to the cell that is being left.
  const wanted = useRef<{ readonly row: number; readonly column: number }>(undefined);
  const active = { row: Math.min(chosen.row, Math.max(0, rows - 1)), column: Math.min(chosen.column, columns - 1) };

  // After every drawing, because the wanted row may come only with the one after the scrolling.
  useEffect(() => {
    if (!wanted.current) return;
    const { row, column } = wanted.current;
    const cell = body.current?.querySelector<HTMLElement>(`[data-cell="${clamp(row, rows)}:${column}"]`);
    if (!cell) return;
    wanted.current = undefined;
    (cell.querySelector<HTMLElement>("button") ?? cell).focus({ preventScroll: false });
  });

  const move = (row: number, column: number) => {
    const next = { row: clamp(row, rows), column: clamp(column, columns) };
    wanted.current = next;
    scrollTo(next.row);
    setChosen(next);
  };

  return {
    active,
    goTo: (row) => move(row, 0),
    activate: (row, column) => {
      if (row !== active.row || column !== active.column) setChosen({ row, column });
    },
    onKeyDown: (event) => {
      const { row, column } = active;
      const to: Record<string, readonly [number, number]> = {
        ArrowDown: [row + 1, column],
        ArrowUp: [row - 1, column],
        ArrowRight: [row, column + 1],
        ArrowLeft: [row, column - 1],
        PageDown: [row + PAGE, column],
        PageUp: [row - PAGE, column],
        Home: event.ctrlKey ? [0, 0] : [row, 0],
        End: event.ctrlKey ? [rows - 1, columns - 1] : [row, columns - 1],
      };
      const target = to[event.key];
      if (!target || event.altKey || event.metaKey) return;
      event.preventDefault();
      move(...target);
    },
  };
}

const clamp = (index: number, length: number) => Math.max(0, Math.min(length - 1, index));
