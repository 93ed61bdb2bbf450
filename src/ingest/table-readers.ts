import { readCsv } from "./csv/read-csv.ts";
import { readGeojson } from "./geojson/read-geojson.ts";
import type { TableReader } from "./raw-table.ts";

/** The formats of tables that can be read, by the name that a resource gives them. */
export const TABLE_READERS: ReadonlyMap<string, TableReader> = new Map([
  ["csv", readCsv],
  ["tsv", (bytes, options) => readCsv(bytes, { ...options, delimiter: options.delimiter ?? "\t" })],
  ["geojson", readGeojson],
]);
