import proj4 from "proj4";
import { describe, expect, it } from "vitest";
import { gridTurn } from "../../../src/views/map/grid-turn.ts";
import type { CellCloud } from "../../../src/views/map/map-scene.ts";

const LAEA = "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +units=m +no_defs";

/** A block of 100-m cells around a point of the European grid. */
function grid(x0: number, y0: number, rows = 12, columns = 30): CellCloud {
  const points = Array.from({ length: rows * columns }, (_, i) =>
    proj4(LAEA, "EPSG:4326", [x0 + 100 * (i % columns), y0 + 100 * Math.floor(i / columns)]),
  );
  return {
    lon: Float64Array.from(points, ([lon]) => lon as number),
    lat: Float64Array.from(points, ([, lat]) => lat as number),
    cellSizeMetres: new Float64Array(points.length).fill(100),
    colours: new Uint8Array(4 * points.length),
  };
}

describe("the turn of a population grid", () => {
  it("is the meridian convergence of the European grid in Berlin, about minus 2.7 degrees", () => {
    // Towards the east the grid's north points to the west of true north: −(13.4 − 10)° · sin 52.5°.
    expect((gridTurn(grid(4_552_000, 3_272_000)) * 180) / Math.PI).toBeCloseTo(-2.7, 0);
  });

  it("is nothing on the central meridian", () => {
    expect((gridTurn(grid(4_319_500, 3_272_000)) * 180) / Math.PI).toBeCloseTo(0, 0);
  });

  it("is nothing where cells have no neighbours to measure on", () => {
    const { lon, lat, colours } = grid(4_552_000, 3_272_000, 1, 5);
    expect(gridTurn({ lon, lat, colours, cellSizeMetres: new Float64Array(5).fill(37) })).toBe(0);
  });
});
