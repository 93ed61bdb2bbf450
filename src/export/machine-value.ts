import type { SavedCell, SavedColumn } from "../domain/saved-table.ts";
import { writtenNumber } from "./written-number.ts";

/** What a format for programs holds of a cell: null where it is missing, a code instead of words where there is one. */
export function machineValue(cell: SavedCell | undefined, { digits }: SavedColumn): string | number | null {
  if (cell === undefined || "missing" in cell) return null;
  return "text" in cell ? (cell.code ?? cell.text) : writtenNumber(cell.number, digits);
}
