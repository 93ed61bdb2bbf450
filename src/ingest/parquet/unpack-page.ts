import { Decompress as Inflate } from "fflate";
import type { CompressionCodec } from "hyparquet";
import { snappyUncompress } from "hyparquet/src/snappy.js";
import { UnreadableFile } from "../unreadable-file.ts";
import { checkSnappy } from "./check-snappy.ts";
import { unpackLz4 } from "./unpack-lz4.ts";
import { unpackZstd } from "./unpack-zstd.ts";

/** What a page may unpack to, in multiples of its size: what the methods reach at best (bytes of the longest copy by bytes that name it). */
const MOST_TIMES: Partial<Record<CompressionCodec, number>> = { SNAPPY: 32, GZIP: 1040, LZ4: 260, LZ4_RAW: 260 };
/** So much goes in at once, and a thousand times as much comes out of it at most. */
const PIECE = 16 * 1024;

/**
 * A page as it was before it was packed. No method can work without end or fill memory: what is promised is the most that is taken.
 * @param size as the header of the page says
 * @throws UnreadableFile when it unpacks to anything else
 */
export async function unpackPage(packed: Uint8Array, size: number, codec: CompressionCodec): Promise<Uint8Array> {
  if (codec === "UNCOMPRESSED") {
    if (packed.length !== size) throw new UnreadableFile("broken");
    return packed;
  }
  if (size === 0) return new Uint8Array();
  if (size > (packed.length + 64) * (MOST_TIMES[codec] ?? Number.POSITIVE_INFINITY)) throw new UnreadableFile("broken");
  switch (codec) {
    case "SNAPPY": {
      checkSnappy(packed, size);
      const page = new Uint8Array(size);
      snappyUncompress(packed, page);
      return page;
    }
    case "GZIP":
      return gathered(size, (take) => {
        const stream = new Inflate(take);
        for (let at = 0; at < packed.length; at += PIECE) {
          stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
        }
      });
    case "ZSTD":
      return unpackZstd(packed, size);
    case "LZ4":
    case "LZ4_RAW":
      return unpackLz4(packed, size, codec === "LZ4");
    case "BROTLI":
      return nativelyUnpacked(packed, size, codec);
    default:
      throw new UnreadableFile("compression", codec);
  }
}

/** Stops as soon as more comes out than was promised. */
function gathered(size: number, unpack: (take: (part: Uint8Array) => void) => void): Uint8Array {
  const page = new Uint8Array(size);
  let at = 0;
  unpack((part) => {
    if (at + part.length > size) throw new UnreadableFile("broken");
    page.set(part, at);
    at += part.length;
  });
  if (at !== size) throw new UnreadableFile("broken");
  return page;
}

/** Brotli written in JavaScript cannot be stopped; browsers bring their own, which hands out piece by piece. */
async function nativelyUnpacked(packed: Uint8Array, size: number, codec: CompressionCodec): Promise<Uint8Array> {
  let stream: DecompressionStream;
  try {
    stream = new DecompressionStream("brotli" as CompressionFormat);
  } catch {
    throw new UnreadableFile("compression", codec);
  }
  const page = new Uint8Array(size);
  let at = 0;
  const unpacked = new Blob([packed.slice()]).stream().pipeThrough(stream).getReader();
  for (;;) {
    const { done, value } = await unpacked.read();
    if (done) break;
    if (at + value.length > size) {
      await unpacked.cancel();
      throw new UnreadableFile("broken");
    }
    page.set(value, at);
    at += value.length;
  }
  if (at !== size) throw new UnreadableFile("broken");
  return page;
}
