import Papa from "papaparse";
import type { FirstLines, FormatReader, TableOptions } from "../raw-table.ts";
import { decodeText } from "./decode-text.ts";
import { guessDelimiter } from "./guess-delimiter.ts";
import { headOf, readCsv } from "./read-csv.ts";

/** Bytes that hold more lines than anybody looks at. */
const LOOKED_AT = 1_000_000;

/** Tables in text. */
export const csvFormat: FormatReader = { read: readCsv, firstLines };

/** The same, cells parted by tabulators. */
export const tsvFormat: FormatReader = {
  read: (bytes, options) => readCsv(bytes, { ...options, delimiter: options.delimiter ?? "\t" }),
  firstLines: (bytes, options, most) => firstLines(bytes, { ...options, delimiter: options.delimiter ?? "\t" }, most),
};

function firstLines(bytes: Uint8Array, options: TableOptions, most: number): FirstLines {
  const { text, encoding, isSure } = decodeText(headOf(bytes, options), options.encoding);
  const quoteChar = options.quoteChar ?? '"';
  const delimiter = options.delimiter ?? guessDelimiter(text, quoteChar, options.decimalChar);
  const { data } = Papa.parse<string[]>(text.slice(0, LOOKED_AT), {
    delimiter,
    quoteChar,
    escapeChar: options.escapeChar ?? quoteChar,
    preview: most,
  });
  return { lines: data, encoding, isEncodingSure: isSure, delimiter };
}
