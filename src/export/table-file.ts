import type { Language } from "../domain/localized.ts";
import type { OriginLine, RowBoundaries, SavedTable, TableFileFormat } from "../domain/saved-table.ts";

export interface TableFileInput {
  readonly format: TableFileFormat;
  readonly table: SavedTable;
  readonly language: Language;
  readonly boundaries?: RowBoundaries | undefined;
  readonly provenance: readonly OriginLine[];
}

/** A table as the bytes of a file; what writes a format is loaded when the first file of it is asked for. */
export async function tableFile(input: TableFileInput): Promise<Uint8Array<ArrayBuffer>> {
  const { format, table, language, boundaries, provenance } = input;
  switch (format) {
    case "csv":
      return (await import("./table-csv.ts")).tableCsv(table, language);
    case "xlsx":
      return (await import("./table-xlsx.ts")).tableXlsx(table, provenance, language);
    case "geojson":
      return (await import("./table-geojson.ts")).tableGeojson(table, boundaries, provenance);
    case "parquet":
      return (await import("./table-parquet.ts")).tableParquet(table, boundaries, provenance);
  }
}
