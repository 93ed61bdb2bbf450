import type { DecodedArray, PageHeader } from "hyparquet";
import { parquetHeader, readPage } from "hyparquet/src/column.js";
import { convert, DEFAULT_PARSERS } from "hyparquet/src/convert.js";
import type { ColumnDecoder, ParquetParsers } from "hyparquet/src/types.js";
import { UnreadableFile } from "../unreadable-file.ts";
import { type CheckedPage, checkDictionary, checkPage, checkPageV2, type PagePlace } from "./check-page.ts";
import { type Chunk, type Leaf, MOST_BYTES, MOST_ROWS } from "./parquet-layout.ts";
import { thriftEnd } from "./thrift-end.ts";
import { unpackPage } from "./unpack-page.ts";

/** Stands for a geometry that cannot be read: one of them does not make the file unreadable. */
const UNREADABLE_GEOMETRY = "?";

export const PARSERS: ParquetParsers = {
  ...DEFAULT_PARSERS,
  // It is shown as it stands.
  jsonFromBytes: (bytes) => {
    const text = DEFAULT_PARSERS.stringFromBytes(bytes);
    return text?.trim() === "null" ? null : text;
  },
  geometryFromBytes: readable(DEFAULT_PARSERS.geometryFromBytes),
  geographyFromBytes: readable(DEFAULT_PARSERS.geographyFromBytes),
};

function readable(parse: (bytes: Uint8Array) => unknown) {
  return (bytes: Uint8Array): unknown => {
    try {
      return parse(bytes);
    } catch {
      return UNREADABLE_GEOMETRY;
    }
  };
}

/** Bytes that shortened texts of one file may still grow by. */
export interface TextRoom {
  bytes: number;
}

export function textRoom(): TextRoom {
  return { bytes: MOST_BYTES };
}

/**
 * The values of one column of a row group. The library reads the pages, one after the other; before it does, each is unpacked and looked
 * through here, because it believes whatever a page says of itself: flipped bits make it read for ever or fill memory (hyparquet 1.31.5).
 * @param bytes the chunk, or its first pages
 * @param rows the rows of the group, or fewer of its beginning
 * @throws UnreadableFile, or what the library throws at values that it cannot convert
 */
export async function readChunk(
  bytes: ArrayBuffer,
  leaf: Leaf,
  { meta }: Chunk,
  rows: number,
  room: TextRoom,
  isBeginning = false,
): Promise<DecodedArray[]> {
  const decoder: ColumnDecoder = {
    ...{ pathInSchema: [...leaf.path], type: leaf.type, element: leaf.element, schemaPath: leaf.schemaPath },
    ...{ codec: "UNCOMPRESSED", parsers: PARSERS },
  };
  const reader = { view: new DataView(bytes), offset: 0 };
  const parts: DecodedArray[] = [];
  let dictionary: DecodedArray | undefined;
  let last: DecodedArray | undefined;
  let [read, values, unpacked] = [0, 0, 0];
  while (reader.offset < bytes.byteLength && !(isBeginning && read >= rows)) {
    thriftEnd(reader.view, reader.offset);
    const header = parquetHeader(reader);
    const { compressed_page_size: packed, uncompressed_page_size: size } = header;
    if (!(packed >= 0 && packed <= bytes.byteLength - reader.offset && size >= 0)) throw new UnreadableFile("broken");
    unpacked += size;
    // The sizes of the headers themselves are in the sum of the footer, too.
    if (unpacked > Number(meta.total_uncompressed_size)) throw new UnreadableFile("broken");
    const page = new Uint8Array(bytes, reader.offset, packed);
    reader.offset += packed;
    if (header.type === "DICTIONARY_PAGE") {
      const count = header.dictionary_page_header?.num_values;
      if (!isCount(count) || dictionary) throw new UnreadableFile("broken");
      const content = await unpackPage(page, size, meta.codec);
      checkDictionary(content, count, leaf.element);
      dictionary = readDictionary(content, header, decoder);
      continue;
    }
    if (header.type === "INDEX_PAGE") continue;
    const place = { ...leaf, dictionary: dictionary?.length, room: room.bytes };
    const { checked, count, content, readAs } = await unpackedPage(page, header, meta.codec, place);
    values += count;
    read += checked.rows;
    room.bytes -= checked.grown;
    if (values > Number(meta.num_values) || (checked.continues && read === checked.rows))
      throw new UnreadableFile("broken");
    if (count === 0) continue;
    const result = readPage(readerOf(content), readAs, decoder, dictionary, last, 0);
    if (result.data === undefined || result.data === last) continue;
    last = result.data;
    parts.push(result.data);
  }
  if (!isBeginning && (values !== Number(meta.num_values) || read !== rows)) throw new UnreadableFile("broken");
  return parts;
}

function isCount(count: number | undefined): count is number {
  return count !== undefined && count >= 0 && count <= MOST_ROWS;
}

function readerOf(bytes: Uint8Array) {
  return { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
}

function readDictionary(content: Uint8Array, header: PageHeader, decoder: ColumnDecoder): DecodedArray {
  const { data } = readPage(readerOf(content), plainSizes(header, content), decoder, undefined, undefined, 0);
  return convert(data ?? [], decoder);
}

/** The page is not packed any more. */
function plainSizes(header: PageHeader, content: Uint8Array): PageHeader {
  return { ...header, compressed_page_size: content.length, uncompressed_page_size: content.length };
}

interface UnpackedPage {
  readonly content: Uint8Array;
  readonly readAs: PageHeader;
  readonly checked: CheckedPage;
  readonly count: number;
}

async function unpackedPage(
  page: Uint8Array,
  header: PageHeader,
  codec: Parameters<typeof unpackPage>[2],
  place: PagePlace,
): Promise<UnpackedPage> {
  const { data_page_header: v1, data_page_header_v2: v2 } = header;
  if (header.type === "DATA_PAGE" && v1 && isCount(v1.num_values)) {
    const content = await unpackPage(page, header.uncompressed_page_size, codec);
    const checked = checkPage(content, v1, place);
    // Without values there is nothing that could be encoded; some writers leave even the first byte out.
    const readAs =
      checked.values === 0 ? { ...header, data_page_header: { ...v1, encoding: "PLAIN" as const } } : header;
    return { content, readAs: plainSizes(readAs, content), checked, count: v1.num_values };
  }
  if (header.type === "DATA_PAGE_V2" && v2 && isCount(v2.num_values) && isCount(v2.num_nulls)) {
    const lengths = [v2.repetition_levels_byte_length, v2.definition_levels_byte_length];
    const split = lengths.reduce((sum, length) => (length >= 0 ? sum + length : Number.NaN), 0);
    if (!(split <= page.length && split <= header.uncompressed_page_size)) throw new UnreadableFile("broken");
    const levels = page.subarray(0, split);
    const isPacked = v2.is_compressed !== false;
    const size = header.uncompressed_page_size - split;
    const unpacked = await unpackPage(page.subarray(split), size, isPacked ? codec : "UNCOMPRESSED");
    const checked = checkPageV2(levels, unpacked, v2, place);
    if (checked.rows !== v2.num_rows) throw new UnreadableFile("broken");
    const content = new Uint8Array(split + size);
    content.set(levels);
    content.set(unpacked, split);
    const encoding = checked.values === 0 ? ("PLAIN" as const) : v2.encoding;
    const readAs = { ...header, data_page_header_v2: { ...v2, encoding, is_compressed: false } };
    return { content, readAs: plainSizes(readAs, content), checked, count: v2.num_values };
  }
  throw new UnreadableFile("broken");
}
