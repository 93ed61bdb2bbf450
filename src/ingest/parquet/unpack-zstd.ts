import { UnreadableFile } from "../unreadable-file.ts";

const MAGIC = 0xfd2fb528;

let codec: Promise<typeof import("@bokuweb/zstd-wasm")> | undefined;

/**
 * Unpacks Zstandard by its own implementation, compiled for browsers: it writes nothing beyond the room that it is given, which is what the
 * frame says, or `size` where that says nothing. A frame that says anything else is not begun. (Those in JavaScript copy whatever a block
 * asks for and look afterwards: minutes for thirty bytes.)
 * @throws UnreadableFile unless exactly `size` bytes come out
 */
export async function unpackZstd(packed: Uint8Array, size: number): Promise<Uint8Array> {
  codec ??= import("@bokuweb/zstd-wasm").then(async (library) => {
    await library.init();
    return library;
  });
  const { decompress } = await codec;
  try {
    if ((saidSize(packed) ?? size) === size) {
      const page = decompress(packed, { defaultHeapSize: size });
      if (page.length === size) return page;
    }
  } catch {
    // Broken, as below.
  }
  throw new UnreadableFile("broken");
}

/**
 * What a frame says of the size of its content; undefined where it leaves that open (RFC 8878, 3.1.1.1).
 * @throws RangeError when the frame ends before
 */
function saidSize(packed: Uint8Array): number | undefined {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (view.getUint32(0, true) !== MAGIC) throw new RangeError("no frame");
  const flags = view.getUint8(4);
  const isSingle = (flags & 32) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][flags & 3] ?? 0;
  const at = 5 + (isSingle ? 0 : 1) + dictionaryBytes;
  switch (flags >> 6) {
    case 0:
      return isSingle ? view.getUint8(at) : undefined;
    case 1:
      return view.getUint16(at, true) + 256;
    case 2:
      return view.getUint32(at, true);
    default:
      return Number(view.getBigUint64(at, true));
  }
}
