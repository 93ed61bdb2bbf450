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
  { id: "geojson", endings: ["geojson", "json", "geojsonl", "geojsons", "ndjson"], load: async () => geojsonFormat },
  {
    id: "shp",
    endings: ["shp", "dbf"],
    load: async () => (await import("./shapefile/shapefile-format.ts")).shapefileFormat,
  },
  {
    id: "gpkg",
    endings: ["gpkg"],
    load: async () => (await import("./geopackage/geopackage-format.ts")).geopackageFormat,
  },
  {
    id: "fgb",
    endings: ["fgb"],
    load: async () => (await import("./flatgeobuf/flatgeobuf-format.ts")).flatgeobufFormat,
  },
  {
    id: "topojson",
    endings: ["topojson"],
    load: async () => (await import("./topojson/topojson-format.ts")).topojsonFormat,
  },
  { id: "kml", endings: ["kml"], load: async () => (await import("./kml/kml-format.ts")).kmlFormat },
  { id: "kmz", endings: ["kmz"], load: async () => (await import("./kml/kml-format.ts")).kmlFormat },
  { id: "gml", endings: ["gml"], load: async () => (await import("./gml/gml-format.ts")).gmlFormat },
  {
    id: "parquet",
    endings: ["parquet", "geoparquet", "pq"],
    load: async () => (await import("./parquet/parquet-format.ts")).parquetFormat,
  },
  ...["xlsx", "xlsm", "xlsb", "xls", "ods"].map((id) => ({
    id,
    endings: [id],
    load: async () => (await import("./workbook/workbook-format.ts")).workbookFormat,
  })),
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
