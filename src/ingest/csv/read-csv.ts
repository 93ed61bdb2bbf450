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
  const decoded = decodeText(bytes, options.encoding);
  const { text, encoding } = decoded;
  tellEncoding(log, decoded, options.encoding);
  const quoteChar = options.quoteChar ?? '"';
  const delimiter = options.delimiter ?? guessDelimiter(text, quoteChar, options.decimalChar);
  const collector = new ColumnCollector(options, log);
  if (!text.includes(quoteChar) && delimiter.length === 1 && (text.includes("\n") || !text.includes("\r"))) {
    splitPlain(text, delimiter, collector, options.onRows);
  } else {
    let line = 1;
    Papa.parse<string[]>(text, {
      delimiter,
      quoteChar,
      escapeChar: options.escapeChar ?? quoteChar,
      step: ({ data, errors }) => {
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
  return { columns, rowCount, lineOf: collector.lineOf, rejected, encoding, issues: log.list() };
}

/** Without a quote in it a table is lines and cells; one array serves all rows, which keeps a table of millions of cells light. */
function splitPlain(text: string, delimiter: string, collector: ColumnCollector, onRows: TableOptions["onRows"]): void {
  const cells: string[] = [];
  const known = new KnownTexts();
  let line = 1;
  for (let at = 0; at < text.length; line++) {
    let next = text.indexOf("\n", at);
    if (next < 0) next = text.length;
    const end = next > at && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    cells.length = 0;
    for (;;) {
      const cut = text.indexOf(delimiter, at);
      if (cut < 0 || cut >= end) break;
      cells.push(known.slice(text, at, cut, cells.length));
      at = cut + 1;
    }
    cells.push(known.slice(text, at, end, cells.length));
    collector.add(cells, line);
    if (line % ROWS_PER_WORD === 0) onRows?.(line);
    at = next + 1;
  }
}
