import type { Role } from "../../domain/city.ts";
import type { CityForData, PreviewColumn } from "../../domain/data-draft.ts";
import type { RawTable } from "../raw-table.ts";
import { fitOf, matchColumns } from "./column-words.ts";
import { matchNames } from "./match-names.ts";

export interface RoleGuess {
  readonly role: Role;
  readonly others: readonly Role[];
  readonly isSure: boolean;
  /** The column that names the Sozialraum, and how. */
  readonly areas?: AreaColumn | undefined;
}

/** A column whose cells are ids or names of a level of the city. */
export interface AreaColumn {
  readonly column: string;
  readonly level: string;
  readonly by: "id" | "name";
  /** Share of its different cells that are found. */
  readonly share: number;
}

/** Different cells that are looked at. */
const LOOKED_AT = 2000;
/** Below it a column is a coincidence: numbers from 1 up are ids everywhere. */
const ENOUGH = 0.5;

/** What one row of the table is, by its geometry, its columns, and whether its cells name the city's Sozialräume. */
export function guessRole(table: RawTable, columns: readonly PreviewColumn[], city: CityForData): RoleGuess {
  const areas = areaColumn(table, columns, city);
  const names = columns.map(({ name }) => name);
  const found = matchColumns(
    ["residents", "x", "y", "lon", "lat", "address", "street", "name", "kind", "from", "to"],
    names,
  );
  const forms = geometryForms(table);
  const isPlaced = (found.x && found.y) || (found.lon && found.lat) || forms.points > 0;
  const numbers = columns.filter(({ type, name }) => type === "number" && name !== areas?.column).length;
  if (forms.lines > forms.areas && forms.lines > forms.points) return sure("network", ["background"]);
  if (forms.areas > 0) {
    // Cells without a count of residents hold something else: what it is for, the user says.
    return isGrid(table)
      ? { role: "population", others: ["sozialraeume", "background"], isSure: found.residents !== undefined }
      : { role: "sozialraeume", others: ["population", "background"], isSure: true };
  }
  if (isPlaced && found.residents && !found.kind && !found.address) return sure("population", ["anlaufpunkte"]);
  // Points of which nobody says a name, an address or a kind of offer may be the corners of a network.
  const isNamed = found.address !== undefined || found.street !== undefined || found.name !== undefined;
  if (isPlaced) return { ...sure("anlaufpunkte", ["population", "network-nodes"]), isSure: isNamed };
  if (found.from && found.to && names.some((name) => fitOf("lengthMetres", name) > 0)) return sure("network", []);
  if (areas && numbers > 0)
    return { role: "observations", others: ["vorhaben", "akteure", "termine"], isSure: areas.share > 0.8, areas };
  if (found.address || found.street)
    return { role: "anlaufpunkte", others: ["akteure", "vorhaben"], isSure: false, areas };
  if (areas) return { role: "vorhaben", others: ["akteure", "termine", "observations"], isSure: false, areas };
  return { role: "observations", others: ["anlaufpunkte", "indicators", "goals", "vorhaben"], isSure: false };
}

function sure(role: Role, others: readonly Role[]): RoleGuess {
  return { role, others, isSure: true };
}

function geometryForms(table: RawTable): { readonly points: number; readonly lines: number; readonly areas: number } {
  const forms = { points: 0, lines: 0, areas: 0 };
  for (const geometry of table.geometries ?? []) {
    if (geometry) forms[formOf(geometry)]++;
  }
  return forms;
}

/** A collection is what the largest of its members is: an area with a point in its middle is an area. */
function formOf(geometry: GeoJSON.Geometry): "points" | "lines" | "areas" {
  if (geometry.type === "GeometryCollection") {
    const forms = geometry.geometries.map(formOf);
    return forms.includes("areas") ? "areas" : forms.includes("lines") ? "lines" : "points";
  }
  return geometry.type.endsWith("Polygon") ? "areas" : geometry.type.endsWith("LineString") ? "lines" : "points";
}

/** Squares of one size, one beside the other: cells of a census, no Sozialräume. */
function isGrid(table: RawTable): boolean {
  const some = (table.geometries ?? []).slice(0, 200).filter((geometry) => geometry !== null);
  if (some.length < 10) return false;
  return some.every((geometry) => {
    const ring =
      geometry.type === "Polygon"
        ? geometry.coordinates[0]
        : geometry.type === "MultiPolygon"
          ? geometry.coordinates[0]?.[0]
          : undefined;
    return ring?.length === 5;
  });
}

/**
 * The column that names Sozialräume: the one of which most different cells are ids of a level, else names. Where the file has both and
 * they mean the same Sozialräume, the ids join; where they do not – a running number that happens to be an id –, the names do.
 */
function areaColumn(table: RawTable, columns: readonly PreviewColumn[], city: CityForData): AreaColumn | undefined {
  const found: (AreaColumn & { readonly score: number; readonly idOf: (cell: string) => string | undefined })[] = [];
  for (const { name, type } of columns) {
    if (type === "date" || type === "empty") continue;
    const cells = differentCells(table, name);
    if (cells.size === 0) continue;
    for (const { level, areas } of city.levels) {
      const ids = new Set(areas.map(({ id }) => id));
      const names = type === "number" ? new Map<string, string>() : matchNames(cells, areas).matches;
      const ways = [
        { by: "id" as const, idOf: (cell: string) => (ids.has(cell) ? cell : undefined) },
        { by: "name" as const, idOf: (cell: string) => names.get(cell) },
      ];
      for (const { by, idOf } of ways) {
        const count = [...cells].filter((cell) => idOf(cell) !== undefined).length;
        const share = count / cells.size;
        if (share < ENOUGH) continue;
        // The whole level named, and the column called so, make it more than a coincidence.
        const whole = Math.min(1, count / Math.max(1, areas.length));
        found.push({ column: name, level, by, share, idOf, score: share + whole + fitOf("sozialraum", name) / 10 });
      }
    }
  }
  found.sort((a, b) => b.score - a.score);
  const byId = found.find(({ by }) => by === "id");
  // Names of a coarser level stand beside the keys of a finer one: only those of the same level can tell that the keys are none.
  const byName = found.find(({ by, level }) => by === "name" && (byId === undefined || level === byId.level));
  const best = byId && byName ? (isSameArea(table, byId, byName) ? byId : byName) : (byId ?? byName);
  return best && { column: best.column, level: best.level, by: best.by, share: best.share };
}

function differentCells(table: RawTable, name: string): Set<string> {
  const cells = new Set<string>();
  for (const text of table.columns.find((column) => column.name === name)?.texts ?? []) {
    if (text.trim() !== "") cells.add(text.trim());
    if (cells.size >= LOOKED_AT) break;
  }
  return cells;
}

type Named = { readonly column: string; readonly idOf: (cell: string) => string | undefined };

/** Whether two columns mean the same Sozialräume in nearly all rows in which both mean one. */
function isSameArea(table: RawTable, a: Named, b: Named): boolean {
  const [first, second] = [a, b].map(({ column }) => table.columns.find(({ name }) => name === column)?.texts ?? []);
  let both = 0;
  let same = 0;
  for (let row = 0; row < Math.min(table.rowCount, LOOKED_AT); row++) {
    const [one, other] = [a.idOf((first?.[row] ?? "").trim()), b.idOf((second?.[row] ?? "").trim())];
    if (one === undefined || other === undefined) continue;
    both++;
    if (one === other) same++;
  }
  return same >= both * 0.9;
}
