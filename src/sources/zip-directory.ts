import type { UnreadableReason } from "../domain/unreadable-reason.ts";

/** Why a zip is not taken apart. */
export class UnreadableZip extends Error {
  readonly reason: UnreadableReason;
  /** The file in it, where it is one. */
  readonly file: string;
  readonly files: number;
  readonly bytes: number;
  /** Bytes that it may have unpacked. */
  readonly most: number;

  constructor(reason: UnreadableReason, { file = "", files = 0, bytes = 0, most = 0 } = {}) {
    super(`${reason} ${file}`);
    this.reason = reason;
    this.file = file;
    this.files = files;
    this.bytes = bytes;
    this.most = most;
  }
}

export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflate. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedBytes: number;
  /** As the directory says; whether it is so, shows only when it is unpacked. */
  readonly bytes: number;
  readonly crc32: number;
  /** Where its local header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const END_64_LOCATOR = 0x07064b50;
const ENTRY = 0x02014b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const IS_IN_64 = 0xffffffff;

/**
 * What a zip says that it holds; nothing is unpacked (APPNOTE.TXT 6.3.10, sections 4.3.12–4.3.16, zip64 too).
 * @throws {UnreadableZip} when it has no directory or one that cannot be
 */
export function zipEntries(zip: Uint8Array): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const { count, start, size } = placeOfDirectory(view);
  if (start + size > zip.length || count * 46 > size) throw new UnreadableZip("zip-broken");
  const entries: ZipEntry[] = [];
  let packed = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + 46 > start + size || view.getUint32(at, true) !== ENTRY) throw new UnreadableZip("zip-broken");
    const [name, extra, comment] = [28, 30, 32].map((part) => view.getUint16(at + part, true)) as [
      number,
      number,
      number,
    ];
    const end = at + 46 + name + extra + comment;
    if (end > start + size) throw new UnreadableZip("zip-broken");
    const entry = withLargeNumbers(view, at, at + 46 + name, extra);
    packed += entry.packedBytes;
    entries.push({ ...entry, name: nameOf(zip.subarray(at + 46, at + 46 + name)) });
    at = end;
  }
  // Entries that share their contents make a small file a thousand times as large (Fifield 2019, “A better zip bomb”).
  if (packed > zip.length) throw new UnreadableZip("zip-broken");
  return entries;
}

function placeOfDirectory(view: DataView): { readonly count: number; readonly start: number; readonly size: number } {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (count < 0xffff && size < IS_IN_64 && start < IS_IN_64) return { count, start, size };
    return placeOfLarge(view, at - 20) ?? { count, start, size };
  }
  throw new UnreadableZip("truncated");
}

function placeOfLarge(view: DataView, locator: number): ReturnType<typeof placeOfDirectory> | undefined {
  if (locator < 0 || view.getUint32(locator, true) !== END_64_LOCATOR) return undefined;
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_64) return undefined;
  const [count, size, start] = [32, 40, 48].map((part) => Number(view.getBigUint64(at + part, true)));
  return { count: count ?? 0, size: size ?? 0, start: start ?? 0 };
}

/** Sizes and place of one entry; those that do not fit into 32 bits stand in its extra field 1, in this order. */
function withLargeNumbers(view: DataView, at: number, extra: number, extraBytes: number): Omit<ZipEntry, "name"> {
  const numbers = [24, 20, 42].map((part) => view.getUint32(at + part, true));
  for (let field = extra; field + 4 <= extra + extraBytes; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    const end = Math.min(extra + extraBytes, field + 4 + view.getUint16(field + 2, true));
    let from = field + 4;
    for (const [i, number] of numbers.entries()) {
      if (number !== IS_IN_64 || from + 8 > end) continue;
      numbers[i] = Number(view.getBigUint64(from, true));
      from += 8;
    }
    break;
  }
  const [bytes = 0, packedBytes = 0, offset = 0] = numbers;
  return {
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc32: view.getUint32(at + 16, true),
    packedBytes,
    bytes,
    offset,
  };
}

/** UTF-8 where it is; names from DOS in another code page keep their ASCII letters, which is all that is looked for. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}
