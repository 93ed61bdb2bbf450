import { UnreadableFile } from "../../unreadable-file.ts";
import { BackwardBits } from "./backward-bits.ts";
import { readFseTable } from "./fse-table.ts";

/** What the next bits mean, by as many as the longest code has (RFC 8878, 4.2). */
export interface HuffmanTable {
  readonly log: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
}

export const LARGEST_BLOCK = 131_072;
const LONGEST_CODE = 11;

/**
 * The bytes of a block that are no copies (RFC 8878, 3.1.1.3.1).
 * @param before the table of the block before, which a block may use again
 * @returns them, where they end, and the table
 * @throws UnreadableFile
 */
export function readLiterals(
  block: Uint8Array,
  before: HuffmanTable | undefined,
): { readonly literals: Uint8Array; readonly end: number; readonly table: HuffmanTable | undefined } {
  const head = numberAt(block, 0, 5);
  const kind = head & 3;
  const form = (head >> 2) & 3;
  if (kind < 2) {
    const length = form % 2 === 0 ? 1 : form === 1 ? 2 : 3;
    const size = form % 2 === 0 ? (head >> 3) & 31 : (head >> 4) & (form === 1 ? 0xfff : 0xfffff);
    const end = length + (kind === 0 ? size : 1);
    if (size > LARGEST_BLOCK || end > block.length) throw new UnreadableFile("broken");
    const literals = kind === 0 ? block.subarray(length, end) : new Uint8Array(size).fill(block[length] as number);
    return { literals, end, table: before };
  }
  const width = form < 2 ? 10 : form === 2 ? 14 : 18;
  const length = form < 2 ? 3 : form + 2;
  const size = Math.floor(head / 16) % 2 ** width;
  const end = length + (Math.floor(head / 2 ** (4 + width)) % 2 ** width);
  if (size > LARGEST_BLOCK || end > block.length) throw new UnreadableFile("broken");
  const [table, from] = kind === 2 ? readHuffmanTable(block.subarray(0, end), length) : [before, length];
  if (!table) throw new UnreadableFile("broken");
  const literals = new Uint8Array(size);
  const packed = block.subarray(from, end);
  if (form === 0) unpackStream(packed, literals, table);
  else unpackFour(packed, literals, table);
  return { literals, end, table };
}

function numberAt(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = 0; i < length; i++) value += (bytes[at + i] ?? 0) * 2 ** (8 * i);
  return value;
}

function unpackFour(packed: Uint8Array, literals: Uint8Array, table: HuffmanTable): void {
  const part = (literals.length + 3) >> 2;
  if (packed.length < 6 || part * 3 > literals.length) throw new UnreadableFile("broken");
  let at = 6;
  for (let i = 0; i < 4; i++) {
    const end = i < 3 ? at + numberAt(packed, i * 2, 2) : packed.length;
    if (end > packed.length) throw new UnreadableFile("broken");
    unpackStream(packed.subarray(at, end), literals.subarray(i * part, i < 3 ? (i + 1) * part : undefined), table);
    at = end;
  }
}

function unpackStream(packed: Uint8Array, literals: Uint8Array, { log, symbols, bits }: HuffmanTable): void {
  const stream = new BackwardBits(packed);
  for (let i = 0; i < literals.length && stream.left > 0; i++) {
    const code = stream.peek(log);
    literals[i] = symbols[code] as number;
    stream.left -= bits[code] as number;
    if (i === literals.length - 1 && stream.left === 0) return;
  }
  if (stream.left !== 0 || literals.length > 0) throw new UnreadableFile("broken");
}

function readHuffmanTable(bytes: Uint8Array, from: number): readonly [table: HuffmanTable, end: number] {
  const head = bytes[from] ?? 0;
  const isPacked = head < 128;
  const end = from + 1 + (isPacked ? head : Math.ceil((head - 127) / 2));
  if (end > bytes.length) throw new UnreadableFile("broken");
  const weights = isPacked
    ? packedWeights(bytes.subarray(0, end), from + 1)
    : plainWeights(bytes, from + 1, head - 127);
  return [huffmanTable(weights), end];
}

function plainWeights(bytes: Uint8Array, from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const byte = bytes[from + (i >> 1)] as number;
    return i % 2 === 0 ? byte >> 4 : byte & 15;
  });
}

/** Two states take turns until no bits are left; some take none, so that their number ends it. */
function packedWeights(bytes: Uint8Array, from: number): number[] {
  const [{ log, symbols, bits, bases }, start] = readFseTable(bytes, from, 6, 255);
  const stream = new BackwardBits(bytes.subarray(start));
  const states = [stream.read(log), stream.read(log)];
  const weights: number[] = [];
  for (let turn = 0; weights.length < 255; turn = 1 - turn) {
    const state = states[turn] as number;
    weights.push(symbols[state] as number);
    const next = (bases[state] as number) + stream.read(bits[state] as number);
    if (stream.left < 0) {
      weights.push(symbols[states[1 - turn] as number] as number);
      return weights;
    }
    states[turn] = next;
  }
  throw new UnreadableFile("broken");
}

/** The weight of the last symbol is what is missing to a power of two. */
function huffmanTable(weights: readonly number[]): HuffmanTable {
  if (weights.some((weight) => weight > LONGEST_CODE) || weights.length > 255) throw new UnreadableFile("broken");
  const sum = weights.reduce((total, weight) => total + ((1 << weight) >> 1), 0);
  const log = 32 - Math.clz32(sum);
  const rest = (1 << log) - sum;
  if (sum === 0 || log > LONGEST_CODE || (rest & (rest - 1)) !== 0) throw new UnreadableFile("broken");
  const all = [...weights, 32 - Math.clz32(rest)];
  const symbols = new Uint8Array(1 << log);
  const bits = new Uint8Array(1 << log);
  let at = 0;
  for (let weight = 1; weight <= log; weight++) {
    for (const [symbol, its] of all.entries()) {
      if (its !== weight) continue;
      const end = at + (1 << (weight - 1));
      symbols.fill(symbol, at, end);
      bits.fill(log + 1 - weight, at, end);
      at = end;
    }
  }
  return { log, symbols, bits };
}
