import { Inflate } from "fflate";
import { UnreadableZip, type ZipEntry, zipEntries } from "./zip-directory.ts";

export interface ZipLimits {
  /** Sum of the unpacked sizes. */
  readonly bytes: number;
  readonly files: number;
}

/**
 * A browser's buffer ends below 2 GiB; a country of 3,000,000 cells with its network stays well below 1 GB. 5,000 files are more than
 * any package or table has, and a disk dropped by mistake has more.
 */
export const ZIP_LIMITS: ZipLimits = { bytes: 1_000_000_000, files: 5000 };

/**
 * Deflate packs a thousandfold at most; sheets and tables of zeros reach 100-fold (Sheet XML of 100,000 equal rows: 60-fold). What is packed
 * tighter than this and large besides is made of air.
 */
const AIR = { ratio: 200, bytes: 100 * 1024 ** 2 };

/** What a zip says that it holds. */
interface ZipContents {
  readonly files: number;
  readonly bytes: number;
  readonly packedBytes: number;
}

/** Whether a zip stays within what is unpacked. */
export function isUnpacked({ files, bytes, packedBytes }: ZipContents, limits: ZipLimits = ZIP_LIMITS): boolean {
  const isAir = bytes > AIR.bytes && bytes > packedBytes * AIR.ratio;
  return files <= limits.files && bytes <= limits.bytes && !isAir;
}

/**
 * Unpacks a zip from people nobody knows: limits are checked before anything is unpacked, and each file is counted while it is inflated,
 * against the size and the checksum that the directory names – a file that turns out otherwise is refused, never cut.
 * @param wanted files to unpack; the others are not counted either
 * @throws {UnreadableZip}
 */
export function unpackZip(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Map<string, Uint8Array<ArrayBuffer>> {
  const entries = zipEntries(zip).filter(({ name }) => !name.endsWith("/") && wanted(name));
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const packedBytes = entries.reduce((sum, entry) => sum + entry.packedBytes, 0);
  if (!isUnpacked({ files: entries.length, bytes, packedBytes }, limits))
    throw new UnreadableZip("zip-too-large", { files: entries.length, bytes, most: limits.bytes });
  return new Map(entries.map((entry) => [entry.name, unpackEntry(zip, entry)]));
}

function unpackEntry(zip: Uint8Array, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const { name: file, method } = entry;
  if (entry.isEncrypted) throw new UnreadableZip("zip-encrypted", { file });
  if (method !== 0 && method !== 8) throw new UnreadableZip("zip-method", { file });
  const packed = packedBytes(zip, entry);
  const bytes = method === 0 ? packed.slice() : inflate(packed, entry);
  if (bytes.length !== entry.bytes || crc32(bytes) !== entry.crc32) throw new UnreadableZip("zip-broken", { file });
  return bytes;
}

/** The local header has name and extra fields of its own lengths; everything else counts as the directory has it. */
function packedBytes(zip: Uint8Array, { name: file, offset, packedBytes: size }: ZipEntry): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  if (offset + 30 > zip.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new UnreadableZip("zip-broken", { file });
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + size > zip.length) throw new UnreadableZip("truncated", { file });
  return zip.subarray(start, start + size);
}

/** So much goes in at once, and a thousand times as much comes out of it at most. */
const PIECE = 16 * 1024;

/** Stops as soon as more comes out than was promised. */
function inflate(packed: Uint8Array, { name: file, bytes: size }: ZipEntry): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((part) => {
    if (at + part.length > size) throw new UnreadableZip("zip-broken", { file });
    bytes.set(part, at);
    at += part.length;
  });
  try {
    for (let from = 0; from < packed.length; from += PIECE) {
      stream.push(packed.subarray(from, from + PIECE), from + PIECE >= packed.length);
    }
  } catch {
    throw new UnreadableZip("zip-broken", { file });
  }
  return bytes.subarray(0, at);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** Checksum of ISO 3309, as zip has it. */
function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let i = 0; i < bytes.length; i++)
    value = (value >>> 8) ^ (CRC_TABLE[(value ^ (bytes[i] as number)) & 255] as number);
  return (value ^ 0xffffffff) >>> 0;
}
