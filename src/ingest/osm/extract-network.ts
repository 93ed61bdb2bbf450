import type { Network } from "../../domain/network.ts";
import { blockContent, type FileBlock, fileBlocks } from "./file-blocks.ts";
import { readHeader, readPrimitiveBlock } from "./primitive-block.ts";
import { UnreadableExtract } from "./unreadable-extract.ts";
import { type WalkClass, walkOf } from "./walking-rule.ts";

/** What became of an extract. */
export interface ExtractedNetwork {
  readonly network: Network;
  /** Ways that one can walk along, kept at least in part. */
  readonly ways: number;
  /** Ways with nodes that the extract does not have, wholly or in part: it was cut there. */
  readonly cutWays: number;
  /** Ways of which nothing could be kept. */
  readonly lostWays: number;
  readonly date?: string | undefined;
}

/** A large city has 3,000,000; more than these would need above 1 GB. */
const MOST_REFS = 20_000_000;

const CLASSES: readonly WalkClass[] = ["street", "path", "steps", "bridge", "tunnel"];

/** Ways that one can walk along, in the order of the file. */
interface WalkableWays {
  /** Ids of nodes, way after way; way w has refs[starts[w]] … refs[starts[w + 1] − 1]. */
  readonly refs: Float64Array;
  readonly starts: Uint32Array;
  readonly classIndex: Uint8Array;
  readonly direction: Int8Array;
}

/**
 * The walking network of an OpenStreetMap extract (`.osm.pbf`; wiki.openstreetmap.org/wiki/PBF_Format): ways as walking-rule.ts has
 * them, cut where they share a node, so that ends that meet are nodes. Class 0 is "", as in every network that is read.
 * Blocks are unpacked one after the other (at most 32 MB each). Where the file is sorted, as extracts are, each is unpacked once: ways
 * from the end backwards, then nodes from the beginning. Memory beside the file: at most 50 bytes per node of a walkable way.
 * @param onBlock hears after each block how many of how many were read (a block that is read twice counts twice)
 * @throws UnreadableExtract when the file is broken, or needs more than this reader can do
 */
export function networkFromExtract(
  bytes: Uint8Array,
  resource: string,
  onBlock: (read: number, of: number) => void = () => {},
): ExtractedNetwork {
  const blocks = orCorrupt(() => fileBlocks(bytes));
  const { isSorted, date } = orCorrupt(() => readHeader(blockContent(bytes, blocks[0] as FileBlock)));
  const data = blocks.filter(({ type }) => type === "OSMData");
  let read = 0;
  const progress = (): void => onBlock(++read, isSorted ? Math.max(data.length, read) : 2 * data.length);

  const { ways, nodesEnd } = readWays(bytes, data, isSorted, progress);
  const ids = distinct(ways.refs);
  const at = positionsIn(ids, ways.refs);
  const { lon, lat } = readPositions(bytes, data.slice(0, nodesEnd), ids, isSorted, progress);
  return { ...cutWays(ways, at, lon, lat, resource), date };
}

/** The readers of bytes throw what they throw where bytes mean nothing. */
function orCorrupt<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableExtract) throw error;
    throw new UnreadableExtract("corrupt", error instanceof Error ? error.message : String(error));
  }
}

/** All ways that can be walked along; in a sorted file everything before the last block with nodes is nodes. */
function readWays(
  bytes: Uint8Array,
  blocks: readonly FileBlock[],
  isSorted: boolean,
  progress: () => void,
): { ways: WalkableWays; nodesEnd: number } {
  const perBlock: { refs: number[]; lengths: number[]; classes: number[]; directions: number[] }[] = [];
  let count = 0;
  let nodesEnd = isSorted ? 0 : blocks.length;
  for (let b = blocks.length - 1; b >= 0; b--) {
    const found = {
      refs: [] as number[],
      lengths: [] as number[],
      classes: [] as number[],
      directions: [] as number[],
    };
    const { hasNodes } = orCorrupt(() =>
      readPrimitiveBlock(blockContent(bytes, blocks[b] as FileBlock), {
        way(tags, refsOf) {
          const walk = walkOf(tags);
          if (!walk) return;
          const refs = refsOf();
          for (const ref of refs) found.refs.push(ref);
          found.lengths.push(refs.length);
          found.classes.push(CLASSES.indexOf(walk.class) + 1);
          found.directions.push(walk.direction);
        },
      }),
    );
    count += found.refs.length;
    if (count > MOST_REFS) throw new UnreadableExtract("too-large");
    perBlock.push(found);
    progress();
    if (isSorted && hasNodes) {
      nodesEnd = b + 1;
      break;
    }
  }
  perBlock.reverse();
  const refs = new Float64Array(count);
  let filled = 0;
  for (const found of perBlock) {
    refs.set(found.refs, filled);
    filled += found.refs.length;
  }
  const lengths = perBlock.flatMap((found) => found.lengths);
  const starts = new Uint32Array(lengths.length + 1);
  for (let w = 0; w < lengths.length; w++) starts[w + 1] = (starts[w] as number) + (lengths[w] as number);
  return {
    ways: {
      refs,
      starts,
      classIndex: Uint8Array.from(perBlock.flatMap(({ classes }) => classes)),
      direction: Int8Array.from(perBlock.flatMap(({ directions }) => directions)),
    },
    nodesEnd,
  };
}

/** Each id once, ascending. */
function distinct(refs: Float64Array): Float64Array {
  const sorted = refs.slice().sort();
  let kept = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] as number;
  }
  return sorted.slice(0, kept);
}

function positionsIn(ids: Float64Array, refs: Float64Array): Uint32Array {
  return Uint32Array.from(refs, (ref) => search(ids, ref, 0));
}

/** The place of an id among ids that ascend, from a place where it often is; where it is none of them, −1 − the place it would have. */
function search(ids: Float64Array, id: number, guess: number): number {
  if (ids[guess] === id) return guess;
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] as number;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1 - low;
}

/** Positions of the nodes that are needed; NaN where the extract has none, or one that is not on earth. */
function readPositions(
  bytes: Uint8Array,
  blocks: readonly FileBlock[],
  ids: Float64Array,
  isSorted: boolean,
  progress: () => void,
): { lon: Float64Array; lat: Float64Array } {
  const lon = new Float64Array(ids.length).fill(Number.NaN);
  const lat = new Float64Array(ids.length).fill(Number.NaN);
  let next = 0;
  const node = (id: number, east: number, north: number): void => {
    // Ids mostly ascend: what lies between the last one found and the next one needed is not needed.
    const isAbove = next === 0 || id > (ids[next - 1] as number);
    if (isAbove && (next === ids.length || id < (ids[next] as number))) return;
    const place = search(ids, id, next);
    next = place < 0 ? -1 - place : place + 1;
    if (place < 0) return;
    if (!(Math.abs(east) <= 180 && Math.abs(north) <= 90)) return;
    lon[place] = east;
    lat[place] = north;
  };
  for (const [b, block] of blocks.entries()) {
    const { hasWays } = orCorrupt(() => readPrimitiveBlock(blockContent(bytes, block), { node }));
    // Its header promised that there is no way so early: nobody looked for one.
    if (isSorted && hasWays && b < blocks.length - 1) throw new UnreadableExtract("corrupt", "Sort.Type_then_ID");
    progress();
  }
  return { lon, lat };
}

/** Lines from joint to joint. A joint is a node that ways pass more than once: where they cross, meet or come back to themselves. */
function cutWays(
  { starts, classIndex, direction }: WalkableWays,
  at: Uint32Array,
  lon: Float64Array,
  lat: Float64Array,
  resource: string,
): Omit<ExtractedNetwork, "date"> {
  const passed = new Uint8Array(lon.length);
  for (const place of at) passed[place] = Math.min(2, (passed[place] as number) + 1);

  // A joint inside of a way is the end of one line and the beginning of the next.
  let most = at.length;
  for (const place of at) if ((passed[place] as number) > 1) most++;
  const coordinates = new Float64Array(2 * most);
  const lineStarts = new Uint32Array(at.length + 1);
  const classes = new Uint8Array(at.length);
  const oneWay = new Uint8Array(at.length);
  let [vertices, edges, ways, cut, lost] = [0, 0, 0, 0, 0];
  const put = (place: number): void => {
    coordinates[2 * vertices] = lon[place] as number;
    coordinates[2 * vertices + 1] = lat[place] as number;
    vertices++;
  };
  for (let w = 0; w < classIndex.length; w++) {
    const [first, end] = [starts[w] as number, starts[w + 1] as number];
    const before = edges;
    let [isCut, from] = [false, first];
    const turned = (direction[w] as number) < 0;
    /** The line over the references from … to, if it is one. */
    const close = (to: number): void => {
      const begin = vertices;
      let previous = -1;
      for (let i = 0; i <= to - from; i++) {
        const place = at[turned ? to - i : from + i] as number;
        if (place !== previous) put(place);
        previous = place;
      }
      from = to;
      if (vertices - begin < 2) vertices = begin;
      else {
        classes[edges] = classIndex[w] as number;
        oneWay[edges] = direction[w] === 0 ? 0 : 1;
        lineStarts[++edges] = vertices;
      }
    };
    for (let i = first; i < end; i++) {
      const place = at[i] as number;
      if (Number.isNaN(lon[place] as number)) {
        isCut = true;
        if (i > from) close(i - 1);
        from = i + 1;
      } else if (i > from && ((passed[place] as number) > 1 || i === end - 1)) close(i);
    }
    if (isCut) cut++;
    if (edges > before) ways++;
    else lost++;
  }
  const network: Network = {
    coordinates: coordinates.slice(0, 2 * vertices),
    lineStarts: lineStarts.slice(0, edges + 1),
    lengthMetres: new Float64Array(edges).fill(Number.NaN),
    classIndex: classes.slice(0, edges),
    classes: ["", ...CLASSES],
    oneWay: oneWay.slice(0, edges),
    resource,
  };
  return { network, ways, cutWays: cut, lostWays: lost };
}
