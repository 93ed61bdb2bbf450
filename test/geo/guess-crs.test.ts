import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CRS_IDS, type CrsId, toLonLat } from "../../src/geo/crs.ts";
import { guessCrs } from "../../src/geo/guess-crs.ts";

/** Köln: eastings and northings in UTM 32. */
const EAST = [346000, 356000, 366000, 351000];
const NORTH = [5635000, 5645000, 5655000, 5660000];
const KOELN = [6.77, 50.83, 7.16, 51.09] as const;
const BERLIN = [13.09, 52.34, 13.76, 52.68] as const;

describe("the system of numbers that name none", () => {
  test("is told by the city where several zones would lie in Germany", () => {
    const [x, y] = [Float64Array.from([380000, 390000, 400000]), Float64Array.from([5810000, 5820000, 5825000])];
    expect(guessCrs(x, y, BERLIN)[0]).toMatchObject({ crs: "EPSG:25833", swapped: false, share: 1 });
    expect(guessCrs(x, y).map(({ crs }) => crs)).toEqual(expect.arrayContaining(["EPSG:25832", "EPSG:25833"]));
  });

  test("is told from one that only looks like Gauß-Krüger", () => {
    const x = Float64Array.from(EAST, (east) => east + 2_000_000);
    const best = guessCrs(x, Float64Array.from(NORTH), KOELN)[0];
    expect(best?.crs).toContain("+x_0=2500000");
    expect(best?.share).toBe(1);
  });

  test("is noticed with its axes the other way round", () => {
    expect(guessCrs(Float64Array.from([51.3, 51.4]), Float64Array.from([12.3, 12.4]))[0]).toMatchObject({
      crs: "EPSG:4326",
      swapped: true,
    });
    expect(guessCrs(Float64Array.from(NORTH), Float64Array.from(EAST), KOELN)[0]).toMatchObject({
      crs: "EPSG:25832",
      swapped: true,
    });
  });

  test("is none where no system fits, and where there are no numbers", () => {
    expect(guessCrs(Float64Array.from([1, 2]), Float64Array.from([3, 4]))).toEqual([]);
    expect(guessCrs(Float64Array.from([Number.NaN]), Float64Array.from([Number.NaN]))).toEqual([]);
  });

  test("always contains a system in which the positions lie in the city, whatever is asked", () => {
    const crs = fc.constantFrom(...CRS_IDS.filter((id) => id !== "EPSG:3857" && id !== "EPSG:3068"));
    fc.assert(
      fc.property(crs, fc.boolean(), (id: CrsId, swapped) => {
        const [x, y] = numbersIn(id);
        const [first] = guessCrs(swapped ? y : x, swapped ? x : y, KOELN);
        const [lon, lat] = first?.swapped ? [swapped ? x : y, swapped ? y : x] : [swapped ? y : x, swapped ? x : y];
        const [lons, lats] = [Float64Array.from(lon), Float64Array.from(lat)];
        if (first) toLonLat(first.crs, lons, lats);
        for (const [i, value] of lons.entries()) {
          expect(value).toBeGreaterThan(KOELN[0] - 0.4);
          expect(value).toBeLessThan(KOELN[2] + 0.4);
          expect(lats[i]).toBeGreaterThan(KOELN[1] - 0.4);
        }
      }),
    );
  });
});

/** Three positions in Köln in a system, found by bisection: `geo` has no way back. */
function numbersIn(id: CrsId): [Float64Array, Float64Array] {
  const points = [
    [6.9, 50.9],
    [7.0, 50.95],
    [6.95, 51.0],
  ] as const;
  const xs = new Float64Array(points.length);
  const ys = new Float64Array(points.length);
  for (const [i, [lon, lat]] of points.entries()) {
    let [x, y] = startOf(id);
    for (let step = 0; step < 60; step++) {
      const at = (east: number, north: number): [number, number] => {
        const [a, b] = [Float64Array.of(east), Float64Array.of(north)];
        toLonLat(id, a, b);
        return [a[0] as number, b[0] as number];
      };
      const h = Math.abs(x) > 1000 ? 1 : 1e-5;
      const [here, east, north] = [at(x, y), at(x + h, y), at(x, y + h)];
      const a = (east[0] - here[0]) / h;
      const b = (north[0] - here[0]) / h;
      const c = (east[1] - here[1]) / h;
      const d = (north[1] - here[1]) / h;
      const [u, v] = [lon - here[0], lat - here[1]];
      const determinant = a * d - b * c;
      x += (d * u - b * v) / determinant;
      y += (a * v - c * u) / determinant;
    }
    xs[i] = x;
    ys[i] = y;
  }
  return [xs, ys];
}

function startOf(id: CrsId): [number, number] {
  switch (id) {
    case "EPSG:25832":
      return [360000, 5640000];
    case "EPSG:25833":
      return [-60000, 5650000];
    case "EPSG:4647":
      return [32360000, 5640000];
    case "EPSG:5650":
      return [32940000, 5650000];
    case "EPSG:3035":
      return [4100000, 3100000];
    case "EPSG:31466":
      return [2567000, 5645000];
    case "EPSG:31467":
      return [3357000, 5645000];
    case "EPSG:31468":
      return [4147000, 5650000];
    case "EPSG:31469":
      return [4937000, 5660000];
    default:
      return [6.9, 50.9];
  }
}
