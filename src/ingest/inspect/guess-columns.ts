import type { CodeMeaning, PreviewColumn } from "../../domain/data-draft.ts";
import { parseNumber, withoutUnit } from "../number-format.ts";
import type { RawTable } from "../raw-table.ts";
import { type NumberLook, PLAIN_NUMBER } from "./number-looks.ts";

/** So many rows tell what a column holds; a country has millions. */
const LOOKED_AT = 20_000;
/** More kinds of cells that are no number make it a column of texts. */
const MOST_CODES = 8;

/**
 * The offices' convention for cells without a number (Statistisches Bundesamt, „Zeichenerklärung“): a proposal, and the user is asked.
 * −1 and −9 are the census's: −1 beside counts is „geheim gehalten“ (Zensus 2011, Datensatzbeschreibung), −9 „nicht sinnvoll“.
 */
const CONVENTION: ReadonlyMap<string, Exclude<CodeMeaning, undefined>> = new Map([
  [".", "suppressed"],
  ["..", "suppressed"],
  ["•", "suppressed"],
  ["·", "suppressed"],
  ["*", "suppressed"],
  ["**", "suppressed"],
  ["geheim", "suppressed"],
  ["g", "suppressed"],
  ["/", "not-stated"],
  ["//", "not-stated"],
  ["…", "not-stated"],
  ["...", "not-stated"],
  ["", "not-stated"],
  ["k.a.", "not-stated"],
  ["k. a.", "not-stated"],
  ["k.a", "not-stated"],
  ["o.a.", "not-stated"],
  ["o. a.", "not-stated"],
  ["n.a.", "not-stated"],
  ["n/a", "not-stated"],
  ["na", "not-stated"],
  ["nan", "not-stated"],
  ["null", "not-stated"],
  ["#nv", "not-stated"],
  ["#n/a", "not-stated"],
  ["x", "not-applicable"],
  ["xx", "not-applicable"],
  ["-", "zero"],
  ["–", "zero"],
  ["—", "zero"],
  ["-1", "suppressed"],
  ["-9", "not-applicable"],
]);

/** Small counts that are withheld: „<5“, „unter 3“, „weniger als 10“. */
const FEWER_THAN = /^(<|≤|<=|unter|weniger als|fewer than|less than)\s?\d{1,2}$/;

/** What the offices' convention says of a code; undefined when it says nothing. */
function conventionOf(code: string): Exclude<CodeMeaning, undefined> | undefined {
  const plain = code
    .trim()
    .toLowerCase()
    .replace(/^\u2212/, "-");
  if (FEWER_THAN.test(plain)) return "suppressed";
  return CONVENTION.get(plain) ?? CONVENTION.get(plain.replace(/[.,]0+$/, ""));
}

/** What the columns of a table hold, one look at numbers for all of them. */
export function guessColumns(table: RawTable, look: NumberLook): PreviewColumn[] {
  const rows = Math.min(table.rowCount, LOOKED_AT);
  return table.columns.map(({ name, texts, numbers }) => {
    const others = new Map<string, number>();
    let counted = 0;
    let keys = 0;
    let dates = 0;
    let empty = 0;
    let smallest = Number.POSITIVE_INFINITY;
    let largest = Number.NEGATIVE_INFINITY;
    const negatives = new Map<string, number>();
    for (let row = 0; row < rows; row++) {
      const text = (texts[row] ?? "").trim();
      const own = numbers?.[row];
      if (text === "" && (own === undefined || Number.isNaN(own))) {
        empty++;
        continue;
      }
      if (/^0\d+$/.test(text)) keys++;
      if (isDate(text)) dates++;
      const value = own === undefined || Number.isNaN(own) ? numberIn(text, look) : own;
      if (Number.isNaN(value)) {
        if (others.size <= 1000) others.set(text, (others.get(text) ?? 0) + 1);
        continue;
      }
      counted++;
      if (value === -1 || value === -9) negatives.set(text, (negatives.get(text) ?? 0) + 1);
      else {
        smallest = Math.min(smallest, value);
        largest = Math.max(largest, value);
      }
    }
    const filled = rows - empty;
    const isNumber =
      counted > 0 && keys === 0 && others.size <= MOST_CODES && counted + codesIn(others) >= filled * 0.95;
    const type =
      filled === 0
        ? "empty"
        : dates >= filled * 0.9
          ? "date"
          : isNumber
            ? "number"
            : keys > 0 && counted + keys >= filled * 0.9
              ? "key"
              : "text";
    // −1 and −9 are codes where nothing else lies below zero.
    const codes = type === "number" ? [...others, ...(smallest >= 0 ? negatives : [])] : [];
    if (type === "number" && empty > 0) codes.push(["", empty]);
    return {
      name,
      type,
      codes: codes.sort((a, b) => b[1] - a[1]).map(([code, count]) => ({ code, count, meaning: conventionOf(code) })),
      smallest: type === "number" && counted > 0 && smallest <= largest ? smallest : undefined,
      largest: type === "number" && counted > 0 && smallest <= largest ? largest : undefined,
    };
  });
}

function codesIn(others: ReadonlyMap<string, number>): number {
  let count = 0;
  for (const [text, times] of others) if (conventionOf(text) !== undefined) count += times;
  return count;
}

function numberIn(text: string, look: NumberLook): number {
  return PLAIN_NUMBER.test(text) ? parseNumber(withoutUnit(text), look) : Number.NaN;
}

function isDate(text: string): boolean {
  return /^(\d{1,2}\.\d{1,2}\.\d{2,4}|\d{4}-\d{2}-\d{2}([T ].*)?|\d{1,2}\/\d{1,2}\/\d{4})$/.test(text);
}
