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

type PlaceRow = Readonly<Record<string, string>>;

/** Every cell with its area and its way to every asked place, on the ellipsoid. */
function measured(
  kinds: readonly string[],
  file: "quartiere.geojson" | "stadtbezirke.geojson",
  isAsked: (place: PlaceRow) => boolean,
) {
  const { features } = JSON.parse(readFileSync(folder + file, "utf8")) as { features: Feature[] };
  features.sort((a, b) => (a.properties.id < b.properties.id ? -1 : 1));
  const places = rows("anlaufpunkte.csv")
    .filter((place) => kinds.includes(place.kind ?? "") && (place.status || "existing") === "existing")
    .filter(isAsked)
    .map((place) => ({ name: place.name ?? "", at: [Number(place.lon), Number(place.lat)] as const }));
  const cells = rows("einwohner-100m.csv").map((cell) => {
    const [lon, lat] = proj4(ETRS89_UTM32, "WGS84", [Number(cell.x), Number(cell.y)]) as [number, number];
    return {
      area: features.findIndex((feature) => isInside(feature, lon, lat)),
      residents: Number(cell.einwohner),
      ways: places.map(({ at }) => geodesicMetres(lon, lat, ...at)),
    };
  });
  return { features, places, cells };
}

/**
 * What the model city's coverage must be, from its files by the slowest and plainest means: every cell against every place on the
 * ellipsoid, every point against every polygon. Shares no code with the app.
 */
export function expectedCity(
  kinds: readonly string[],
  reach: number,
  file: "quartiere.geojson" | "stadtbezirke.geojson" = "quartiere.geojson",
  isAsked: (place: PlaceRow) => boolean = () => true,
): ExpectedCity {
  const { features, places, cells: all } = measured(kinds, file, isAsked);
  const people = features.map(() => [] as { residents: number; metres: number }[]);
  for (const { area, residents, ways } of all) people[area]?.push({ residents, metres: Math.min(...ways) });
  const areas = features.map((feature, index): ExpectedArea => {
    const cells = people[index] ?? [];
    const residents = sum(cells.map((cell) => cell.residents));
    const unreached = sum(cells.filter((cell) => cell.metres > reach).map((cell) => cell.residents));
    const inside = places.filter(({ at: [lon, lat] }) => isInside(feature, lon, lat)).length;
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

/** 2SFCA of every Sozialraum per 10,000 residents, by its id: Luo & Wang's two steps, cell by cell. */
export function expected2sfca(kinds: readonly string[], reach: number): ReadonlyMap<string, number> {
  const { features, places, cells } = measured(kinds, "quartiere.geojson", () => true);
  const ratios = places.map((_, j) => 1 / sum(cells.filter(({ ways }) => isWithin(ways[j], reach)).map(inhabitants)));
  return new Map(
    features.map(({ properties }, index) => {
      const here = cells.filter(({ area }) => area === index);
      const provided = here.map(
        ({ residents, ways }) => residents * sum(ratios.filter((_, j) => isWithin(ways[j], reach))),
      );
      return [properties.id, (10_000 * sum(provided)) / sum(here.map(inhabitants))];
    }),
  );
}

/** Residents for whom each place is the only one in reach, by its name; and the share that has at least two. */
export function expectedClosure(kinds: readonly string[], reach: number) {
  const { places, cells } = measured(kinds, "quartiere.geojson", () => true);
  const losing = new Map(places.map(({ name }) => [name, 0]));
  let several = 0;
  for (const { ways, residents } of cells) {
    const within = places.filter((_, j) => isWithin(ways[j], reach));
    const [only] = within;
    if (within.length === 1 && only) losing.set(only.name, (losing.get(only.name) ?? 0) + residents);
    if (within.length > 1) several += residents;
  }
  return { losing, severalShare: several / sum(cells.map(inhabitants)) };
}

const inhabitants = ({ residents }: { readonly residents: number }) => residents;
const isWithin = (way: number | undefined, reach: number) => (way as number) <= reach;

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
