import fc from "fast-check";
import proj4 from "proj4";
import { describe, expect, test } from "vitest";
import { distanceMetres } from "../../src/geo/distance.ts";
import { fromPlane, localPlane, planeAround, planeDistance, planeScale, toPlane } from "../../src/geo/local-plane.ts";
import { geodesicMetres } from "./geodesic.ts";

const lonOfGermany = fc.double({ min: 5.8, max: 15.1, noNaN: true });
const latOfGermany = fc.double({ min: 47.2, max: 55.1, noNaN: true });

describe("local plane", { timeout: 60_000 }, () => {
  test("agrees with PROJ's exact transverse Mercator to a tenth of a millimetre, 5° to both sides of the meridian", () => {
    const definition = "+proj=etmerc +lat_0=51 +lon_0=10.5 +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m";
    const plane = localPlane(10.5, 51);
    fc.assert(
      fc.property(lonOfGermany, latOfGermany, (lon, lat) => {
        const expected = proj4(definition, [lon, lat]);
        const { x, y } = toPlane(plane, Float64Array.of(lon), Float64Array.of(lat));
        expect(Math.abs((x[0] as number) - (expected[0] as number))).toBeLessThan(1e-4);
        expect(Math.abs((y[0] as number) - (expected[1] as number))).toBeLessThan(1e-4);
      }),
    );
  });

  test("leads back to the same degrees", () => {
    const plane = localPlane(10, 51);
    fc.assert(
      fc.property(lonOfGermany, latOfGermany, (lon, lat) => {
        const { x, y } = toPlane(plane, Float64Array.of(lon), Float64Array.of(lat));
        const back = fromPlane(plane, x, y);
        expect(back.lon[0]).toBeCloseTo(lon, 9);
        expect(back.lat[0]).toBeCloseTo(lat, 9);
      }),
    );
  });

  test("measures distances up to 20 km within 0.001 % of the geodesic, anywhere in Germany on one plane", () => {
    const plane = planeAround([5.8, 47.2, 15.1, 55.1]);
    fc.assert(
      fc.property(
        lonOfGermany,
        latOfGermany,
        fc.double({ min: -0.2, max: 0.2, noNaN: true }),
        fc.double({ min: -0.12, max: 0.12, noNaN: true }),
        (lon, lat, dLon, dLat) => {
          const exact = geodesicMetres(lon, lat, lon + dLon, lat + dLat);
          fc.pre(exact > 1);
          const { x, y } = toPlane(plane, Float64Array.of(lon, lon + dLon), Float64Array.of(lat, lat + dLat));
          const measured = planeDistance(plane, x[0] as number, y[0] as number, x[1] as number, y[1] as number);
          expect(Math.abs(measured / exact - 1)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("measures single pairs within 0.01 % of the geodesic, up to 300 km", () => {
    fc.assert(
      fc.property(lonOfGermany, latOfGermany, lonOfGermany, latOfGermany, (lon1, lat1, lon2, lat2) => {
        const exact = geodesicMetres(lon1, lat1, lon2, lat2);
        fc.pre(exact > 1 && exact < 300_000);
        expect(Math.abs(distanceMetres(lon1, lat1, lon2, lat2) / exact - 1)).toBeLessThan(1e-4);
      }),
      { numRuns: 500 },
    );
  });

  test("is true to scale on its meridian and stretches away from it", () => {
    const plane = localPlane(10, 51);
    expect(planeScale(plane, 0)).toBe(1);
    expect(planeScale(plane, 300_000)).toBeCloseTo(1.0011, 4);
    expect(planeScale(plane, -300_000)).toBe(planeScale(plane, 300_000));
  });

  test("keeps a missing place missing", () => {
    const { x, y } = toPlane(localPlane(10, 51), Float64Array.of(Number.NaN), Float64Array.of(51));
    expect(x[0]).toBeNaN();
    expect(y[0]).toBeNaN();
  });

  test("refuses a middle that is no place, and arrays of two lengths", () => {
    expect(() => localPlane(Number.NaN, 51)).toThrow("no plane around");
    expect(() => toPlane(localPlane(10, 51), new Float64Array(2), new Float64Array(1))).toThrow("2 longitudes and 1");
  });
});
