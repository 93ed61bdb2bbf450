import { feature } from "topojson-client";
import { decodeText } from "../csv/decode-text.ts";
import { FeatureRows } from "../feature-rows.ts";
import { crsMember, isGeometry } from "../geojson/geojson-parts.ts";
import { parseTable } from "../geojson/parse-json.ts";
import type { IssueLog } from "../issue-log.ts";
import type { FormatReader, RawTable, TableInFile, TableOptions } from "../raw-table.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";

/** TopoJSON: each of its objects is a layer. */
export const topojsonFormat: FormatReader = {
  read: (bytes, options) => tableOrReason(options, (log) => read(bytes, options, log)),
  tablesIn,
};

interface Topology {
  readonly objects: ReadonlyMap<string, Member>;
  readonly whole: object;
}

interface Member {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly properties?: unknown;
  readonly geometries?: unknown;
}

function topologyOf(bytes: Uint8Array, encoding: string | undefined): Topology {
  const document = parseTable(decodeText(bytes, encoding).text);
  if (typeof document !== "object" || document === null || !("objects" in document) || !("arcs" in document)) {
    throw new UnreadableFile("no-features", "Topology");
  }
  const { objects } = document;
  if (typeof objects !== "object" || objects === null) throw new UnreadableFile("no-features", "Topology");
  const members = Object.entries(objects).filter(([, member]) => typeof member === "object" && member !== null);
  return { objects: new Map(members), whole: document };
}

function membersOf(object: Member): readonly Member[] {
  return object.type === "GeometryCollection" && Array.isArray(object.geometries)
    ? (object.geometries as readonly Member[])
    : [object];
}

async function tablesIn(bytes: Uint8Array): Promise<TableInFile[]> {
  try {
    return [...topologyOf(bytes, undefined).objects].map(([name, object]) => ({
      name,
      rows: membersOf(object).length,
      hasGeometry: true,
    }));
  } catch {
    // Reading says why.
    return [];
  }
}

function read(bytes: Uint8Array, options: TableOptions, log: IssueLog): RawTable {
  const { objects, whole } = topologyOf(bytes, options.encoding);
  const name = options.table ?? objects.keys().next().value;
  const object = name === undefined ? undefined : objects.get(name);
  if (!object) throw new UnreadableFile(options.table === undefined ? "no-features" : "layer-missing", options.table);
  const rows = new FeatureRows(options);
  for (const member of membersOf(object)) {
    const geometry = geometryOf(whole, member);
    if (geometry === "malformed") {
      log.add("geometry-unusable", { row: rows.rowCount + 1, severity: "warning", context: { reason: "malformed" } });
    }
    const { id, properties } = member ?? {};
    const own = typeof properties === "object" && properties !== null ? Object.entries(properties) : [];
    const hasId = id !== undefined && id !== null && !own.some(([key]) => key === "id");
    rows.add([...own, ...(hasId ? [["id", id] as const] : [])], geometry === "malformed" ? null : geometry);
  }
  return rows.table({ crs: crsMember(whole), issues: log.list() });
}

/** One at a time, so that an arc that is not there costs one feature. */
function geometryOf(topology: object, member: Member): GeoJSON.Geometry | null | "malformed" {
  if (typeof member !== "object" || member === null) return "malformed";
  if (member.type === null || member.type === undefined) return null;
  try {
    const found = feature(topology, member);
    const geometry = found.type === "Feature" ? found.geometry : collected(found);
    return isGeometry(geometry) ? geometry : "malformed";
  } catch {
    return "malformed";
  }
}

function collected({ features }: GeoJSON.FeatureCollection): GeoJSON.Geometry {
  return { type: "GeometryCollection", geometries: features.map(({ geometry }) => geometry) };
}
