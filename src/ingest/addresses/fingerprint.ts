/**
 * Tells files apart by their bytes, to know one again that was read before: its length and two sums over all of it (FNV-1a over words of
 * four bytes, and the same over what that leaves, 64 bits together). No protection against somebody who wants two files to be alike.
 */
export function fingerprint(bytes: Uint8Array<ArrayBuffer>): string {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(whole.buffer, whole.byteOffset, whole.byteLength >> 2);
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let k = 0; k < words.length; k++) {
    first = Math.imul(first ^ (words[k] as number), 0x01000193);
    second = Math.imul(second ^ (first >>> 15) ^ (words[k] as number), 0x85ebca6b);
  }
  for (const byte of whole.subarray(words.length * 4)) first = Math.imul(first ^ byte, 0x01000193);
  return `${bytes.length} ${first >>> 0} ${second >>> 0}`;
}
