import type { MissingReason } from "../domain/measured.ts";
import { type NumberFormat, PLAIN_NUMBERS, parseNumber, withoutUnit } from "./number-format.ts";
import { type RawColumn, ROWS_PER_WORD } from "./raw-table.ts";
import type { ResourceReading } from "./resource-reading.ts";

/** What stands in tables of German offices instead of a number. Met undeclared, it is asked of the user and never taken for 0. */
const USUAL_CODES = new Set(
  [
    "",
    ".",
    "..",
    "...",
    "…",
    "*",
    "**",
    "/",
    "//",
    "-",
    "–",
    "—",
    "x",
    "xx",
    "•",
    "·",
    "()",
    "( )",
    "?",
    "#",
    "#nv",
    "#n/a",
  ].concat([
    "k.a.",
    "k. a.",
    "k.a",
    "ka",
    "n.a.",
    "n. a.",
    "n/a",
    "na",
    "nan",
    "null",
    "none",
    "k.w.",
    "g",
    "geheim",
    "keine angabe",
  ]),
);

export type CellNumber = number | MissingReason | "rejected";

export interface NumberCells {
  /** The number of a row, or the reason why there is none; `rejected` with an issue when the cell is neither. */
  at(row: number): CellNumber;
  /** The number, the reason as declared, or undefined when the cell is neither: for columns that may hold text. */
  quietly(row: number): number | MissingReason | undefined;
}

/**
 * Reads the numbers of a column as the package declares them: decimal and group characters of the field or the whole resource, codes
 * for missing values and for exactly nothing.
 */
export function numberCells(
  reading: ResourceReading,
  column: RawColumn,
  options: {
    /** An empty cell needs no declaration: the column is optional, the source just did not say. */
    readonly emptyIsFine?: boolean;
    readonly negative?: boolean;
  } = {},
): NumberCells {
  const { log, table, onRow } = reading;
  const format = numberFormat(reading, column.name);
  const codes = missingCodes(reading, column.name);
  const zeros = new Set(reading.resource.keys.zero ?? []);
  const known = (row: number): number | MissingReason | undefined => {
    const own = column.numbers?.[row];
    const isOwn = own !== undefined && !Number.isNaN(own);
    if (isOwn && codes.size === 0) return own;
    const text = (column.texts[row] ?? "").trim();
    // A code may be a number of the format itself: the census writes −1.
    const code = isOwn && text === "" ? undefined : codes.get(text);
    if (code !== undefined) return code;
    if (isOwn) return own;
    if (zeros.has(text)) return 0;
    const value = parseNumber(withoutUnit(text), format);
    return Number.isNaN(value) ? undefined : value;
  };
  return {
    quietly: known,
    at(row) {
      if (row % ROWS_PER_WORD === 0) onRow?.(row);
      const value = known(row);
      if (typeof value === "number") {
        if (value >= 0 || options.negative === true) return value;
        // Often a code (the census writes −1 and −9): told once per value, so that it can be declared.
        log.addForValue("value-negative", String(value), { row: table.lineOf(row), column: column.name });
        return "rejected";
      }
      if (value !== undefined) return value;
      const text = (column.texts[row] ?? "").trim();
      if (text === "" && options.emptyIsFine === true) return "not-stated";
      if (USUAL_CODES.has(text.toLowerCase())) {
        log.addForValue("value-code-undeclared", text, { row: table.lineOf(row), column: column.name });
        return "not-stated";
      }
      const context = { value: text, decimalChar: format.decimalChar, groupChar: format.groupChar };
      log.add("value-not-a-number", { row: table.lineOf(row), column: column.name, context });
      return "rejected";
    },
  };
}

/** A number that is no matter of counting (capacity, target …): NaN-free, undefined when not said or not readable. */
export function optionalNumber(
  reading: ResourceReading,
  column: RawColumn | undefined,
  options: { readonly negative?: boolean } = {},
): (row: number) => number | undefined {
  if (!column) return () => undefined;
  const cells = numberCells(reading, column, { ...options, emptyIsFine: true });
  return (row) => {
    const value = cells.at(row);
    return typeof value === "number" ? value : undefined;
  };
}

function numberFormat({ resource }: ResourceReading, name: string): NumberFormat {
  const field = resource.schema?.fields?.find((candidate) => candidate.name === name);
  return {
    decimalChar: field?.decimalChar ?? resource.keys.decimalChar ?? PLAIN_NUMBERS.decimalChar,
    groupChar: field?.groupChar ?? resource.keys.groupChar ?? PLAIN_NUMBERS.groupChar,
  };
}

/** `missing` of the resource; beside it what Table Schema calls missing, which does not say why: not stated. */
function missingCodes({ resource }: ResourceReading, name: string): Map<string, MissingReason> {
  const field = resource.schema?.fields?.find((candidate) => candidate.name === name);
  const codes = new Map<string, MissingReason>();
  for (const entry of field?.missingValues ?? resource.schema?.missingValues ?? []) {
    codes.set((typeof entry === "string" ? entry : entry.value).trim(), "not-stated");
  }
  for (const [code, reason] of Object.entries(resource.keys.missing ?? {})) codes.set(code.trim(), reason);
  return codes;
}
