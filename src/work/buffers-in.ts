/** The buffers of the typed arrays that stand directly in an object, each once: what moves to the other thread instead of being copied. */
export function buffersIn(holder: object): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const value of Object.values(holder)) {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer && value.byteLength > 0)
      buffers.add(value.buffer);
  }
  return [...buffers];
}
