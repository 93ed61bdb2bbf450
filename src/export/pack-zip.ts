import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

export interface PackedFile {
  readonly path: string;
  readonly content: Blob;
}

export interface PackZipInput {
  readonly files: readonly PackedFile[];
  /** Stands at every file, ISO 8601. */
  readonly date: string;
}

/** Sizes in a zip without its 64-bit extension, which this writer lacks. */
const LARGEST = 0xffffffff;

/** Packed by themselves: to pack them again takes time and saves nothing. */
const PACKED = /\.(zip|kmz|xlsx|ods|pbf|pmtiles|parquet|gpkg|fgb|gz|png|jpe?g|webp)$/i;

/**
 * A zip of files, in their order, read and packed piece by piece: never more than one piece of one file is in memory.
 * @throws RangeError when it would be larger than a zip can be (4 GiB)
 */
export async function packZip({ files, date }: PackZipInput): Promise<Blob> {
  const total = files.reduce((sum, { content }) => sum + content.size, 0);
  if (total > LARGEST) throw new RangeError(`too large for a zip: ${total} bytes`);
  // A blob of pieces may lie on the disk of the browser; an array of them lies in memory.
  let whole = new Blob();
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let waiting = 0;
  const settle = () => {
    whole = new Blob([whole, ...pieces], { type: "application/zip" });
    pieces = [];
    waiting = 0;
  };
  let problem: Error | undefined;
  const zip = new Zip((error, piece) => {
    if (error) problem = error;
    else {
      pieces.push(piece as Uint8Array<ArrayBuffer>);
      waiting += piece.length;
      if (waiting > 16 * 1024 ** 2) settle();
    }
  });
  for (const { path, content } of files) {
    const entry = PACKED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    entry.mtime = date;
    zip.add(entry);
    const reader = content.stream().getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) entry.push(part.value);
    entry.push(new Uint8Array(), true);
    if (problem) throw problem;
  }
  zip.end();
  if (problem) throw problem;
  settle();
  return whole;
}
