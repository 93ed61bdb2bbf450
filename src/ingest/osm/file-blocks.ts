import { unzlibSync } from "fflate";
import { PbfReader } from "pbf";
import { UnreadableExtract } from "./unreadable-extract.ts";

/** One block of the file: where it lies, still compressed. */
export interface FileBlock {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Limits of the format (wiki.openstreetmap.org/wiki/PBF_Format, “File format”): a reader must refuse what is larger. */
const MOST_HEADER_BYTES = 64 * 1024;
const MOST_BLOCK_BYTES = 32 * 1024 * 1024;

/**
 * The blocks of an `.osm.pbf` file, by their headers alone: nothing is unpacked yet.
 * @throws UnreadableExtract when it is no such file, ends in the middle or breaks a limit of the format
 */
export function fileBlocks(bytes: Uint8Array): FileBlock[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks: FileBlock[] = [];
  for (let at = 0; at < bytes.length; ) {
    const isFirst = blocks.length === 0;
    if (at + 4 > bytes.length) throw new UnreadableExtract(isFirst ? "not-osm-pbf" : "truncated");
    const headerLength = view.getUint32(at);
    at += 4;
    if (headerLength > MOST_HEADER_BYTES) throw new UnreadableExtract(isFirst ? "not-osm-pbf" : "corrupt");
    if (at + headerLength > bytes.length) throw new UnreadableExtract(isFirst ? "not-osm-pbf" : "truncated");
    const { type, size } = blockHeader(bytes.subarray(at, at + headerLength));
    if (isFirst && type !== "OSMHeader") throw new UnreadableExtract("not-osm-pbf");
    if (!(size >= 0 && size <= MOST_BLOCK_BYTES)) throw new UnreadableExtract("corrupt", "blob");
    const start = at + headerLength;
    at = start + size;
    if (at > bytes.length) throw new UnreadableExtract("truncated");
    blocks.push({ type, start, end: at });
  }
  if (blocks.length === 0) throw new UnreadableExtract("not-osm-pbf");
  return blocks;
}

/** BlobHeader: type = 1, datasize = 3. */
function blockHeader(bytes: Uint8Array): { type: string; size: number } {
  const reader = new PbfReader(bytes);
  let type = "";
  let size = -1;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) type = reader.readString();
    else if (field === 3) size = reader.readVarint();
  }
  return { type, size };
}

/**
 * The content of a block (Blob: raw = 1, raw_size = 2, zlib_data = 3; other methods above). It can never grow beyond what the format
 * allows: the room for it is made from the size that the block states.
 * @throws UnreadableExtract when it is compressed by another method, or is not what it states
 */
export function blockContent(bytes: Uint8Array, block: FileBlock): Uint8Array {
  const reader = new PbfReader(bytes.subarray(block.start, block.end));
  let raw: Uint8Array | undefined;
  let packed: Uint8Array | undefined;
  let size = 0;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) raw = reader.readBytes();
    else if (field === 2) size = reader.readVarint();
    else if (field === 3) packed = reader.readBytes();
    else if (field >= 4 && field <= 7) throw new UnreadableExtract("compression", OTHER_METHODS[field - 4]);
  }
  if (raw) return raw;
  if (!packed) throw new UnreadableExtract("corrupt", "blob");
  if (size > MOST_BLOCK_BYTES) throw new UnreadableExtract("corrupt", "blob");
  const content = unzlibSync(packed, { out: new Uint8Array(size) });
  if (content.length !== size || adler32(content) !== statedSum(packed)) throw new UnreadableExtract("corrupt", "zlib");
  return content;
}

function statedSum(packed: Uint8Array): number {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  return packed.length < 4 ? Number.NaN : view.getUint32(packed.length - 4);
}

/** The sum at the end of a zlib stream (RFC 1950), which fflate does not look at: a damaged node would lie elsewhere, unnoticed. */
function adler32(content: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let at = 0; at < content.length; ) {
    // So many sums stay below 2^32 before the remainder is taken.
    const end = Math.min(at + 3800, content.length);
    for (; at < end; at++) {
      a += content[at] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
}

const OTHER_METHODS = ["lzma", "bzip2", "lz4", "zstd"];
