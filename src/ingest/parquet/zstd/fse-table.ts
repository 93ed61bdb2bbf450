import { UnreadableFile } from "../../unreadable-file.ts";

/** What a state means, and which comes next (finite state entropy, RFC 8878, 4.1). */
export interface FseTable {
  readonly log: number;
  readonly symbols: Uint8Array;
  /** Bits to be read, and what is added to them. */
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/**
 * Reads how often each symbol comes. Each step takes bits or one of at most 256 symbols, so that it ends.
 * @returns the table, and where its description ends
 * @throws UnreadableFile
 */
export function readFseTable(
  bytes: Uint8Array,
  from: number,
  mostLog: number,
  lastSymbol: number,
): readonly [table: FseTable, end: number] {
  let bit = from * 8 + 4;
  const log = ((bytes[from] ?? 0) & 15) + 5;
  if (log > mostLog) throw new UnreadableFile("broken");
  const peek = (count: number) => {
    const at = bit >> 3;
    const three = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
    return (three >> (bit & 7)) & ((1 << count) - 1);
  };
  const counts: number[] = [];
  let remaining = 1 << log;
  while (remaining > 0 && counts.length <= lastSymbol) {
    const width = 32 - Math.clz32(remaining + 1);
    const half = 1 << (width - 1);
    const short = 2 * half - 2 - remaining;
    let value = peek(width);
    if ((value & (half - 1)) < short) {
      value &= half - 1;
      bit += width - 1;
    } else {
      if (value >= half) value -= short;
      bit += width;
    }
    // One less: -1 stands for less than one.
    const count = value - 1;
    counts.push(count);
    remaining -= Math.abs(count);
    if (count !== 0) continue;
    for (let zeros = 3; zeros === 3; ) {
      zeros = peek(2);
      bit += 2;
      for (let i = 0; i < zeros; i++) counts.push(0);
      if (counts.length > lastSymbol + 1) throw new UnreadableFile("broken");
    }
  }
  const end = Math.ceil(bit / 8);
  if (remaining !== 0 || end > bytes.length) throw new UnreadableFile("broken");
  return [fseTable(counts, log), end];
}

/** @param counts of the states of each symbol, their sum 2 ** log; -1 = less than one */
export function fseTable(counts: readonly number[], log: number): FseTable {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const next = new Uint16Array(counts.length);
  let high = size - 1;
  for (const [symbol, count] of counts.entries()) {
    next[symbol] = Math.abs(count);
    if (count === -1) symbols[high--] = symbol;
  }
  const step = (size >> 1) + (size >> 3) + 3;
  let at = 0;
  for (const [symbol, count] of counts.entries()) {
    for (let i = 0; i < count; i++) {
      symbols[at] = symbol;
      do at = (at + step) & (size - 1);
      while (at > high);
    }
  }
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state] as number;
    const order = next[symbol] as number;
    next[symbol] = order + 1;
    const width = log - (31 - Math.clz32(order));
    bits[state] = width;
    bases[state] = (order << width) - size;
  }
  return { log, symbols, bits, bases };
}

/** One symbol, always. */
export function constantTable(symbol: number): FseTable {
  return { log: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}
