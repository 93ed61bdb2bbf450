import type { PreviewColumn } from "../../domain/data-draft.ts";
import { parseNumber } from "../number-format.ts";
import type { RawTable } from "../raw-table.ts";
import { isKeyName } from "./column-words.ts";
import type { NumberLook } from "./number-looks.ts";

/** Longer tables are of cells or of years, and have no totals. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
/** Fewer rows agree with their sum by chance. */
const FEWEST_ROWS = 3;
/** Suppressed and rounded values are missing in a sum (Hamburg 2013: up to 4 %). */
const TOLERANCE = 0.05;
/** Densities, means and moves from one quarter to the next are whole numbers, too, and sum up to nothing. */
const MOST_COLUMNS_AGREE = 0.7;

/**
 * Lines that sum up others: the first or the last line when it is the sum of the others in most columns of counts; and before
 * the last one those of a level between, which sum up to the same. They would count everybody twice, and are proposed to be left out.
 */
export function totalLines(table: RawTable, columns: readonly PreviewColumn[], look: NumberLook): number[] {
  const { rowCount } = table;
  if (rowCount <= FEWEST_ROWS || rowCount > MOST_ROWS) return [];
  const counts = countColumns(table, columns, look);
  const last = rowCount - 1;
  const isSum = (total: number, from: number, to: number) => agrees(counts, total, from, to);
  if (isSum(0, 1, rowCount)) return [table.lineOf(0)];
  for (let end = last; end >= FEWEST_ROWS; end--) {
    if (!isSum(last, 0, end)) continue;
    if (end < last && !isSum(last, end, last)) break;
    return Array.from({ length: rowCount - end }, (_, i) => table.lineOf(end + i));
  }
  return [];
}

interface Counts {
  readonly values: Float64Array;
  /** Sums of the rows before each one. */
  readonly before: Float64Array;
}

function countColumns(table: RawTable, columns: readonly PreviewColumn[], look: NumberLook): Counts[] {
  const found: Counts[] = [];
  for (const [c, { name, type, smallest }] of columns.entries()) {
    if (type !== "number" || isKeyName(name) || (smallest ?? 0) < 0 || found.length >= MOST_COLUMNS) continue;
    const { texts = [], numbers } = table.columns[c] ?? {};
    const values = Float64Array.from(texts, (text, row) => {
      const own = numbers?.[row];
      return own === undefined || Number.isNaN(own) ? parseNumber(text, look) : own;
    });
    if (values.some((value) => !Number.isNaN(value) && !Number.isInteger(value))) continue;
    const before = new Float64Array(values.length + 1);
    for (let row = 0; row < values.length; row++) {
      before[row + 1] = (before[row] as number) + (values[row] || 0);
    }
    found.push({ values, before });
  }
  return found;
}

/** Whether a row is the sum of the rows from `from` up to `to` in most columns in which it has any count. */
function agrees(counts: readonly Counts[], total: number, from: number, to: number): boolean {
  let compared = 0;
  let same = 0;
  for (const { values, before } of counts) {
    const value = values[total] as number;
    if (!(value > 0)) continue;
    compared++;
    const sum = (before[to] as number) - (before[from] as number);
    if (Math.abs(sum - value) <= value * TOLERANCE) same++;
  }
  return compared > 0 && same >= compared * MOST_COLUMNS_AGREE;
}
