import { numberCells } from "../cell-numbers.ts";
import { IssueLog } from "../issue-log.ts";
import type { RawColumn } from "../raw-table.ts";
import type { OpenedTable } from "../read-resource.ts";
import type { Examined } from "./examined.ts";
import type { Findings } from "./findings.ts";

const SAYS_TOTAL = /^\W*(gesamt|insgesamt|summe|zusammen|alle|total|sum|city total|stadt gesamt)\b/i;
const SAYS_TOTAL_LAST = /\b(gesamt|insgesamt|total)\W*$/i;
/** Of the columns that can be added up. */
const MOST_FIT = 0.8;
const MOST_ROWS = 200_000;

/** A row that is called „Gesamt“ and is the sum of the others: counted along it would double everything. */
export function examineTotalRows({ tables }: Pick<Examined, "tables">, findings: Findings): void {
  for (const opened of tables) {
    const { resource, table } = opened;
    if (!table || table.rowCount < 3 || table.rowCount > MOST_ROWS || resource.role === "anlaufpunkte") continue;
    const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) =>
      table.columns.some(({ texts }) => isTotal(texts[row] ?? "")),
    );
    for (const row of rows) {
      const fits = fittingColumns(opened, row);
      if (!fits) continue;
      const line = table.lineOf(row);
      const name = table.columns.map(({ texts }) => texts[row] ?? "").find(isTotal) ?? "";
      findings.add({
        code: "row-total",
        severity: "warning",
        source: resource.path,
        row: line,
        context: { name, columns: fits },
        repair: { resource: resource.name, repair: { repair: "leave-out", lines: [line] } },
      });
    }
  }
}

function isTotal(text: string): boolean {
  return SAYS_TOTAL.test(text.trim()) || SAYS_TOTAL_LAST.test(text.trim());
}

/** How many columns have the sum of all other rows there; undefined when it is too few of them. */
function fittingColumns(
  { resource, table }: OpenedTable<never> | OpenedTable<OpenedRole>,
  row: number,
): number | undefined {
  if (!table) return undefined;
  const reading = { resource, table, log: new IssueLog(resource.path) };
  let compared = 0;
  let fits = 0;
  for (const column of table.columns) {
    const numbers = numbersOf(reading, column);
    const stated = numbers[row];
    if (stated === undefined || stated === 0) continue;
    const others = numbers.filter((value, other): value is number => other !== row && value !== undefined);
    if (others.length < 2 || others.length < (table.rowCount - 1) / 2) continue;
    compared++;
    const sum = others.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - stated) <= 1e-6 * Math.abs(stated) + 0.5 * Number(Number.isInteger(stated))) fits++;
  }
  return fits > 0 && fits >= MOST_FIT * compared ? fits : undefined;
}

type OpenedRole = Examined["tables"][number]["resource"]["role"];

function numbersOf(reading: Parameters<typeof numberCells>[0], column: RawColumn): (number | undefined)[] {
  const cells = numberCells(reading, column, { negative: true });
  return column.texts.map((_, row) => {
    const value = cells.quietly(row);
    return typeof value === "number" ? value : undefined;
  });
}
