import { geometryColumn } from "../parquet/geometry-column.ts";
import { footerLength, layoutOf } from "../parquet/parquet-layout.ts";
import { brokenBy } from "../parquet/stumbled.ts";

/** What the end of a Parquet file tells of all of it. */
export type ReadFooter =
  | {
      readonly rows: number;
      readonly columns: readonly string[];
      /** The column of places, and their system if the file names it. */
      readonly geometry?: { readonly name: string; readonly crs?: string | undefined } | undefined;
    }
  /** The footer is longer: so many bytes of the end are needed. */
  | { readonly needs: number }
  | { readonly broken: string };

/**
 * @param tail the last bytes of the file
 * @param byteLength of the whole file
 */
export function readFooter(tail: Uint8Array<ArrayBuffer>, byteLength: number): ReadFooter {
  try {
    const bytes = tail.slice().buffer;
    const needs = footerLength(bytes);
    if (needs > byteLength) return { broken: "truncated" };
    if (needs > tail.length) return { needs };
    const { metadata, tree, rowCount } = layoutOf(bytes, byteLength);
    const columns = tree.children.map(({ element }) => element.name);
    const geometry = geometryColumn(metadata);
    return { rows: rowCount, columns, geometry: geometry && columns.includes(geometry.name) ? geometry : undefined };
  } catch (error) {
    return brokenBy(error);
  }
}
