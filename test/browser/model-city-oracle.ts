import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import proj4 from "proj4";
import { geodesicMetres } from "../geo/geodesic.ts";

const folder = fileURLToPath(new URL("../../data/modellstadt/", import.meta.url));
const ETRS89_UTM32 = "+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs";

export interface ExpectedArea {
  readonly id: string;
  readonly name: string;
  readonly residents: number;
  readonly inside: number;
  readonly unreached: number;
  /** Residents so close to the reach that a plane and the ellipsoid may disagree (0.1 %). */
  readonly doubtful: number;
  readonly medianMetres: number;
  readonly status: "served" | "reached" | "gap" | "unknown";
}

export interface ExpectedCity {
  /** Ascending by id. */
  readonly areas: readonly ExpectedArea[];
  readonly without: number;
  readonly gaps: number;
  readonly residents: number;
  readonly unreached: number;
  readonly doubtful: number;
}

interface Feature {
  readonly properties: { readonly id: string; readonly name: string };
  readonly geometry: { readonly coordinates: readonly (readonly (readonly [number, number])[])[] };
}

function rows(file: string): Record<string, string>[] {
  const text = readFileSync(folder + file, "utf8");
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

/**
 * What the model city's coverage must be, from its files by the slowest and plainest means: every cell against every place on the
 * ellipsoid, every point against every polygon. Shares no code with the app.
 */
export function expectedCity(
  kinds: readonly string[],
  reach: number,
  file: "quartiere.geojson" | "stadtbezirke.geojson" = "quartiere.geojson",
): ExpectedCity {
  const { features } = JSON.parse(readFileSync(folder + file, "utf8")) as { features: Feature[] };
  features.sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1));
  const places = rows("anlaufpunkte.csv")
    .filter((place) => kinds.includes(place.kind ?? "") && (place.status || "existing") === "existing")
    .map((place) => [Number(place.lon), Number(place.lat)] as const);
  const people = features.map(() => [] as { residents: number; metres: number }[]);
  for (const cell of rows("einwohner-100m.csv")) {
    const [lon, lat] = proj4(ETRS89_UTM32, "WGS84", [Number(cell.x), Number(cell.y)]) as [number, number];
    const area = features.findIndex((feature) => isInside(feature, lon, lat));
    const metres = Math.min(...places.map(([placeLon, placeLat]) => geodesicMetres(lon, lat, placeLon, placeLat)));
    people[area]?.push({ residents: Number(cell.einwohner), metres });
  }
  const areas = features.map((feature, index): ExpectedArea => {
    const cells = people[index] ?? [];
    const residents = sum(cells.map((cell) => cell.residents));
    const unreached = sum(cells.filter((cell) => cell.metres > reach).map((cell) => cell.residents));
    const inside = places.filter(([lon, lat]) => isInside(feature, lon, lat)).length;
    const isReached = residents - unreached >= residents / 2;
    return {
      id: feature.properties.id,
      name: feature.properties.name,
      residents,
      inside,
      unreached,
      doubtful: sum(cells.filter((cell) => Math.abs(cell.metres / reach - 1) < 0.001).map((cell) => cell.residents)),
      medianMetres: weightedMedian(cells),
      status: residents === 0 ? "unknown" : inside > 0 ? "served" : isReached ? "reached" : "gap",
    };
  });
  return {
    areas,
    without: areas.filter((area) => area.inside === 0).length,
    gaps: areas.filter((area) => area.status === "gap").length,
    residents: sum(areas.map((area) => area.residents)),
    unreached: sum(areas.map((area) => area.unreached)),
    doubtful: sum(areas.map((area) => area.doubtful)),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function isInside({ geometry }: Feature, lon: number, lat: number): boolean {
  let inside = false;
  for (const ring of geometry.coordinates) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [[x1, y1], [x2, y2]] = [ring[i] as readonly [number, number], ring[j] as readonly [number, number]];
      if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

function weightedMedian(cells: readonly { residents: number; metres: number }[]): number {
  const half = sum(cells.map((cell) => cell.residents)) / 2;
  let reached = 0;
  for (const cell of [...cells].sort((a, b) => a.metres - b.metres)) {
    reached += cell.residents;
    if (reached >= half) return cell.metres;
  }
  return Number.NaN;
}
