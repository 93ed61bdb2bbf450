import type { Population } from "../../../src/domain/population.ts";
import type { Level } from "../../../src/domain/sozialraum.ts";
import { fromPlane, localPlane } from "../../../src/geo/local-plane.ts";
import { shapesFromGeojson } from "../../../src/geo/shapes-from-geojson.ts";
import { seededRandom } from "./measure-time.ts";

export interface CountrySize {
  readonly cells: number;
  readonly places: number;
  /** Kilometres from west to east and from south to north. */
  readonly width: number;
  readonly height: number;
  /** Areas in a row and rows of them. */
  readonly columns: number;
  readonly rows: number;
}

export interface Country {
  readonly population: Population;
  readonly level: Level;
  readonly sites: { readonly lon: Float64Array; readonly lat: Float64Array };
}

const CELL_METRES = 100;
const CELLS_PER_TOWN = 330;
const ORIGIN = { resource: "bench", title: "bench", sources: [], licences: [] };

/**
 * A country of the middle latitudes as people live in it: hectares in towns whose sizes fall as their ranks rise (Zipf), dense in the
 * middle and thin at the edge; places where people live. Each hectare once; the same numbers give the same country.
 */
export function inventedCountry(size: CountrySize): Country {
  const random = seededRandom(size.cells);
  const { x, y } = hectares(size, random);
  const plane = localPlane(10.5, 51.2);
  const cells = fromPlane(plane, x, y);
  const sx = new Float64Array(size.places);
  const sy = new Float64Array(size.places);
  for (let s = 0; s < size.places; s++) {
    const cell = Math.floor(random() * x.length);
    sx[s] = (x[cell] as number) + (random() - 0.5) * CELL_METRES;
    sy[s] = (y[cell] as number) + (random() - 0.5) * CELL_METRES;
  }
  const areas = areaRings(size, (ax, ay) => {
    const at = fromPlane(plane, Float64Array.of(ax), Float64Array.of(ay));
    return [at.lon[0] as number, at.lat[0] as number];
  });
  return {
    population: {
      ...cells,
      residents: Float64Array.from(x, () => 1 + Math.floor(random() * random() * 110)),
      suppressed: new Uint8Array(x.length),
      cellSizeMetres: new Float64Array(x.length).fill(CELL_METRES),
      groups: [],
      basis: "cells",
      origin: ORIGIN,
    },
    level: {
      id: "area",
      title: { de: "area", en: "area" },
      sozialraeume: areas.map((_, k) => ({ id: String(k).padStart(4, "0"), name: `area ${k}` })),
      shapes: shapesFromGeojson(areas.map((ring) => ({ type: "Polygon", coordinates: [ring] }))),
      origin: ORIGIN,
    },
    sites: fromPlane(plane, sx, sy),
  };
}

/** Middles of inhabited hectares, in metres from the middle of the country. */
function hectares({ cells, width, height }: CountrySize, random: () => number): { x: Float64Array; y: Float64Array } {
  const columns = width * 10;
  const rows = height * 10;
  const taken = new Uint8Array(columns * rows);
  const x = new Float64Array(cells);
  const y = new Float64Array(cells);
  const towns = Math.ceil(cells / CELLS_PER_TOWN);
  let weights = 0;
  for (let rank = 1; rank <= towns; rank++) weights += 1 / (rank + 10);
  let placed = 0;
  for (let rank = 1; placed < cells; rank = (rank % towns) + 1) {
    const wished = Math.ceil(cells / (rank + 10) / weights);
    const townColumn = random() * columns;
    const townRow = random() * rows;
    // Half of the hectares within two deviations are inhabited.
    const spread = 0.8 * Math.sqrt(wished);
    const end = Math.min(cells, placed + wished);
    for (let attempt = 0; placed < end && attempt < 3 * wished; attempt++) {
      const column = Math.floor(townColumn + (random() + random() + random() - 1.5) * spread);
      const row = Math.floor(townRow + (random() + random() + random() - 1.5) * spread);
      if (column < 0 || row < 0 || column >= columns || row >= rows || taken[row * columns + column] === 1) continue;
      taken[row * columns + column] = 1;
      x[placed] = (column + 0.5 - columns / 2) * CELL_METRES;
      y[placed] = (row + 0.5 - rows / 2) * CELL_METRES;
      placed++;
    }
  }
  return { x, y };
}

/** A closed ring of 24 sides for each area; borders are waves, the same seen from both sides. */
function areaRings(
  { width, height, columns, rows }: CountrySize,
  place: (x: number, y: number) => number[],
): number[][][] {
  const wave = (along: number, line: number) => 0.2 * Math.sin(along * 2.9 + line * 1.7);
  const corner = (u: number, v: number) =>
    place(((u + wave(v, u)) / columns - 0.5) * width * 1000, ((v + wave(u, v)) / rows - 0.5) * height * 1000);
  const steps = [0, 1, 2, 3, 4, 5].map((step) => step / 6);
  return Array.from({ length: columns * rows }, (_, k) => {
    const u = k % columns;
    const v = Math.floor(k / columns);
    const ring = [
      ...steps.map((t) => corner(u + t, v)),
      ...steps.map((t) => corner(u + 1, v + t)),
      ...steps.map((t) => corner(u + 1 - t, v + 1)),
      ...steps.map((t) => corner(u, v + 1 - t)),
    ];
    return [...ring, ring[0] as number[]];
  });
}
