import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CRS_IDS, type CrsId, crsErrorMetres, parseCrs, toLonLat } from "../../src/geo/crs.ts";

/**
 * Control values, PROJ 9.1.1 of Debian 12. ETRS89 and WGS 84: gdaltransform (GDAL 3.6.2) from OGC:CRS84 to the system. DHDN: cct with
 * the seven parameters of EPSG 1777 (zones) and 15869 (Soldner Berlin) spelt out.
 */
const CONTROL: readonly [crs: CrsId, lon: number, lat: number, x: number, y: number][] = [
  ["EPSG:3857", 13.4, 52.52, 1491681.17662987, 6894699.80128242],
  ["EPSG:3857", 6.95, 50.94, 773670.461013251, 6610687.2720475],
  ["EPSG:3035", 13.4, 52.52, 4551697.47561979, 3273252.40716682],
  ["EPSG:3035", 6.95, 50.94, 4106687.82903279, 3096536.07428055],
  ["EPSG:25832", 10.0, 53.68, 566050.229205751, 5948383.69836099],
  ["EPSG:25832", 6.95, 50.94, 355973.176535679, 5645153.76466887],
  ["EPSG:25833", 13.4, 52.52, 391440.032069155, 5820079.66674866],
  ["EPSG:25833", 12.37, 51.34, 316820.063113326, 5690919.21087294],
  ["EPSG:4647", 10.0, 53.68, 32566050.2292057, 5948383.69836099],
  ["EPSG:5650", 13.4, 52.52, 33391440.0320692, 5820079.66674866],
  ["EPSG:31466", 6.95, 50.94, 2566815.246018, 5645401.992533],
  ["EPSG:31467", 10.0, 53.68, 3566147.572187, 5950324.798953],
  ["EPSG:31468", 11.58, 48.14, 4468849.982592, 5333637.534284],
  ["EPSG:31469", 13.74, 51.05, 5411783.87222, 5657958.227217],
  ["EPSG:3068", 13.4, 52.52, 24698.742689, 21457.569542],
  ["EPSG:4258", 10.0, 53.68, 10, 53.68],
  ["EPSG:4326", 10.0, 53.68, 10, 53.68],
  ["CRS84", 10.0, 53.68, 10, 53.68],
];

/** The same places by the exact shift of the surveying offices: gdaltransform with the grid BETA2007.gsb. */
const BY_GRID: typeof CONTROL = [
  ["EPSG:31466", 6.95, 50.94, 2566816.6295233, 5645401.7634146],
  ["EPSG:31467", 10.0, 53.68, 3566146.75640202, 5950324.67458281],
  ["EPSG:31467", 9.43, 54.78, 3527735.33621622, 6072383.90970052],
  ["EPSG:31468", 11.58, 48.14, 4468849.43243048, 5333636.76216245],
  ["EPSG:31469", 13.74, 51.05, 5411784.66098143, 5657957.92188777],
  ["EPSG:3068", 13.4, 52.52, 24698.3186168715, 21457.3152296698],
];

const METRES_PER_DEGREE = 111_320;

function differenceMetres(crs: CrsId, x: number, y: number, lon: number, lat: number): number {
  const [xs, ys] = [Float64Array.of(x), Float64Array.of(y)];
  toLonLat(crs, xs, ys);
  const east = ((xs[0] as number) - lon) * METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(east, ((ys[0] as number) - lat) * METRES_PER_DEGREE);
}

describe("coordinates in the systems of German offices", () => {
  it.each(CONTROL)("%s at %d, %d agrees with PROJ to a centimetre", (crs, lon, lat, x, y) => {
    expect(differenceMetres(crs, x, y, lon, lat)).toBeLessThan(0.01);
  });

  it.each(BY_GRID)("%s at %d, %d is off by less than it says, against the exact grid", (crs, lon, lat, x, y) => {
    const difference = differenceMetres(crs, x, y, lon, lat);
    expect(difference).toBeLessThan(crsErrorMetres(crs));
    expect(difference).toBeGreaterThan(0.1);
  });

  it("has a control value for every system that it claims to read", () => {
    expect(new Set(CONTROL.map(([crs]) => crs))).toEqual(new Set(CRS_IDS));
  });

  it("says of DHDN, and only of it, how far the seven parameters may be off", () => {
    const approximate = CRS_IDS.filter((crs) => crsErrorMetres(crs) > 0);
    expect(approximate).toEqual(["EPSG:31466", "EPSG:31467", "EPSG:31468", "EPSG:31469", "EPSG:3068"]);
  });

  it("keeps UTM with and without the zone in the easting in the same place", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 250_000, max: 750_000, noNaN: true }),
        fc.double({ min: 5.2e6, max: 6.1e6, noNaN: true }),
        (x, y) => {
          const plain = [Float64Array.of(x), Float64Array.of(y)] as const;
          const zoned = [Float64Array.of(x + 32_000_000), Float64Array.of(y)] as const;
          toLonLat("EPSG:25832", ...plain);
          toLonLat("EPSG:4647", ...zoned);
          expect(zoned[0][0]).toBeCloseTo(plain[0][0] as number, 9);
          expect(zoned[1][0]).toBeCloseTo(plain[1][0] as number, 9);
        },
      ),
    );
  });

  it("turns what lies outside of the area of use into NaN and counts it", () => {
    const xs = Float64Array.of(566050, 13.4, 5948383, Number.NaN);
    const ys = Float64Array.of(5948383, 52.52, 566050, 1);
    expect(toLonLat("EPSG:25832", xs, ys)).toBe(3);
    expect([...xs].map(Number.isNaN)).toEqual([false, true, true, true]);
    expect([...ys].map(Number.isNaN)).toEqual([false, true, true, true]);
  });

  it("refuses latitudes beyond the pole and longitudes beyond the date line", () => {
    expect(toLonLat("EPSG:4326", Float64Array.of(13, 181, 13), Float64Array.of(91, 52, 52))).toBe(2);
  });

  it("throws when there are not as many eastings as northings", () => {
    expect(() => toLonLat("EPSG:4326", new Float64Array(2), new Float64Array(3))).toThrow("as many eastings");
  });
});

describe("names of systems", () => {
  it.each([
    ["EPSG:25832", "EPSG:25832"],
    [" epsg:25832 ", "EPSG:25832"],
    ["25832", "EPSG:25832"],
    ["urn:ogc:def:crs:EPSG::25832", "EPSG:25832"],
    ["urn:ogc:def:crs:EPSG:6.9:25833", "EPSG:25833"],
    ["urn:x-ogc:def:crs:EPSG:31467", "EPSG:31467"],
    ["http://www.opengis.net/def/crs/EPSG/0/25832", "EPSG:25832"],
    ["https://www.opengis.net/def/crs/EPSG/0/3035", "EPSG:3035"],
    ["http://www.opengis.net/gml/srs/epsg.xml#4326", "EPSG:4326"],
    ["CRS84", "CRS84"],
    ["OGC:CRS84", "CRS84"],
    ["urn:ogc:def:crs:OGC:1.3:CRS84", "CRS84"],
    ["http://www.opengis.net/def/crs/OGC/1.3/CRS84", "CRS84"],
  ])("understands %s", (text, crs) => {
    expect(parseCrs(text)).toBe(crs);
  });

  it.each(["EPSG:27700", "", "UTM32", "EPSG:2583", "__proto__", "ETRS89", "EPSG:25832; drop"])(
    "knows no %j",
    (text) => {
      expect(parseCrs(text)).toBeUndefined();
    },
  );
});
