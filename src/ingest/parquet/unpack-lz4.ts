import { UnreadableFile } from "../unreadable-file.ts";

/**
 * Bytes packed by LZ4 (https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md), which needs no library: those at hand go backwards on a
 * negative length, and do not notice when too little comes out.
 * @param isFramed older files put lengths before the blocks, as Hadoop does; some of the same name do not
 * @throws UnreadableFile unless exactly `size` bytes come out
 */
export function unpackLz4(packed: Uint8Array, size: number, isFramed: boolean): Uint8Array {
  const page = new Uint8Array(size);
  const blocks = isFramed ? framedBlocks(packed, size) : undefined;
  let at = 0;
  for (const [block, expected] of blocks ?? [[packed, size] as const]) {
    const end = unpackBlock(block, page, at);
    if (end - at !== expected) throw new UnreadableFile("broken");
    at = end;
  }
  return page;
}

/** Undefined where the lengths do not add up: then there are none. */
function framedBlocks(packed: Uint8Array, size: number): (readonly [block: Uint8Array, size: number])[] | undefined {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const blocks: (readonly [Uint8Array, number])[] = [];
  let total = 0;
  for (let at = 0; at < packed.length; ) {
    if (packed.length - at < 8) return undefined;
    const [unpacked, length] = [view.getUint32(at), view.getUint32(at + 4)];
    at += 8;
    if (length > packed.length - at || unpacked > size - total) return undefined;
    blocks.push([packed.subarray(at, at + length), unpacked]);
    at += length;
    total += unpacked;
  }
  return total === size ? blocks : undefined;
}

/** Each round takes at least one byte. @returns where the unpacked bytes end */
function unpackBlock(packed: Uint8Array, page: Uint8Array, start: number): number {
  let at = 0;
  let out = start;

  function byte(): number {
    const next = packed[at++];
    if (next === undefined) throw new UnreadableFile("broken");
    return next;
  }

  function length(nibble: number): number {
    let value = nibble;
    if (nibble === 15) {
      let next: number;
      do {
        next = byte();
        value += next;
      } while (next === 255);
    }
    return value;
  }

  while (at < packed.length) {
    const token = byte();
    const literals = length(token >> 4);
    if (literals > packed.length - at || literals > page.length - out) throw new UnreadableFile("broken");
    page.set(packed.subarray(at, at + literals), out);
    at += literals;
    out += literals;
    // The last sequence is literals alone.
    if (at === packed.length) break;
    const offset = byte() + byte() * 256;
    const copied = length(token & 15) + 4;
    if (offset === 0 || offset > out - start || copied > page.length - out) throw new UnreadableFile("broken");
    for (const end = out + copied; out < end; out++) page[out] = page[out - offset] as number;
  }
  return out;
}
