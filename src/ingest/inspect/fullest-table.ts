import type { FirstLines, TableInFile } from "../raw-table.ts";
import { PLAIN_NUMBER } from "./number-looks.ts";

/** So many sheets are looked at. */
const MOST_SHEETS = 60;

/** Hidden sheets hold what somebody needed for the others; of the others the one with the most rows of numbers is no cover and no legend. */
export async function fullestTable(
  tables: readonly TableInFile[],
  firstLinesOf: (table: string) => FirstLines | Promise<FirstLines> | undefined,
): Promise<TableInFile | undefined> {
  const looked = await Promise.all(
    tables.slice(0, MOST_SHEETS).map(async (table) => {
      const lines = tables.length > 1 ? (await firstLinesOf(table.name))?.lines : undefined;
      const counted = lines?.filter((line) => line.length > 1 && line.some((cell) => PLAIN_NUMBER.test(cell.trim())));
      const share = lines === undefined ? 1 : (counted?.length ?? 0) / Math.max(1, lines.length);
      return { table, rows: share * (table.rows ?? 0) };
    }),
  );
  return looked.sort(
    (a, b) =>
      Number(a.table.isHidden ?? false) - Number(b.table.isHidden ?? false) ||
      b.rows - a.rows ||
      (b.table.rows ?? 0) - (a.table.rows ?? 0),
  )[0]?.table;
}
