import type { DecodedArray } from "hyparquet";
import { assembleAsync } from "hyparquet/src/rowgroup.js";
import { UnreadableFile } from "../unreadable-file.ts";
import type { Chunk, Leaf, ParquetLayout, RowGroup } from "./parquet-layout.ts";
import { PARSERS, readChunk, type TextRoom } from "./read-chunk.ts";

/**
 * The values of one column of the table in one row group; what lies in several columns of the file (lists, structures) is put together.
 * @param column which child of the root it is
 * @param load the bytes of a chunk
 * @param first only so many rows of the beginning are wanted, and `load` gives no more than they need
 * @throws UnreadableFile, or what the library or the source of the bytes throws
 */
export async function readColumn(
  { tree, leaves, leavesOf }: ParquetLayout,
  group: RowGroup,
  column: number,
  load: (chunk: Chunk, leaf: Leaf) => Promise<ArrayBuffer> | ArrayBuffer,
  room: TextRoom,
  first?: number,
): Promise<readonly DecodedArray[]> {
  const child = tree.children[column];
  if (!child) throw new UnreadableFile("broken");
  const rows = Math.min(first ?? group.rows, group.rows);
  const read: { readonly leaf: Leaf; readonly parts: DecodedArray[] }[] = [];
  for (const i of leavesOf[column] ?? []) {
    const leaf = leaves[i] as Leaf;
    const chunk = group.chunks[i] as Chunk;
    const parts = await readChunk(await load(chunk, leaf), leaf, chunk, rows, room, first !== undefined);
    read.push({ leaf, parts });
  }
  if (child.children.length === 0) return read[0]?.parts ?? [];
  const asyncColumns = read.map(({ leaf, parts }) => ({
    pathInSchema: [...leaf.path],
    data: Promise.resolve({ data: parts, skipped: 0 }),
  }));
  const [assembled] = assembleAsync(
    { groupStart: group.rowStart, groupRows: rows, selectStart: 0, selectEnd: rows, asyncColumns },
    { ...tree, children: [child] },
    PARSERS,
  ).asyncColumns;
  return assembled ? (await assembled.data).data : [];
}
