const PIECE = 8 * 1024 ** 2;

/** Whether two files hold the same, read piece by piece and only as far as they do. */
export async function sameBytes(one: Blob, other: Blob): Promise<boolean> {
  if (one.size !== other.size) return false;
  for (let at = 0; at < one.size; at += PIECE) {
    const [left, right] = await Promise.all(
      [one, other].map(async (file) => new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer())),
    );
    if (!left || !right || left.some((byte, i) => byte !== right[i])) return false;
  }
  return true;
}
