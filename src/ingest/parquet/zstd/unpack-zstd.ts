import { UnreadableFile } from "../../unreadable-file.ts";
import { BackwardBits } from "./backward-bits.ts";
import { constantTable, type FseTable, fseTable, readFseTable } from "./fse-table.ts";
import { type HuffmanTable, LARGEST_BLOCK, readLiterals } from "./zstd-literals.ts";

const MAGIC = 0xfd2fb528;

/** Three kinds of codes: bytes that are taken over, distances, lengths of copies (RFC 8878, 3.1.1.3.2.1). */
interface CodeKind {
  readonly mostLog: number;
  readonly usual: FseTable;
  readonly bases: readonly number[];
  readonly bits: readonly number[];
}

const TAKEN = codeKind(
  9,
  "4 3 2 2 2 2 2 2 2 2 2 2 2 1 1 1 2 2 2 2 2 2 2 2 2 3 2 1 1 1 1 1 -1 -1 -1 -1",
  6,
  [...new Array(16).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  0,
);
const DISTANCE = codeKind(
  8,
  "1 1 1 1 1 1 2 2 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 -1 -1 -1 -1 -1",
  5,
  Array.from({ length: 32 }, (_, code) => code),
  1,
);
const COPIED = codeKind(
  9,
  "1 4 3 2 2 2 2 2 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 -1 -1 -1 -1 -1 -1 -1",
  6,
  [...new Array(32).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  3,
);

/** Codes follow one another without a gap: each begins where the one before ends. */
function codeKind(mostLog: number, counts: string, log: number, bits: readonly number[], first: number): CodeKind {
  const bases: number[] = [];
  for (const [code] of bits.entries()) {
    bases.push(code === 0 ? first : (bases[code - 1] as number) + 2 ** (bits[code - 1] as number));
  }
  return { mostLog, usual: fseTable(counts.split(" ").map(Number), log), bases, bits };
}

/** What blocks of a frame hand on to each other. */
interface FrameState {
  readonly page: Uint8Array;
  at: number;
  huffman: HuffmanTable | undefined;
  readonly tables: [FseTable | undefined, FseTable | undefined, FseTable | undefined];
  readonly distances: [number, number, number];
}

/**
 * Unpacks Zstandard (RFC 8878). Those written in JavaScript work for minutes on a made-up block of thirty bytes, because they copy whatever it
 * says and look afterwards; here no copy goes beyond the page, and each sequence brings it on by three bytes at least, so that it ends.
 * @throws UnreadableFile unless exactly `size` bytes come out
 */
export function unpackZstd(packed: Uint8Array, size: number): Uint8Array {
  const frame: FrameState = {
    ...{ page: new Uint8Array(size), at: 0, huffman: undefined },
    ...{ tables: [undefined, undefined, undefined], distances: [1, 4, 8] },
  };
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  let at = 0;
  while (at < packed.length) {
    if (packed.length - at < 9) throw new UnreadableFile("broken");
    const magic = view.getUint32(at, true);
    // Skippable frames have a length and nothing for us.
    if (magic >>> 4 === 0x184d2a5) at += 8 + view.getUint32(at + 4, true);
    else if (magic === MAGIC) at = unpackFrame(packed, at + 4, frame);
    else throw new UnreadableFile("broken");
  }
  if (at !== packed.length || frame.at !== size) throw new UnreadableFile("broken");
  return frame.page;
}

function unpackFrame(packed: Uint8Array, from: number, state: FrameState): number {
  const flags = packed[from] ?? 0;
  const isWhole = (flags & 0x20) !== 0;
  const sizeLength = flags >> 6 === 0 ? (isWhole ? 1 : 0) : 1 << (flags >> 6);
  // One bit is reserved; a dictionary is named by 0, 1, 2 or 4 bytes, and none is known here.
  if ((flags & 8) !== 0 || (flags & 3) !== 0) throw new UnreadableFile("broken");
  let at = from + 1 + (isWhole ? 0 : 1) + sizeLength;
  state.huffman = undefined;
  state.tables.fill(undefined);
  state.distances.splice(0, 3, 1, 4, 8);
  for (let isLast = false; !isLast; ) {
    if (packed.length - at < 3) throw new UnreadableFile("broken");
    const head = (packed[at] as number) | ((packed[at + 1] as number) << 8) | ((packed[at + 2] as number) << 16);
    isLast = (head & 1) !== 0;
    const kind = (head >> 1) & 3;
    const size = head >> 3;
    at += 3;
    const end = at + (kind === 1 ? 1 : size);
    if (size > LARGEST_BLOCK || end > packed.length || kind === 3) throw new UnreadableFile("broken");
    if (kind === 2) unpackBlock(packed.subarray(at, end), state);
    else {
      if (size > state.page.length - state.at) throw new UnreadableFile("broken");
      if (kind === 0) state.page.set(packed.subarray(at, end), state.at);
      else state.page.fill(packed[at] as number, state.at, state.at + size);
      state.at += size;
    }
    at = end;
  }
  // A checksum may follow.
  return at + ((flags & 4) !== 0 ? 4 : 0);
}

function unpackBlock(block: Uint8Array, state: FrameState): void {
  const { literals, end, table } = readLiterals(block, state.huffman);
  state.huffman = table;
  const [first = 0, second = 0, third = 0] = block.subarray(end, end + 3);
  const isLong = first === 255;
  const count = first < 128 ? first : isLong ? second + third * 256 + 0x7f00 : (first - 128) * 256 + second;
  let at = end + (first < 128 ? 1 : isLong ? 3 : 2);
  if (at > block.length) throw new UnreadableFile("broken");
  let taken = 0;
  if (count > 0) {
    const modes = block[at++] ?? 1;
    if ((modes & 3) !== 0) throw new UnreadableFile("broken");
    for (const [i, kind] of [TAKEN, DISTANCE, COPIED].entries()) {
      const mode = (modes >> (6 - 2 * i)) & 3;
      if (mode === 0) state.tables[i] = kind.usual;
      else if (mode === 1) {
        const symbol = block[at++] ?? 255;
        if (symbol >= kind.bases.length) throw new UnreadableFile("broken");
        state.tables[i] = constantTable(symbol);
      } else if (mode === 2) {
        [state.tables[i], at] = readFseTable(block, at, kind.mostLog, kind.bases.length - 1);
      }
    }
    taken = copySequences(new BackwardBits(block.subarray(at)), count, literals, state);
  } else if (at !== block.length) throw new UnreadableFile("broken");
  take(literals, taken, literals.length, state);
}

/** @returns how many of the literals were taken */
function copySequences(stream: BackwardBits, count: number, literals: Uint8Array, state: FrameState): number {
  const [takenTable, distanceTable, copiedTable] = state.tables;
  if (!takenTable || !distanceTable || !copiedTable) throw new UnreadableFile("broken");
  let takenState = stream.read(takenTable.log);
  let distanceState = stream.read(distanceTable.log);
  let copiedState = stream.read(copiedTable.log);
  let taken = 0;
  for (let i = 0; i < count; i++) {
    const code = distanceTable.symbols[distanceState] as number;
    const value = 2 ** code + stream.read(code);
    const copied = numberOf(COPIED, copiedTable.symbols[copiedState] as number, stream);
    const length = numberOf(TAKEN, takenTable.symbols[takenState] as number, stream);
    if (stream.left < 0) throw new UnreadableFile("broken");
    take(literals, taken, taken + length, state);
    taken += length;
    copy(distanceOf(value, length === 0, state.distances), copied, state);
    if (i === count - 1) break;
    takenState = nextState(takenTable, takenState, stream);
    copiedState = nextState(copiedTable, copiedState, stream);
    distanceState = nextState(distanceTable, distanceState, stream);
  }
  if (stream.left !== 0) throw new UnreadableFile("broken");
  return taken;
}

function numberOf({ bases, bits }: CodeKind, code: number, stream: BackwardBits): number {
  return (bases[code] as number) + stream.read(bits[code] as number);
}

function nextState({ bases, bits }: FseTable, state: number, stream: BackwardBits): number {
  return (bases[state] as number) + stream.read(bits[state] as number);
}

/** The last three distances have short names, which mean others where nothing was taken over before (RFC 8878, 3.1.1.5). */
function distanceOf(value: number, isShifted: boolean, distances: [number, number, number]): number {
  const which = value > 3 ? 4 : value + (isShifted ? 1 : 0);
  const [first, second, third] = distances;
  const distance = value > 3 ? value - 3 : which === 1 ? first : which === 2 ? second : which === 3 ? third : first - 1;
  if (which > 2) distances[2] = second;
  if (which > 1) distances[1] = first;
  distances[0] = distance;
  return distance;
}

function take(literals: Uint8Array, from: number, to: number, state: FrameState): void {
  if (to > literals.length || to - from > state.page.length - state.at) throw new UnreadableFile("broken");
  for (let i = from; i < to; i++) state.page[state.at++] = literals[i] as number;
}

function copy(distance: number, length: number, state: FrameState): void {
  const { page, at } = state;
  if (distance <= 0 || distance > at || length > page.length - at) throw new UnreadableFile("broken");
  for (let i = at; i < at + length; i++) page[i] = page[i - distance] as number;
  state.at += length;
}
