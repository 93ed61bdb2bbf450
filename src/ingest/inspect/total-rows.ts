import type { PreviewColumn } from "../../domain/data-draft.ts";
import { parseNumber, withoutUnit } from "../number-format.ts";
import type { RawTable } from "../raw-table.ts";
import { isKeyName } from "./column-words.ts";
import type { NumberLook } from "./number-looks.ts";
import { isTotalName } from "./total-names.ts";

/** Longer tables are of cells or of years, and have no totals. */
const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
/** Fewer rows agree with their sum by chance. */
const FEWEST_ROWS = 3;
/** Suppressed and rounded values are missing in a sum (Hamburg 2013: up to 4 %). */
const TOLERANCE = 0.05;
/** Beyond rounding a total that is named is said to differ. */
const EXACT = 0.001;
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

/**
 * Lines that name no area and are the sum of all areas, or of those between them and the next such line: „Bezirk Mitte“ above or below
 * its Planungsräume. What names an area is none of them, whatever it holds.
 */
export function sumsOfAreas(
  table: RawTable,
  columns: readonly PreviewColumn[],
  look: NumberLook,
  isArea: (row: number) => boolean,
): number[] {
  const { rowCount } = table;
  if (rowCount <= FEWEST_ROWS || rowCount > MOST_ROWS) return [];
  const others = Array.from({ length: rowCount }, (_, row) => row).filter((row) => !isArea(row));
  if (others.length === 0 || others.length > rowCount / 2) return [];
  const counts = countColumns(table, columns, look);
  const ofAreas = counts.map((column) => {
    const ofOthers = others.reduce((sum, row) => sum + (column.values[row] || 0), 0);
    return { ...column, before: Float64Array.of(0, (column.before[rowCount] as number) - ofOthers) };
  });
  return others.flatMap((row, k) => {
    const [last = -1, next = rowCount] = [others[k - 1], others[k + 1]];
    const isSum =
      agrees(ofAreas, row, 0, 1) ||
      // Of one row nothing is the sum.
      (next > row + 2 && agrees(counts, row, row + 1, next, EXACT)) ||
      (last + 2 < row && agrees(counts, row, last + 1, row, EXACT));
    return isSum ? [table.lineOf(row)] : [];
  });
}

/** A row that is called like a total. */
export interface NamedTotal {
  readonly row: number;
  readonly line: number;
  readonly name: string;
  /** What stands in the column of Sozialräume; "" where nothing does. */
  readonly raw: string;
  /** The column in which it differs most from the sum of the others, if it does in any. */
  readonly differs?: { readonly column: string; readonly total: number; readonly sum: number } | undefined;
}

/**
 * Rows that call themselves a total in a column of texts, and are no area of the city: with what the other rows of their time add up to.
 * Suppressed values are missing in such a sum, so that it need not agree.
 */
export function namedTotals(
  table: RawTable,
  columns: readonly PreviewColumn[],
  look: NumberLook,
  by: {
    readonly area: string;
    readonly period: string | undefined;
    readonly isArea: (raw: string) => boolean;
    readonly isNone: (row: number) => boolean;
  },
): NamedTotal[] {
  if (table.rowCount <= FEWEST_ROWS || table.rowCount > MOST_ROWS) return [];
  const textsOf = (name: string | undefined) => table.columns.find((column) => column.name === name)?.texts ?? [];
  const words = columns
    .filter(({ name, type }) => type === "text" || name === by.area)
    .map(({ name }) => textsOf(name));
  const [areas, times] = [textsOf(by.area), textsOf(by.period)];
  const counts = countColumns(table, columns, look).filter(({ name }) => name !== by.area && name !== by.period);
  const found: NamedTotal[] = [];
  const totals = new Map<number, string>();
  for (let row = 0; row < table.rowCount; row++) {
    const name = words.map((texts) => (texts[row] ?? "").trim()).find(isTotalName);
    if (name !== undefined && !by.isArea((areas[row] ?? "").trim())) totals.set(row, name);
  }
  // Where every other row is a total none is.
  if (totals.size > table.rowCount / 3) return [];
  for (const [row, name] of totals) {
    const parts = Array.from({ length: table.rowCount }, (_, r) => r).filter(
      (r) => !totals.has(r) && !by.isNone(r) && times[r] === times[row],
    );
    const differences = counts.flatMap(({ name: column, values }) => {
      const total = values[row] as number;
      if (!(total > 0)) return [];
      const sum = parts.reduce((all, r) => all + (values[r] || 0), 0);
      return Math.abs(sum - total) <= Math.max(0.5, total * EXACT) ? [] : [{ column, total, sum }];
    });
    differences.sort((a, b) => Math.abs(b.sum / b.total - 1) - Math.abs(a.sum / a.total - 1));
    found.push({ row, line: table.lineOf(row), name, raw: (areas[row] ?? "").trim(), differs: differences[0] });
  }
  return found;
}

interface Counts {
  readonly name: string;
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
      return own === undefined || Number.isNaN(own) ? parseNumber(withoutUnit(text), look) : own;
    });
    if (values.some((value) => !Number.isNaN(value) && !Number.isInteger(value))) continue;
    const before = new Float64Array(values.length + 1);
    for (let row = 0; row < values.length; row++) {
      before[row + 1] = (before[row] as number) + (values[row] || 0);
    }
    found.push({ name, values, before });
  }
  return found;
}

/** Whether a row is the sum of the rows from `from` up to `to` in most columns in which it has any count. */
function agrees(counts: readonly Counts[], total: number, from: number, to: number, tolerance = TOLERANCE): boolean {
  let compared = 0;
  let same = 0;
  for (const { values, before } of counts) {
    const value = values[total] as number;
    if (!(value > 0)) continue;
    compared++;
    const sum = (before[to] as number) - (before[from] as number);
    if (Math.abs(sum - value) <= value * tolerance) same++;
  }
  return compared > 0 && same >= compared * MOST_COLUMNS_AGREE;
}
