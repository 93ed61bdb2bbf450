import Papa from "papaparse";
import { IssueLog } from "../issue-log.ts";
import type { RawTable, TableOptions } from "../raw-table.ts";
import { decodeText } from "./decode-text.ts";

const DELIMITERS = [";", ",", "\t", "|"];

/** A table in text: delimiter declared or guessed, quotes, any line ends, blank lines skipped, short rows filled up. */
export function readCsv(bytes: Uint8Array, options: TableOptions): RawTable {
  const log = new IssueLog(options.source);
  const { text, encoding, guessed } = decodeText(bytes, options.encoding);
  if (guessed) {
    log.add("encoding-guessed", { context: { encoding, declared: options.encoding ?? "" } });
  }
  const rows = parseRows(text, options, log);
  const headerless = options.columnNames !== undefined;
  const names = (options.columnNames ?? rows[0] ?? []).map((name) => name.trim());
  // The header of an export often ends in a delimiter: a last column without a name and without values is none.
  const width = names.length;
  const texts: string[][] = names.map(() => []);
  const lines: number[] = [];
  let regular = true;
  let rejected = 0;
  for (let r = headerless ? 0 : 1; r < rows.length; r++) {
    const row = rows[r] as string[];
    if (row.length === 1 && (row[0] as string).trim() === "" && width > 1) {
      regular = false;
      continue;
    }
    if (row.length === 1 && row[0] === "" && r === rows.length - 1) continue;
    if (row.length !== width && !fits(row, width, r + 1, log)) {
      rejected++;
      regular = false;
      continue;
    }
    for (let c = 0; c < width; c++) (texts[c] as string[]).push(row[c] ?? "");
    lines.push(r + 1);
  }
  const first = headerless ? 1 : 2;
  return {
    columns: names
      .map((name, c) => ({ name, texts: texts[c] as string[] }))
      .filter((column) => column.name !== "" || column.texts.some((cell) => cell !== "")),
    rowCount: lines.length,
    lineOf: regular ? (row) => row + first : (row) => lines[row] ?? row + first,
    rejected,
    encoding,
    issues: log.list(),
  };
}

function parseRows(text: string, options: TableOptions, log: IssueLog): string[][] {
  const candidates = DELIMITERS.filter((delimiter) => delimiter !== options.decimalChar);
  const result = Papa.parse<string[]>(text, {
    delimiter: options.delimiter ?? guessDelimiter(text, candidates, options.quoteChar ?? '"'),
    quoteChar: options.quoteChar ?? '"',
    escapeChar: options.escapeChar ?? options.quoteChar ?? '"',
    header: false,
    dynamicTyping: false,
    skipEmptyLines: false,
  });
  for (const error of result.errors) {
    if (error.type !== "Quotes") continue;
    log.add("row-malformed", { row: (error.row ?? 0) + 1, context: { reason: "quotes" } });
  }
  return result.data;
}

/** The candidate that stands most often in the header, outside of quotes; of equals the first (`;` before `,`). */
function guessDelimiter(text: string, candidates: readonly string[], quote: string): string {
  const counts = new Map(candidates.map((candidate) => [candidate, 0]));
  let quoted = false;
  for (const character of text.slice(0, 100_000)) {
    if (character === quote) quoted = !quoted;
    else if (quoted) continue;
    else if (character === "\n" || character === "\r") {
      if ([...counts.values()].some((count) => count > 0)) break;
    } else {
      const count = counts.get(character);
      if (count !== undefined) counts.set(character, count + 1);
    }
  }
  return candidates.reduce((best, candidate) =>
    (counts.get(candidate) ?? 0) > (counts.get(best) ?? 0) ? candidate : best,
  );
}

/** Too few cells are empty cells (said); too many are cells nobody can place, unless they are empty. */
function fits(row: readonly string[], width: number, line: number, log: IssueLog): boolean {
  const context = { cells: row.length, columns: width };
  if (row.length < width) {
    log.add("row-malformed", { row: line, severity: "warning", context });
    return true;
  }
  if (row.slice(width).every((cell) => cell === "")) return true;
  log.add("row-malformed", { row: line, context });
  return false;
}
