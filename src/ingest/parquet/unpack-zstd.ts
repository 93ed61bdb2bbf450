import { Decompress } from "fzstd";
import { UnreadableFile } from "../unreadable-file.ts";

/** The header of a frame asks for so much memory at once; the format recommends 8 MB to be enough for all (RFC 8878, 3.1.1.1.2). */
const LARGEST_WINDOW = 128 * 1024 ** 2;
const MAGIC = 0xfd2fb528;
/** Slower than any device: only made-up blocks take longer, which copy the same bytes again and again without going on. */
const SLOWEST_BYTES_PER_MS = 1000;
const START_MS = 5000;

/**
 * Unpacks by blocks. The library checks neither what a frame asks for nor how long a block copies: the first is looked at before, and between
 * two blocks (of 128 kB, so that each of them ends) the time.
 * @throws UnreadableFile, or what the library finds
 */
export function unpackZstd(packed: Uint8Array, size: number, take: (part: Uint8Array) => void): void {
  checkFrame(packed, size);
  const begun = performance.now();
  const stream = new Decompress((part) => {
    take(part);
    if (performance.now() - begun > START_MS + size / SLOWEST_BYTES_PER_MS)
      throw new UnreadableFile("broken", "Zstandard");
  });
  stream.push(packed, true);
}

/** RFC 8878, 3.1.1.1. Pages are one frame each. */
function checkFrame(packed: Uint8Array, size: number): void {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (packed.length < 9 || view.getUint32(0, true) !== MAGIC) throw new UnreadableFile("broken");
  const flags = view.getUint8(4);
  const isWhole = (flags & 0x20) !== 0;
  const sizeFlag = flags >> 6;
  const sizeLength = sizeFlag === 0 ? (isWhole ? 1 : 0) : 1 << sizeFlag;
  // The name of a dictionary takes 0, 1, 2 or 4 bytes.
  const at = 5 + (isWhole ? 0 : 1) + ((1 << (flags & 3)) >> 1);
  if (at + sizeLength > packed.length) throw new UnreadableFile("broken");
  let stated = sizeFlag === 1 ? 256 : 0;
  for (let i = 0; i < sizeLength; i++) stated += view.getUint8(at + i) * 2 ** (8 * i);
  if (sizeLength > 0 && stated !== size) throw new UnreadableFile("broken");
  const descriptor = view.getUint8(5);
  const base = 2 ** (10 + (descriptor >> 3));
  if (!isWhole && base + (base / 8) * (descriptor & 7) > LARGEST_WINDOW) throw new UnreadableFile("too-large");
}
