import { decodeText } from "../csv/decode-text.ts";
import { tellEncoding } from "../csv/tell-encoding.ts";
import { FeatureRows } from "../feature-rows.ts";
import type { IssueLog } from "../issue-log.ts";
import { goesOn, type RawTable, type TableOptions, wantedRows } from "../raw-table.ts";
import { type ServerPart, tellPage } from "../tell-page.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { crsMember, isGeometry, isRecord, partMembers } from "./geojson-parts.ts";
import { checkDepth, parseTable } from "./parse-json.ts";

interface ReadFeature {
  readonly id?: unknown;
  readonly properties?: Record<string, unknown> | null;
  readonly geometry?: GeoJSON.Geometry | null;
}

/**
 * A FeatureCollection, one Feature, a geometry alone, or one feature a line (RFC 8142 and its relatives); the properties become columns,
 * `id` of the features a column when no property has its name.
 * @throws UnreadableFile
 */
export function readGeojson(bytes: Uint8Array, options: TableOptions, log: IssueLog): RawTable {
  const decoded = decodeText(bytes, options.encoding);
  const { text } = decoded;
  tellEncoding(log, decoded, options.encoding);
  const { features, crs, page } = documentOf(text.replace(/^\ufeff/, ""), log);
  if (page) tellPage(log, features.length, page);
  const hasOwnId = features.some((feature) => feature.properties && Object.hasOwn(feature.properties, "id"));
  const rows = new FeatureRows(options);
  const wanted = wantedRows(options, features.length, bytes.length);
  for (const feature of wanted < features.length ? features.slice(0, wanted) : features) {
    const geometry = isGeometry(feature.geometry) ? feature.geometry : null;
    if (feature.geometry && !geometry) {
      log.add("geometry-unusable", { row: rows.rowCount + 1, context: { reason: "malformed" } });
    }
    const { properties, id } = feature;
    // A property that is null is an empty cell of a column that is there.
    if (hasOwnId || id === undefined || id === null) rows.addRecord(properties ?? {}, geometry);
    else rows.add([...Object.entries(properties ?? {}), ["id", id]], geometry);
  }
  return rows.table({ crs, issues: log.list(), goesOn: goesOn(wanted, features.length) });
}

interface Read {
  readonly features: readonly ReadFeature[];
  readonly crs?: string | undefined;
  readonly page?: ServerPart | undefined;
}

function documentOf(text: string, log: IssueLog): Read {
  const lines = linesOf(text);
  if (!lines) return featuresOf(text);
  const features: ReadFeature[] = [];
  let crs: string | undefined;
  let unread = 0;
  for (const line of lines) {
    try {
      const read = featuresOf(line);
      // One line may hold more features than a call takes arguments.
      for (const feature of read.features) features.push(feature);
      crs ??= read.crs;
    } catch (error) {
      // A file that is good but for its last line was cut; one without a good line is none of this format.
      if (features.length === 0) throw error;
      unread++;
    }
  }
  if (unread > 0) {
    log.add("file-incomplete", { context: { part: log.source, read: lines.length - unread, promised: lines.length } });
  }
  return { features, crs };
}

/** The lines of a file that has one feature in each; undefined when it is one document. */
function linesOf(text: string): string[] | undefined {
  const isSequence = text.startsWith("\u001e");
  if (!isSequence) {
    const end = text.indexOf("\n");
    const first = end < 0 ? "" : text.slice(0, end).trim();
    // A document of several lines has none that is whole for itself.
    if (!first.startsWith("{") || !first.endsWith("}") || text.slice(end).trim() === "") return undefined;
  }
  return text
    .split(isSequence ? "\u001e" : "\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function featuresOf(text: string): Read {
  const read = featuresIn(parseTable(text));
  if (read) return read;
  checkDepth(text);
  throw new UnreadableFile("no-features", "FeatureCollection");
}

function featuresIn(document: unknown): Read | undefined {
  if (isRecord(document)) {
    const crs = crsMember(document);
    if (document.type === "FeatureCollection" && Array.isArray(document.features)) {
      const features = document.features.map((feature) => (isRecord(feature) ? (feature as ReadFeature) : {}));
      return { features, crs, page: partMembers(document) };
    }
    if (document.type === "Feature") return { features: [document as ReadFeature], crs };
    if (isGeometry(document)) {
      const members = document.type === "GeometryCollection" ? document.geometries : [document];
      return { features: members.map((geometry) => ({ geometry })), crs };
    }
  }
  return undefined;
}
