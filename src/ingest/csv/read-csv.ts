import Papa from "papaparse";
import { IssueLog } from "../issue-log.ts";
import { type RawTable, ROWS_PER_WORD, type TableOptions } from "../raw-table.ts";
import { unreadTable } from "../unreadable-file.ts";
import { ColumnCollector } from "./column-collector.ts";
import { decodeText } from "./decode-text.ts";
import { guessDelimiter } from "./guess-delimiter.ts";
import { KnownTexts } from "./known-texts.ts";
import { tellEncoding } from "./tell-encoding.ts";

/** A table in text: delimiter declared or guessed, quotes, any line ends, blank lines skipped, short rows filled up. */
export function readCsv(bytes: Uint8Array, options: TableOptions): RawTable {
  const log = new IssueLog(options.source);
  try {
    return tableOf(bytes, options, log);
  } catch (error) {
    return unreadTable(log, error);
  }
}

function tableOf(bytes: Uint8Array, options: TableOptions, log: IssueLog): RawTable {
  const head = headOf(bytes, options);
  const decoded = decodeText(head, options.encoding);
  const { encoding } = decoded;
  const text = head === bytes ? decoded.text : decoded.text.slice(0, decoded.text.lastIndexOf("\n") + 1);
  tellEncoding(log, decoded, options.encoding);
  const quoteChar = options.quoteChar ?? '"';
  const delimiter = options.delimiter ?? guessDelimiter(text, quoteChar, options.decimalChar);
  const collector = new ColumnCollector(options, log);
  const escapeChar = options.escapeChar ?? quoteChar;
  const mostRows = options.beginning?.rows ?? Number.POSITIVE_INFINITY;
  const isCut = head !== bytes;
  const rest = splitLines(text, { delimiter, quoteChar, escapeChar, isCut }, collector, mostRows, options.onRows);
  let isEnough = rest.at < text.length && collector.rowCount >= mostRows;
  if (rest.at < text.length && !isEnough) {
    let { line } = rest;
    Papa.parse<string[]>(text.slice(rest.at), {
      delimiter,
      quoteChar,
      escapeChar,
      newline: rest.newline,
      step: ({ data, errors }, parser) => {
        isEnough = collector.rowCount >= mostRows;
        if (isEnough) return parser.abort();
        if (errors.some((error) => error.type === "Quotes")) {
          log.add("row-malformed", { row: line, context: { reason: "quotes" } });
        }
        collector.add(data, line);
        if (line % ROWS_PER_WORD === 0) options.onRows?.(line);
        line++;
      },
    });
  }
  collector.finish();
  const { columns, rowCount, rejected } = collector;
  const goesOn = isCut || isEnough ? {} : undefined;
  return { columns, rowCount, lineOf: collector.lineOf, rejected, encoding, goesOn, issues: log.list() };
}

const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];

/** The bytes, or as many whole lines of them as are wanted. */
export function headOf(bytes: Uint8Array, { beginning }: Pick<TableOptions, "beginning">): Uint8Array {
  if (!beginning || bytes.length <= beginning.bytes) return bytes;
  return bytes.subarray(0, bytes.lastIndexOf(LINE_FEED, beginning.bytes - 1) + 1 || bytes.length);
}

interface Signs {
  readonly delimiter: string;
  readonly quoteChar: string;
  readonly escapeChar: string;
  /** The text ends before the file does: a quote may be open there. */
  readonly isCut: boolean;
}

/** Bytes before the end of a text that was cut in which an open quote is no mistake. */
const LAST = 2 ** 20;

interface Rest {
  /** Where the line begins that is left to the library; the end of the text when there is none. */
  readonly at: number;
  readonly line: number;
  /** How lines end; undefined where that is for the library to find. */
  readonly newline?: "\n" | "\r\n";
}

/**
 * A table as it should be is lines and cells, some in quotes; one array serves all rows, which keeps a table of millions of cells light.
 * Lines with quotes that are not as they should be, and all behind them, are left to the library.
 */
function splitLines(
  text: string,
  signs: Signs,
  collector: ColumnCollector,
  mostRows: number,
  onRows: TableOptions["onRows"],
): Rest {
  const { delimiter, quoteChar, escapeChar, isCut } = signs;
  const hasQuotes = text.includes(quoteChar);
  const firstReturn = text.indexOf("\r");
  const endsInReturn = hasQuotes
    ? firstReturn >= 0 && text.charCodeAt(firstReturn + 1) !== LINE_FEED
    : firstReturn >= 0 && !text.includes("\n");
  if (delimiter.length !== 1 || endsInReturn || (hasQuotes && (quoteChar.length !== 1 || escapeChar !== quoteChar))) {
    return { at: 0, line: 1 };
  }
  const newline = firstReturn < 0 ? "\n" : "\r\n";
  const quote = hasQuotes ? quoteChar.charCodeAt(0) : -1;
  const cells: string[] = [];
  const known = new KnownTexts();
  let line = 1;
  for (let at = 0; at < text.length; line++) {
    if (collector.rowCount >= mostRows) return { at, line };
    const start = at;
    let next = lineEnd(text, at);
    cells.length = 0;
    for (;;) {
      if (text.charCodeAt(at) === quote) {
        const close = closingQuote(text, quoteChar, at);
        if (close > next) next = lineEnd(text, close);
        if (close < 0 && isCut && text.length - start < LAST) return { at: text.length, line };
        const isLast = close + 1 === next || (close + 2 === next && text.charCodeAt(next - 1) === CARRIAGE_RETURN);
        if (close < 0 || (!isLast && text[close + 1] !== delimiter)) return { at: start, line, newline };
        const cell = known.slice(text, at + 1, close, cells.length);
        cells.push(cell.includes(quoteChar) ? cell.replaceAll(quoteChar + quoteChar, quoteChar) : cell);
        if (isLast) break;
        at = close + 2;
      } else {
        const end = next > at && text.charCodeAt(next - 1) === CARRIAGE_RETURN ? next - 1 : next;
        const cut = text.indexOf(delimiter, at);
        const isLast = cut < 0 || cut >= end;
        cells.push(known.slice(text, at, isLast ? end : cut, cells.length));
        if (isLast) break;
        at = cut + 1;
      }
    }
    collector.add(cells, line);
    if (line % ROWS_PER_WORD === 0) onRows?.(line);
    at = next + 1;
  }
  return { at: text.length, line };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** The quote that ends the cell: two of them stand for one in it. −1 when there is none. */
function closingQuote(text: string, quoteChar: string, open: number): number {
  for (let close = text.indexOf(quoteChar, open + 1); ; close = text.indexOf(quoteChar, close + 2)) {
    if (close < 0 || text[close + 1] !== quoteChar) return close;
  }
}
