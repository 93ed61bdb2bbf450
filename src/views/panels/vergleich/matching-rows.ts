import type { IndicatorRow } from "../../../state/selectors/indicator-rows.ts";

/** More would not be read. */
const MOST = 40;

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Rows whose name or id holds the text, those that begin with it first; without those that were taken already. */
export function matchingRows(rows: readonly IndicatorRow[], text: string, taken: readonly string[]): IndicatorRow[] {
  const wanted = folded(text.trim());
  const found = rows.flatMap((row) => {
    if (taken.includes(row.id)) return [];
    const name = folded(row.name);
    if (name.startsWith(wanted)) return [{ row, rank: 0 }];
    return name.includes(wanted) || row.id.toLowerCase().startsWith(wanted) ? [{ row, rank: 1 }] : [];
  });
  return found
    .sort((a, b) => a.rank - b.rank || a.row.name.localeCompare(b.row.name, "de"))
    .slice(0, MOST)
    .map(({ row }) => row);
}
