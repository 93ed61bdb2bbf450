import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import type { Population } from "../../../src/domain/population.ts";
import type { Level, Sozialraum } from "../../../src/domain/sozialraum.ts";
import { fromPlane, localPlane } from "../../../src/geo/local-plane.ts";
import { shapesFromGeojson } from "../../../src/geo/shapes-from-geojson.ts";

/* A toy city, laid out in metres around 10° E, 51° N, so that examples can be reckoned by hand. */

export type Place = readonly [x: number, y: number];
const ORIGIN = { resource: "toy", title: "toy", sources: [], licences: [] };
const PLANE = localPlane(10, 51);

export function degrees(places: readonly Place[]): Sites {
  return fromPlane(
    PLANE,
    Float64Array.from(places, ([x]) => x),
    Float64Array.from(places, ([, y]) => y),
  );
}

export function polygon(rings: readonly (readonly Place[])[]): GeoJSON.Polygon {
  return {
    type: "Polygon",
    coordinates: rings.map((ring) => {
      const { lon, lat } = degrees(ring);
      return Array.from(lon, (value, k) => [value, lat[k] as number]);
    }),
  };
}

export function square(west: number, south: number, side: number): Place[] {
  return [
    [west, south],
    [west + side, south],
    [west + side, south + side],
    [west, south + side],
    [west, south],
  ];
}

export function toyLevel(
  areas: readonly (Partial<Sozialraum> & { geometry: GeoJSON.Geometry })[],
  options: { id?: string; parentLevel?: string; period?: string } = {},
): Level {
  const id = options.id ?? "quartier";
  return {
    id,
    title: { de: id, en: id },
    parentLevel: options.parentLevel,
    sozialraeume: areas.map(({ geometry: _, ...area }, k) => ({ id: `${k}`, name: `${k}`, ...area })),
    shapes: shapesFromGeojson(areas.map(({ geometry }) => geometry)),
    origin: { ...ORIGIN, period: options.period },
  };
}

export function toyPopulation(
  cells: readonly { at: Place; residents: number; suppressed?: boolean; key?: string }[],
  period?: string,
): Population {
  return {
    ...degrees(cells.map(({ at }) => at)),
    residents: Float64Array.from(cells, ({ residents }) => residents),
    suppressed: Uint8Array.from(cells, ({ suppressed }) => (suppressed ? 1 : 0)),
    cellSizeMetres: new Float64Array(cells.length).fill(100),
    sozialraum: cells.some(({ key }) => key !== undefined) ? cells.map(({ key }) => key ?? "") : undefined,
    groups: [],
    basis: "cells",
    origin: { ...ORIGIN, period },
  };
}
