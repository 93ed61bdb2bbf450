import { csvFormat, tsvFormat } from "./csv/csv-format.ts";
import { geojsonFormat } from "./geojson/geojson-format.ts";
import type { FormatReader } from "./raw-table.ts";

/** A format of tables; what reads it is loaded when a file of it is met. */
export interface TableFormat {
  /** As `format` of a resource names it. */
  readonly id: string;
  /** Endings of files, without the dot, in lower case. */
  readonly endings: readonly string[];
  readonly load: () => Promise<FormatReader>;
}

const TABLE_FORMATS: readonly TableFormat[] = [
  // Every package has these: they come with the worker.
  { id: "csv", endings: ["csv", "txt"], load: async () => csvFormat },
  { id: "tsv", endings: ["tsv", "tab"], load: async () => tsvFormat },
  { id: "geojson", endings: ["geojson", "json"], load: async () => geojsonFormat },
];

/** The format that a resource names, or a file has by its ending. */
export function tableFormat(name: string): TableFormat | undefined {
  return TABLE_FORMATS.find(({ id }) => id === name);
}

export function formatOfFile(path: string): TableFormat | undefined {
  const ending = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  return TABLE_FORMATS.find(({ endings }) => endings.includes(ending));
}

export const FORMAT_NAMES: readonly string[] = TABLE_FORMATS.map(({ id }) => id);
