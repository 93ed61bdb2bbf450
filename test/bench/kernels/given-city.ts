import type { Population } from "../../../src/domain/population.ts";
import type { Level } from "../../../src/domain/sozialraum.ts";
import { shapesFromGeojson } from "../../../src/geo/shapes-from-geojson.ts";

/** What city-input.mjs hands over. */
export interface CityInput {
  readonly name: string;
  readonly areas: readonly { readonly id: string; readonly rings: number[][][] }[];
  readonly cells: { readonly lon: number[]; readonly lat: number[]; readonly residents: number[] };
  readonly sites: { readonly lon: number[]; readonly lat: number[] };
}

const ORIGIN = { resource: "bench", title: "bench", sources: [], licences: [] };

export function levelOf({ areas }: CityInput): Level {
  return {
    id: "area",
    title: { de: "area", en: "area" },
    sozialraeume: areas.map(({ id }) => ({ id, name: id })),
    shapes: shapesFromGeojson(areas.map(({ rings }) => ({ type: "Polygon", coordinates: rings }))),
    origin: ORIGIN,
  };
}

export function populationOf({ cells }: CityInput): Population {
  const residents = Float64Array.from(cells.residents);
  return {
    lon: Float64Array.from(cells.lon),
    lat: Float64Array.from(cells.lat),
    residents,
    suppressed: new Uint8Array(residents.length),
    cellSizeMetres: new Float64Array(residents.length).fill(100),
    groups: [],
    basis: "cells",
    origin: ORIGIN,
  };
}
