import type { Role } from "../../domain/city.ts";
import type { CityForData, PreviewColumn } from "../../domain/data-draft.ts";
import type { RawTable } from "../raw-table.ts";
import { isAddressFile } from "./address-columns.ts";
import type { AreaDoubt } from "./area-doubts.ts";
import { fitOf, isKeyName, matchColumns, plainColumn } from "./column-words.ts";
import { contractRole, isOfGoals } from "./contract-words.ts";
import { isOfEvents } from "./event-rows.ts";
import { type AreaColumn, guessAreas } from "./guess-areas.ts";
import { CALLED_AREA, isWholeCity } from "./whole-city.ts";

export interface RoleGuess {
  readonly role: Role;
  readonly others: readonly Role[];
  readonly isSure: boolean;
  /** The column that names the Sozialraum, and how. */
  readonly areas?: AreaColumn | undefined;
  /** What speaks against the column of Sozialräume, or why none was found. */
  readonly doubt?: AreaDoubt | undefined;
  /** No column names one: every row is a time, and speaks of the whole city. */
  readonly isWholeCity?: boolean | undefined;
}

const ALMOST_ALL = 0.9;
/** What programs and offices say of a boundary itself. */
const OF_BOUNDARIES =
  /^(shape|st|gdf|area|flaeche|groesse|hektar|ha|qm|km2|m2|perimeter|umfang|len)( |$)|flaeche$|(^| )(area|laenge|length)( |$)/;

/** What one row of the table is, by its geometry, its columns, and whether its cells name the city's Sozialräume. */
export function guessRole(table: RawTable, columns: readonly PreviewColumn[], city: CityForData): RoleGuess {
  const { areas, doubt } = guessAreas(table, columns, city);
  const names = columns.map(({ name }) => name);
  const found = matchColumns(
    ["residents", "x", "y", "lon", "lat", "address", "street", "name", "kind", "from", "to"],
    names,
  );
  const forms = geometryForms(table);
  const isPlaced = (found.x && found.y) || (found.lon && found.lat) || forms.points > 0;
  const numbers = columns.filter(({ type, name }) => type === "number" && name !== areas?.column).length;
  if (forms.lines > forms.areas && forms.lines > forms.points) return sure("network", ["background"]);
  // The city has these boundaries already: what the file adds is what stands beside them.
  if (forms.areas > 0 && areas && isOfOpenLevel(areas, city) && columns.some((column) => isMeasured(column, areas)))
    return { role: "observations", others: ["sozialraeume", "background"], isSure: false, areas, doubt };
  if (forms.areas > 0) {
    // Cells without a count of residents hold something else: what it is for, the user says.
    return isGrid(table)
      ? { role: "population", others: ["sozialraeume", "background"], isSure: found.residents !== undefined }
      : { role: "sozialraeume", others: ["population", "background"], isSure: true };
  }
  if (isPlaced && found.residents && !found.kind && !found.address) return sure("population", ["anlaufpunkte"]);
  if (isPlaced && !found.kind && !found.address && names.some(isCellName))
    return { role: "population", others: ["anlaufpunkte"], isSure: false };
  const addresses = isPlaced ? isAddressFile(names, table.rowCount) : undefined;
  if (addresses) return { role: "addresses", others: ["anlaufpunkte"], isSure: addresses.isSure };
  // Points of which nobody says a name, an address or a kind of offer may be the corners of a network.
  const isNamed = found.address !== undefined || found.street !== undefined || found.name !== undefined;
  if (isPlaced) return { ...sure("anlaufpunkte", ["population", "network-nodes"]), isSure: isNamed };
  const ours = contractRole(names);
  if (ours) return sure(ours, ["observations"]);
  if (isOfGoals(names)) return sure("goals", ["observations", "indicators"]);
  if (found.from && found.to && names.some((name) => fitOf("lengthMetres", name) > 0)) return sure("network", []);
  const isAddressed = found.address !== undefined || found.street !== undefined;
  // Events are numbered: a number that each row has once names an area only where it is called so.
  const isRowNumber = areas?.tells === true && fitOf("sozialraum", areas.column) < CALLED_AREA;
  const place = isRowNumber ? undefined : areas;
  if (!isAddressed && isOfEvents(table, columns, place?.column)) {
    const others: readonly Role[] = ["observations", "vorhaben", "akteure"];
    return { role: "termine", others, isSure: false, areas: place, doubt: place && doubt };
  }
  if (areas?.tells && numbers > 0) {
    const isSure = areas.share > 0.8;
    return { role: "observations", others: ["vorhaben", "akteure", "termine"], isSure, areas, doubt };
  }
  if (isAddressed) return { role: "anlaufpunkte", others: ["akteure", "vorhaben"], isSure: false, areas };
  // Several rows of each area and time: projects, dates, people – or values that nothing tells apart.
  if (areas) return { role: "vorhaben", others: ["akteure", "termine", "observations"], isSure: false, areas, doubt };
  const isOfCity = isWholeCity(table, columns);
  return {
    ...{ role: "observations", others: ["anlaufpunkte", "indicators", "goals", "vorhaben"], isSure: isOfCity },
    ...{ isWholeCity: isOfCity, doubt },
  };
}

/** By their own ids, almost all of them: not by names or numbers, which areas of another kind may have as well. */
function isOfOpenLevel({ level, by, share, matches, tells }: AreaColumn, city: CityForData): boolean {
  const isOpen = city.levels.some((known) => known.level === level && !known.isBeside);
  return isOpen && by === "id" && !matches && tells && share > ALMOST_ALL;
}

/** Numbers that say more than where an area lies, and how large it is. */
function isMeasured({ name, type }: PreviewColumn, areas: AreaColumn): boolean {
  if (type !== "number" || name === areas.column || isKeyName(name)) return false;
  return !OF_BOUNDARIES.test(plainColumn(name)) && ["x", "y", "lon", "lat"].every((ours) => fitOf(ours, name) === 0);
}

/** Statistical offices call the cells of their grids so. */
function isCellName(name: string): boolean {
  return /^(gitter|grid|inspire)[ _]?(id|cell|zelle)?/i.test(name) || /_mp_\d+k?m$/i.test(name);
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
