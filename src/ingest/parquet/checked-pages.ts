import type { AsyncBuffer, ColumnMetaData, FileMetaData } from "hyparquet";
import { deserializeTCompactProtocol } from "hyparquet/src/thrift.js";
import { UnreadableFile } from "../unreadable-file.ts";

/** More values than rows only where cells hold lists. */
const MOST_VALUES = 100_000_000;

/**
 * The same file, but each column is looked through before it is handed on: the library believes what the pages of a column say of themselves,
 * and a negative size makes it read them for ever (hyparquet 1.31.5, a flipped bit is enough). Headers: parquet.thrift, PageHeader.
 */
export function checkedPages(file: AsyncBuffer, metadata: FileMetaData): AsyncBuffer {
  const chunks = metadata.row_groups.flatMap(({ columns }) => columns.flatMap(({ meta_data }) => meta_data ?? []));
  return {
    byteLength: file.byteLength,
    async slice(start, end = file.byteLength) {
      const bytes = await file.slice(start, end);
      for (const chunk of chunks) {
        const from = firstPage(chunk) - start;
        const to = from + Number(chunk.total_compressed_size);
        if (from >= 0 && to <= end - start) checkPages(new DataView(bytes, from, to - from), chunk);
      }
      return bytes;
    },
  };
}

function firstPage({ dictionary_page_offset: dictionary, data_page_offset: data }: ColumnMetaData): number {
  const first = Number(data);
  const second = Number(dictionary ?? 0n);
  return second > 0 && second < first ? second : first;
}

function checkPages(view: DataView, chunk: ColumnMetaData): void {
  const promised = Number(chunk.num_values);
  if (!(promised >= 0 && promised <= MOST_VALUES)) throw new UnreadableFile("broken");
  const reader = { view, offset: 0 };
  let values = 0;
  let unpacked = 0;
  while (reader.offset < view.byteLength - 1) {
    const header = deserializeTCompactProtocol(reader) as Record<string, unknown>;
    const [size, packed] = [number(header.field_2), number(header.field_3)];
    const inside = header.field_5 ?? header.field_8 ?? header.field_7;
    const count = inside === undefined ? 0 : number((inside as Record<string, unknown>).field_1);
    if (header.field_7 === undefined) values += count;
    unpacked += size;
    const isPossible = size >= 0 && packed >= 0 && count >= 0 && reader.offset + packed <= view.byteLength;
    if (!isPossible || count > promised || values > promised) throw new UnreadableFile("broken");
    reader.offset += packed;
  }
  // The sizes of the headers themselves are in the sum of the footer, too.
  if (values !== promised || unpacked > Number(chunk.total_uncompressed_size)) throw new UnreadableFile("broken");
}

function number(value: unknown): number {
  return typeof value === "number" ? value : Number.NaN;
}
