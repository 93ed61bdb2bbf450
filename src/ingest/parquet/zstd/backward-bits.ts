import { UnreadableFile } from "../../unreadable-file.ts";

/** Bits that are read from the end: the last byte holds the first of them, below its highest bit that is set (RFC 8878, 4.1). */
export class BackwardBits {
  readonly #bytes: Uint8Array;
  /** Bits that are left; below zero once more were read than there are. */
  left: number;

  constructor(bytes: Uint8Array) {
    const last = bytes[bytes.length - 1];
    if (!last) throw new UnreadableFile("broken");
    this.#bytes = bytes;
    this.left = bytes.length * 8 - 1 - (Math.clz32(last) - 24);
  }

  /** @param count at most 31 */
  read(count: number): number {
    this.left -= count;
    if (count <= 17) return this.#at(this.left) & ((1 << count) - 1);
    return (this.#at(this.left) & 0xffff) + (this.#at(this.left + 16) & ((1 << (count - 16)) - 1)) * 65_536;
  }

  /** The next bits, zeros behind the last; they stay. */
  peek(count: number): number {
    const at = this.left - count;
    return (at < 0 ? this.#at(0) << -at : this.#at(at)) & ((1 << count) - 1);
  }

  /** At least 17 bits. */
  #at(bit: number): number {
    const bytes = this.#bytes;
    const at = bit >> 3;
    return ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)) >> (bit & 7);
  }
}
