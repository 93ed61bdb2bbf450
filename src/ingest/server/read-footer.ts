import { parquetMetadata, parquetSchema } from "hyparquet";

/** What the end of a Parquet file tells of all of it. */
export type ReadFooter =
  | { readonly rows: number; readonly columns: readonly string[] }
  /** The footer is longer: so many bytes of the end are needed. */
  | { readonly needs: number }
  | { readonly broken: string };

/** Length of the footer and the mark behind it. */
const TRAILER = 8;
const LONGEST = 32 * 1024 ** 2;

/** @param tail the last bytes of the file */
export function readFooter(tail: Uint8Array<ArrayBuffer>): ReadFooter {
  const at = tail.length - TRAILER;
  if (at < 0 || new TextDecoder("latin1").decode(tail.subarray(at + 4)) !== "PAR1") return { broken: "no-parquet" };
  const needs = new DataView(tail.buffer, tail.byteOffset).getUint32(at, true) + TRAILER;
  if (needs > LONGEST) return { broken: "too-large" };
  if (needs > tail.length) return { needs };
  try {
    const metadata = parquetMetadata(tail.slice().buffer);
    const columns = parquetSchema(metadata).children.map(({ element }) => element.name);
    return { rows: Number(metadata.num_rows), columns };
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) };
  }
}
