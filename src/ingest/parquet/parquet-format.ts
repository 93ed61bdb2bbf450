import type { AsyncBuffer } from "hyparquet";
import type { FormatReader, RawTable, TableOptions } from "../raw-table.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";
import { parquetTable } from "./parquet-table.ts";

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

/** What a language says of a library that stumbles („x is not a function“) helps nobody who reads it. */
export function reasonOf(error: unknown): unknown {
  if (!(error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)) return error;
  return new UnreadableFile(/allocation|string length/i.test(error.message) ? "too-large" : "broken");
}
