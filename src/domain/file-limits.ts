const MB = 1_000_000;

/**
 * Bytes of a file that are read at most, by its format. A text becomes one string, and a string ends at 536 million characters; what is made
 * of JSON and XML takes four to six times the text, and everything together stays below the 4 GB that a tab has. Others are limited by
 * what they unpack to, or by a buffer of the browser, which ends at 2 GB.
 */
const MOST_BYTES: Readonly<Record<string, number>> = {
  csv: 500 * MB,
  tsv: 500 * MB,
  text: 500 * MB,
  geojson: 250 * MB,
  topojson: 250 * MB,
  kml: 250 * MB,
  gml: 250 * MB,
  xlsx: 300 * MB,
  xlsm: 300 * MB,
  xlsb: 300 * MB,
  xls: 300 * MB,
  ods: 300 * MB,
  gpkg: 500 * MB,
  fgb: 500 * MB,
  shp: 500 * MB,
};
const MOST_OF_ANY = 1000 * MB;

/** Cells of a table in all: 10 million rows of five. What roles make of them stands beside them in the same memory. */
export const MOST_CELLS = 60_000_000;

/** Of a longer table the assistant looks at the beginning: so many rows, or those that lie in so many bytes. Taking it reads all. */
export const LOOKED_AT = { rows: 500_000, bytes: 100 * MB } as const;

/** A table that is wider was meant for something else; the preview shows so many without a page that stutters. */
export const MOST_COLUMNS = 5000;

/** A table of what-ifs has a line per change; whoever looks for one need not read a country. */
export const MOST_SCENARIO_BYTES = 20 * MB;

/** Bytes of a file of this format (as a resource names it) that are read at most. */
export function mostBytes(format: string): number {
  return Object.hasOwn(MOST_BYTES, format) ? (MOST_BYTES[format] ?? MOST_OF_ANY) : MOST_OF_ANY;
}

/** Below this no format refuses a file. */
export const BYTES_OF_ANY_FORMAT: number = Math.min(...Object.values(MOST_BYTES));
