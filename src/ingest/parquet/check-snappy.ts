import { UnreadableFile } from "../unreadable-file.ts";

/**
 * Walks through packed bytes of Snappy (https://github.com/google/snappy/blob/main/format_description.txt) before the library unpacks them:
 * a length with its highest bit set would send it backwards, for ever. Each step takes at least one byte.
 * @throws UnreadableFile unless exactly `size` bytes come out
 */
export function checkSnappy(packed: Uint8Array, size: number): void {
  let at = 0;
  while ((packed[at] ?? 0) >= 0x80) at++;
  at++;
  let out = 0;
  while (at < packed.length) {
    const tag = packed[at++] as number;
    const kind = tag & 3;
    if (kind === 0) {
      let length = (tag >> 2) + 1;
      if (length > 60) {
        const extra = length - 60;
        length = numberAt(packed, at, extra) + 1;
        at += extra;
      }
      at += length;
      out += length;
    } else {
      const extra = kind === 3 ? 4 : kind;
      const low = numberAt(packed, at, extra);
      const offset = kind === 1 ? low + ((tag >> 5) << 8) : low;
      at += extra;
      if (offset === 0 || offset > out) throw new UnreadableFile("broken");
      out += kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    }
    if (at > packed.length || out > size) throw new UnreadableFile("broken");
  }
  if (out !== size) throw new UnreadableFile("broken");
}

function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value += (bytes[at + i] ?? 0) * 2 ** (8 * i);
  return value;
}
