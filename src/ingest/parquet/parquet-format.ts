import type { AsyncBuffer } from "hyparquet";
import type { FormatReader, RawTable, TableOptions } from "../raw-table.ts";
import { tableOrReason } from "../unreadable-file.ts";
import { parquetTable } from "./parquet-table.ts";
import { reasonOf } from "./stumbled.ts";

/** Parquet and GeoParquet. */
export const parquetFormat: FormatReader = { read: readParquet };

function readParquet(bytes: Uint8Array<ArrayBuffer>, options: TableOptions): Promise<RawTable> {
  const file: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (start, end) => bytes.slice(start, end).buffer,
  };
  return tableOrReason(options, async (log) => {
    try {
      return await parquetTable(file, options, log);
    } catch (error) {
      throw reasonOf(error);
    }
  });
}
