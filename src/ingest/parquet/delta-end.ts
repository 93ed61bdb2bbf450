import { UnreadableFile } from "../unreadable-file.ts";

/** Writers use 128 to some thousand. */
const LARGEST_BLOCK = 1 << 20;
const LONGEST_NUMBER = 10;

/**
 * Looks through blocks of differences (DELTA_BINARY_PACKED) before the library reads them: it divides by what the head says and moves by it,
 * backwards, too. Each block takes at least one byte and holds at least 32 numbers or all that are left, so that it ends.
 * @param widest bits of the numbers, 32 or 64
 * @throws UnreadableFile when they do not fit into the bytes
 */
export function checkDeltas(bytes: Uint8Array, from: number, count: number, widest: 32 | 64): void {
  let at = from;

  function number(): number {
    let value = 0;
    for (let i = 0; i < LONGEST_NUMBER; i++) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    throw new UnreadableFile("broken");
  }

  const block = number();
  const parts = number();
  number();
  number();
  const perPart = block / parts;
  if (!(block > 0 && block <= LARGEST_BLOCK && parts > 0 && perPart % 32 === 0)) throw new UnreadableFile("broken");
  for (let left = count - 1; left > 0; ) {
    number();
    const widths = at;
    at += parts;
    if (at > bytes.length) throw new UnreadableFile("broken");
    for (let part = 0; part < parts && left > 0; part++) {
      const width = bytes[widths + part] ?? 0;
      const needed = Math.ceil((Math.min(perPart, left) * width) / 8);
      if (width > widest || at + needed > bytes.length) throw new UnreadableFile("broken");
      at += (perPart * width) / 8;
      left -= perPart;
    }
  }
}
