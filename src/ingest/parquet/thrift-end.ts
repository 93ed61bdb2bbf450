import { UnreadableFile } from "../unreadable-file.ts";

/** Deeper than any structure of parquet.thrift. */
const DEEPEST = 24;
/** From here on texts are statistics of columns: the library computes with them in a time that grows by the square of their length. */
const STATISTICS_DEPTH = 5;
const LONGEST_STATISTIC = 8192;
/** Seven bits a byte: a number of 64 bits has no more. */
const LONGEST_NUMBER = 10;

/**
 * Where a structure ends that is written in Thrift's compact protocol
 * (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md). The library that reads it believes lengths and
 * counts, and computes numbers of any length; behind this look there is nothing that could keep it busy.
 *
 * Each step takes at least one byte, so that it ends.
 * @throws UnreadableFile when it does not fit into the bytes
 */
export function thriftEnd(view: DataView, from: number): number {
  let at = from;

  function byte(): number {
    if (at >= view.byteLength) throw broken();
    return view.getUint8(at++);
  }

  function number(): number {
    let value = 0;
    for (let i = 0; i < LONGEST_NUMBER; i++) {
      const next = byte();
      // Beyond 2^53 it is not exact, and too large for any length or count.
      value += (next & 0x7f) * 2 ** (7 * i);
      if (next < 0x80) return value;
    }
    throw broken();
  }

  function skip(bytes: number): void {
    if (bytes > view.byteLength - at) throw broken();
    at += bytes;
  }

  function value(type: number, depth: number): void {
    if (type === 3) skip(1);
    else if (type >= 4 && type <= 6) number();
    else if (type === 7) skip(8);
    else if (type === 8) {
      const length = number();
      if (depth >= STATISTICS_DEPTH && length > LONGEST_STATISTIC) throw broken();
      skip(length);
    } else if (type === 9) list(depth);
    else if (type === 12) structure(depth + 1);
    else throw broken();
  }

  function list(depth: number): void {
    const head = byte();
    const type = head & 15;
    const count = head >> 4 === 15 ? number() : head >> 4;
    // No value of a list takes less than a byte.
    if (count > view.byteLength - at) throw broken();
    if (depth >= DEEPEST) throw broken();
    if (type === 1 || type === 2) skip(count);
    else for (let i = 0; i < count; i++) value(type, type === 9 ? depth + 1 : depth);
  }

  function structure(depth: number): void {
    if (depth > DEEPEST) throw broken();
    for (;;) {
      const head = byte();
      const type = head & 15;
      if (type === 0) return;
      if (head >> 4 === 0) number();
      // Whether it is true stands in the type itself.
      if (type > 2) value(type, depth);
    }
  }

  structure(1);
  return at;
}

function broken(): UnreadableFile {
  return new UnreadableFile("broken");
}
