import { parquetMetadata, parquetSchema } from "hyparquet";
import type { SchemaTree } from "hyparquet/src/types.js";
import { UnreadableFile } from "../unreadable-file.ts";
import { type ByteRange, joinedRanges } from "./first-rows.ts";
import { type Chunk, layoutOf, type ParquetLayout } from "./parquet-layout.ts";
import { brokenBy } from "./stumbled.ts";

export interface PartsQuestion {
  readonly byteLength: number;
  /** The end of the file, the footer in it. */
  readonly tail: Uint8Array<ArrayBuffer>;
  /** Absent = all; the file is then what it was, byte by byte. */
  readonly columns?: readonly string[] | undefined;
}

export interface FilePart {
  /** What is asked for. */
  readonly range: ByteRange;
  /** What of it belongs into the file. */
  readonly kept: readonly ByteRange[];
}

export interface FileParts {
  /** Row group by row group, as they stand in the file. */
  readonly parts: readonly FilePart[];
  /** What stands behind them. */
  readonly end: Uint8Array<ArrayBuffer>;
}

/** Small row groups are asked for together, large ones in pieces. */
const PART = 4 * 1024 ** 2;
const LARGEST_PART = 2 * PART;
const GAP = 16_384;
const MARK: ByteRange = [0, 4];
/** Describes all columns once more, in words of other libraries; it would be wrong of some. */
const OF_ALL_COLUMNS: ReadonlySet<string> = new Set(["ARROW:schema", "pandas"]);

/** In which parts a Parquet file is fetched, and what makes a file of them. */
export async function fileParts(question: PartsQuestion): Promise<FileParts | { readonly broken: string }> {
  try {
    const { byteLength, tail, columns } = question;
    const layout = layoutOf(tail.slice().buffer, byteLength);
    const names = layout.tree.children.map(({ element }) => element.name);
    const chosen = columns && new Set(columns);
    if (!chosen || names.every((name) => chosen.has(name))) return wholeFile(layout, byteLength, tail);
    return await someColumns(layout, tail, chosen);
  } catch (error) {
    return brokenBy(error);
  }
}

/** All bytes before the tail, cut where a row group ends. */
function wholeFile({ groups }: ParquetLayout, byteLength: number, tail: Uint8Array<ArrayBuffer>): FileParts {
  const end = byteLength - tail.length;
  const ends = groups.map(({ chunks }) => Math.max(0, ...chunks.map((chunk) => chunk.end)));
  const cuts = [...ends.filter((cut) => cut < end).sort((a, b) => a - b), end];
  const parts: FilePart[] = [];
  let from = 0;
  for (const [i, cut] of cuts.entries()) {
    const isLast = i === cuts.length - 1;
    if (cut - from < PART && !isLast) continue;
    for (const range of pieces([from, cut])) parts.push({ range, kept: [range] });
    from = Math.max(from, cut);
  }
  return { parts, end: tail };
}

function pieces([from, to]: ByteRange): ByteRange[] {
  const count = Math.ceil((to - from) / LARGEST_PART);
  return Array.from({ length: count }, (_, i) => [
    from + i * LARGEST_PART,
    Math.min(to, from + (i + 1) * LARGEST_PART),
  ]);
}

/**
 * The chunks of some columns one after the other, and a footer of their own: pages are taken as they are. What is said of the values (bounds,
 * indices by page) is left out, it would stand elsewhere.
 */
async function someColumns(
  layout: ParquetLayout,
  tail: Uint8Array<ArrayBuffer>,
  chosen: ReadonlySet<string>,
): Promise<FileParts> {
  const isChosen = layout.leaves.map(({ path }) => chosen.has(path[0] ?? ""));
  if (!isChosen.includes(true)) throw new UnreadableFile("no-features", [...chosen].join(", "));
  // As it stands in the file: not with what GeoParquet adds to it.
  const metadata = parquetMetadata(tail.slice().buffer, { geoparquet: false });
  const parts: FilePart[] = [{ range: MARK, kept: [MARK] }];
  let at = MARK[1];
  const rowGroups = layout.groups.map(({ chunks }, g) => {
    const wanted = chunks.filter((_, i) => isChosen[i]).sort((a, b) => a.start - b.start);
    const starts = new Map<Chunk, number>();
    for (const chunk of wanted) {
      starts.set(chunk, at);
      at += chunk.end - chunk.start;
    }
    parts.push(...chunkParts(wanted));
    const group = metadata.row_groups[g] as (typeof metadata.row_groups)[number];
    const columns = chunks.flatMap((chunk, i) => {
      const moved = BigInt((starts.get(chunk) ?? 0) - chunk.start);
      const { statistics: _, bloom_filter_offset: __, bloom_filter_length: ___, ...meta } = chunk.meta;
      const dictionary = meta.dictionary_page_offset;
      const places = {
        data_page_offset: meta.data_page_offset + moved,
        dictionary_page_offset: dictionary ? dictionary + moved : undefined,
        index_page_offset: undefined,
      };
      return isChosen[i] ? [{ file_offset: 0n, meta_data: { ...meta, ...places } }] : [];
    });
    const bytes = wanted.reduce((sum, { meta }) => sum + meta.total_uncompressed_size, 0n);
    return { columns, num_rows: group.num_rows, total_byte_size: bytes };
  });
  const root = parquetSchema(metadata);
  const children = root.children.filter(({ element }) => chosen.has(element.name));
  const schema = [{ ...root.element, num_children: children.length }, ...children.flatMap(elementsOf)];
  const isPlaced = chosen.has(primaryGeometry(metadata.key_value_metadata) ?? "");
  const { writeMetadata } = await import("hyparquet-writer/src/metadata.js");
  const { ByteWriter } = await import("hyparquet-writer/src/bytewriter.js");
  const writer = new ByteWriter();
  const kept = metadata.key_value_metadata?.filter(
    ({ key }) => !OF_ALL_COLUMNS.has(key) && (key !== "geo" || isPlaced),
  );
  writeMetadata(writer, { ...metadata, schema, row_groups: rowGroups, key_value_metadata: kept ?? [] });
  writer.appendBytes(new TextEncoder().encode("PAR1"));
  return { parts, end: writer.getBytes().slice() };
}

function chunkParts(wanted: readonly Chunk[]): FilePart[] {
  const small = wanted.filter(({ start, end }) => end - start <= LARGEST_PART);
  const ranges = joinedRanges(
    small.map(({ start, end }) => [start, end]),
    GAP,
    LARGEST_PART,
  );
  const joined: FilePart[] = ranges.map((range) => ({
    range,
    kept: small.flatMap(({ start, end }) => (start >= range[0] && end <= range[1] ? [[start, end] as const] : [])),
  }));
  const large = wanted.flatMap(({ start, end }) => (end - start > LARGEST_PART ? pieces([start, end]) : []));
  return [...joined, ...large.map((range) => ({ range, kept: [range] }))].sort((a, b) => a.range[0] - b.range[0]);
}

function elementsOf(node: SchemaTree): SchemaTree["element"][] {
  return [node.element, ...node.children.flatMap(elementsOf)];
}

function primaryGeometry(pairs: readonly { readonly key: string; readonly value?: string }[] = []): string | undefined {
  const geo: unknown = JSON.parse(pairs.find(({ key }) => key === "geo")?.value ?? "null");
  const name = (geo as { primary_column?: unknown } | null)?.primary_column;
  return typeof name === "string" ? name : undefined;
}
