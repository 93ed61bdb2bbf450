import { PbfReader } from "pbf";
import { UnreadableExtract } from "./unreadable-extract.ts";

/** What the header of an extract says. */
export interface ExtractHeader {
  /** Nodes stand before ways, ways before relations, each by id. */
  readonly isSorted: boolean;
  /** Day of the data (`2026-11-01`), where the extract says it. */
  readonly date?: string | undefined;
}

/** `HistoricalInformation` is not among them: a file with deleted objects would bring back ways that are gone. */
const KNOWN_FEATURES = new Set(["OsmSchema-V0.6", "DenseNodes"]);

/**
 * HeaderBlock: required_features = 4, optional_features = 5, osmosis_replication_timestamp = 32 (seconds since 1970).
 * @throws UnreadableExtract when the file demands a feature that is not known
 */
export function readHeader(content: Uint8Array): ExtractHeader {
  const reader = new PbfReader(content);
  let isSorted = false;
  let date: string | undefined;
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 4) {
      const feature = reader.readString();
      if (!KNOWN_FEATURES.has(feature)) throw new UnreadableExtract("feature", feature);
    } else if (field === 5) isSorted ||= reader.readString() === "Sort.Type_then_ID";
    else if (field === 32) date = dayOf(reader.readVarint(true));
  }
  return { isSorted, date };
}

function dayOf(seconds: number): string | undefined {
  const time = new Date(seconds * 1000);
  return seconds > 0 && !Number.isNaN(time.getTime()) ? time.toISOString().slice(0, 10) : undefined;
}

/** Hears what a block holds. What is left out is skipped over without being unpacked. */
export interface BlockListener {
  /** Ids and positions (degrees) of nodes, one by one. */
  readonly node?: ((id: number, lon: number, lat: number) => void) | undefined;
  /** A way with its tags; `refs` gives the ids of its nodes, both valid until the next way. Most ways are houses: nobody asks for theirs. */
  readonly way?: ((tags: ReadonlyMap<string, string>, refs: () => readonly number[]) => void) | undefined;
}

/** What was in a block, asked for or not. */
export interface BlockContents {
  readonly hasNodes: boolean;
  readonly hasWays: boolean;
}

interface Frame {
  readonly strings: readonly Uint8Array[];
  /** Strings that were needed, as text. */
  readonly texts: (string | undefined)[];
  readonly granularity: number;
  readonly lonOffset: number;
  readonly latOffset: number;
}

/**
 * PrimitiveBlock: stringtable = 1, primitivegroup = 2, granularity = 17, lat_offset = 19, lon_offset = 20. The groups are read last:
 * what they are measured by stands behind them.
 * @throws whatever a broken block makes the reader throw; nothing of the block may be used then
 */
export function readPrimitiveBlock(content: Uint8Array, listener: BlockListener): BlockContents {
  const reader = new PbfReader(content);
  const groups: Uint8Array[] = [];
  let strings: readonly Uint8Array[] = [];
  let [granularity, lonOffset, latOffset] = [100, 0, 0];
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) strings = stringTable(reader.readBytes());
    else if (field === 2) groups.push(reader.readBytes());
    else if (field === 17) granularity = reader.readVarint();
    else if (field === 19) latOffset = reader.readVarint(true);
    else if (field === 20) lonOffset = reader.readVarint(true);
  }
  const frame: Frame = { strings, texts: new Array(strings.length), granularity, lonOffset, latOffset };
  let [hasNodes, hasWays] = [false, false];
  for (const group of groups) {
    const contents = readGroup(group, frame, listener);
    hasNodes ||= contents.hasNodes;
    hasWays ||= contents.hasWays;
  }
  return { hasNodes, hasWays };
}

function stringTable(bytes: Uint8Array): Uint8Array[] {
  const reader = new PbfReader(bytes);
  const strings: Uint8Array[] = [];
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) strings.push(reader.readBytes());
  }
  return strings;
}

/** PrimitiveGroup: nodes = 1, dense = 2, ways = 3. */
function readGroup(bytes: Uint8Array, frame: Frame, { node, way }: BlockListener): BlockContents {
  const reader = new PbfReader(bytes);
  const ways = new WayReader(reader, frame);
  const refs = (): number[] => ways.refs();
  let [hasNodes, hasWays] = [false, false];
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    hasNodes ||= field === 1 || field === 2;
    hasWays ||= field === 3;
    if (field === 1 && node) readNode(reader.readBytes(), frame, node);
    else if (field === 2 && node) readDenseNodes(reader.readBytes(), frame, node);
    else if (field === 3 && way) {
      ways.next();
      way(ways.tags, refs);
    }
  }
  return { hasNodes, hasWays };
}

type NodeListener = NonNullable<BlockListener["node"]>;

/** Node: id = 1, lat = 8, lon = 9. */
function readNode(bytes: Uint8Array, frame: Frame, tell: NodeListener): void {
  const reader = new PbfReader(bytes);
  let [id, lon, lat] = [0, 0, 0];
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) id = reader.readSVarint();
    else if (field === 8) lat = reader.readSVarint();
    else if (field === 9) lon = reader.readSVarint();
  }
  tell(id, degrees(lon, frame.lonOffset, frame), degrees(lat, frame.latOffset, frame));
}

/** DenseNodes: id = 1, lat = 8, lon = 9, each the differences to the node before; three readers go along them side by side. */
function readDenseNodes(bytes: Uint8Array, frame: Frame, tell: NodeListener): void {
  const reader = new PbfReader(bytes);
  let [ids, lons, lats] = [bytes.subarray(0, 0), bytes.subarray(0, 0), bytes.subarray(0, 0)];
  for (let field = reader.nextField(); field !== 0; field = reader.nextField()) {
    if (field === 1) ids = reader.readBytes();
    else if (field === 8) lats = reader.readBytes();
    else if (field === 9) lons = reader.readBytes();
  }
  const [idReader, lonReader, latReader] = [new PbfReader(ids), new PbfReader(lons), new PbfReader(lats)];
  let [id, lon, lat] = [0, 0, 0];
  while (idReader.pos < ids.length) {
    id += idReader.readSVarint();
    lon += lonReader.readSVarint();
    lat += latReader.readSVarint();
    tell(id, degrees(lon, frame.lonOffset, frame), degrees(lat, frame.latOffset, frame));
  }
}

/** Way: keys = 2, vals = 3 (places in the string table), refs = 8. One for all ways of a group: there are millions. */
class WayReader {
  readonly tags = new Map<string, string>();
  readonly #reader: PbfReader;
  readonly #frame: Frame;
  readonly #keys: number[] = [];
  readonly #values: number[] = [];
  #refsStart = 0;
  #refsEnd = 0;

  constructor(reader: PbfReader, frame: Frame) {
    this.#reader = reader;
    this.#frame = frame;
  }

  /** Reads the way that stands where the reader is. */
  next(): void {
    const reader = this.#reader;
    const keys = this.#keys;
    const values = this.#values;
    keys.length = 0;
    values.length = 0;
    this.#refsEnd = this.#refsStart;
    const end = reader.readVarint() + reader.pos;
    for (let field = reader.nextField(end); field !== 0; field = reader.nextField(end)) {
      if (field === 2) reader.readPackedVarint(keys);
      else if (field === 3) reader.readPackedVarint(values);
      else if (field === 8) {
        this.#refsEnd = reader.readPackedEnd();
        this.#refsStart = reader.pos;
        reader.pos = this.#refsEnd;
      }
    }
    this.tags.clear();
    for (let i = 0; i < keys.length; i++) this.tags.set(textAt(this.#frame, keys[i]), textAt(this.#frame, values[i]));
  }

  /** Each ref is the difference to the one before. */
  refs(): number[] {
    const reader = this.#reader;
    const back = reader.pos;
    const refs: number[] = [];
    reader.pos = this.#refsStart;
    for (let ref = 0; reader.pos < this.#refsEnd; refs.push(ref)) ref += reader.readSVarint();
    reader.pos = back;
    return refs;
  }
}

const decoder = new TextDecoder();

function textAt({ strings, texts }: Frame, index: number | undefined): string {
  const bytes = strings[index ?? -1];
  if (index === undefined || !bytes) throw new UnreadableExtract("corrupt", "stringtable");
  const known = texts[index];
  if (known !== undefined) return known;
  const text = decoder.decode(bytes);
  texts[index] = text;
  return text;
}

/** Nanodegrees → degrees; one division, so that 13.3777 comes out as the number that is written so. */
function degrees(value: number, offset: number, { granularity }: Frame): number {
  return (offset + granularity * value) / 1e9;
}
