import { UnreadableFile } from "../unreadable-file.ts";

/** Indices of more bits would need a dictionary that no page can hold; the library's arithmetic ends before 32. */
const WIDEST = 24;

/**
 * Walks through runs of equal and packed numbers (RLE / bit packing hybrid, https://parquet.apache.org/docs/file-format/data-pages/encodings)
 * before the library reads them, which believes their counts.
 *
 * Each run takes at least one byte, and no run holds more than is still to come (packed ones: up to seven more), so that it ends.
 * @param from where the runs begin
 * @param count numbers that are needed
 * @param see hears each number and how often it comes; without it only the counts are looked at
 * @throws UnreadableFile when the runs do not fit into the bytes
 */
export function walkRuns(
  bytes: Uint8Array,
  from: number,
  width: number,
  count: number,
  see?: (value: number, times: number) => void,
): void {
  if (width > WIDEST) throw new UnreadableFile("broken");
  const mask = 2 ** width - 1;
  let at = from;
  let seen = 0;
  while (seen < count) {
    let head = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw new UnreadableFile("broken");
      head += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    const left = count - seen;
    const size = Math.floor(head / 2);
    if (head % 2 === 1) {
      // Groups of eight.
      const numbers = Math.min(size * 8, left);
      const next = at + size * width;
      // Behind packed numbers of no bits the library loses its place.
      const isLost = width === 0 && numbers < left;
      if (size === 0 || size * 8 - left >= 8 || next > bytes.length || isLost) throw new UnreadableFile("broken");
      if (see) for (let i = 0; i < numbers; i++) see(packedAt(bytes, at * 8 + i * width) & mask, 1);
      at = next;
      seen += numbers;
    } else {
      const length = (width + 7) >> 3;
      if (size > left || at + length > bytes.length) throw new UnreadableFile("broken");
      see?.(packedAt(bytes, at * 8) & (2 ** (8 * length) - 1), size);
      at += length;
      seen += size;
    }
  }
}

/** 24 bits and more from here on; behind the end there are none. */
function packedAt(bytes: Uint8Array, bit: number): number {
  const at = Math.floor(bit / 8);
  const four =
    (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
  return four >>> (bit % 8);
}
