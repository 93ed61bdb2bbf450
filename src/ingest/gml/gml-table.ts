import { parseCrs } from "../../geo/crs.ts";
import { FeatureRows } from "../feature-rows.ts";
import type { IssueLog } from "../issue-log.ts";
import type { RawTable, TableOptions } from "../raw-table.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { sampledPositions, turnedAxes } from "./axis-order.ts";
import { gmlAxes } from "./gml-axes.ts";
import { type GmlDocument, type GmlFeature, readGml } from "./read-gml.ts";

interface Layer {
  readonly rows: FeatureRows;
  readonly geometries: (GeoJSON.Geometry | null)[];
  readonly srsNames: (string | undefined)[];
}

/** Gathers the features of one document or of several pages of one into a table. */
export class GmlTable {
  readonly #options: TableOptions;
  readonly #log: IssueLog;
  /** By the type of their features. */
  readonly #layers = new Map<string, Layer>();
  #encoding: string | undefined;

  constructor(options: TableOptions, log: IssueLog) {
    this.#options = options;
    this.#log = log;
  }

  /**
   * Takes the features of a document or a page.
   * @returns what it says of itself
   * @throws UnreadableFile when it is no XML, or a service's word of an error
   */
  add(bytes: Uint8Array): GmlDocument {
    const document = readGml(bytes, (feature) => this.#take(feature), this.#options.encoding);
    if (document.exception !== undefined && this.#layers.size === 0) {
      throw new UnreadableFile("service-error", document.exception);
    }
    this.#encoding ??= document.encoding;
    return document;
  }

  /** Features so far, of all types. */
  get rowCount(): number {
    return [...this.#layers.values()].reduce((sum, { rows }) => sum + rows.rowCount, 0);
  }

  #take({ type, properties, geometry, hasArcs, srsName }: GmlFeature): void {
    let layer = this.#layers.get(type);
    if (!layer) {
      layer = { rows: new FeatureRows(this.#options), geometries: [], srsNames: [] };
      this.#layers.set(type, layer);
    }
    layer.rows.add(properties, null);
    layer.geometries.push(geometry);
    layer.srsNames.push(srsName);
    if (hasArcs) {
      const row = layer.rows.rowCount;
      this.#log.add("geometry-repaired", { row, severity: "warning", context: { reason: "arcs" } });
    }
  }

  /**
   * The features of the wanted type, else of the one with the most, with the easting first.
   * @throws UnreadableFile when there is none
   */
  table(): RawTable {
    const { table: wanted } = this.#options;
    const [type] = [...this.#layers].sort((a, b) => b[1].rows.rowCount - a[1].rows.rowCount)[0] ?? [];
    const layer = this.#layers.get(wanted ?? type ?? "");
    if (!layer) throw new UnreadableFile(wanted === undefined ? "no-features" : "layer-missing", wanted ?? "GML");
    const srsName = mostFrequent(layer.srsNames.filter((_, row) => layer.geometries[row]));
    const axes = srsName === undefined ? undefined : gmlAxes(srsName, sampledPositions(layer.geometries));
    const geometries = layer.geometries.map((geometry, row) => {
      if (!geometry) return null;
      if (!isSameSystem(layer.srsNames[row], srsName)) {
        this.#log.add("geometry-unusable", {
          row: row + 1,
          severity: "warning",
          context: { reason: "other-crs", crs: layer.srsNames[row] ?? "" },
        });
        return null;
      }
      return axes?.northFirst ? turnedAxes(geometry) : geometry;
    });
    const rest = { crs: axes?.crs, encoding: this.#encoding, issues: this.#log.list() };
    return { ...layer.rows.table(rest), geometries, axesTurned: axes?.northFirst };
  }
}

function mostFrequent(names: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function isSameSystem(a: string | undefined, b: string | undefined): boolean {
  return a === b || a === undefined || b === undefined || (parseCrs(a) !== undefined && parseCrs(a) === parseCrs(b));
}
