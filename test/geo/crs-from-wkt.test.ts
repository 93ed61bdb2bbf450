import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { crsFromWkt, toLonLat } from "../../src/geo/crs.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";

const ETRS =
  'GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const tmerc = (meridian: number, easting: number) =>
  `PROJCS["X",${ETRS},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",${easting}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe("the system that a .prj means", () => {
  test("is the known one with the same parameters, whatever it is called there", () => {
    expect(crsFromWkt(tmerc(9, 500000))).toBe("EPSG:25832");
    expect(crsFromWkt(tmerc(15, 33500000))).toBe("EPSG:5650");
    expect(crsFromWkt(ETRS)).toBe("EPSG:4326");
  });

  test("is read by its parameters when no registry has it, and lands where the parameters say", () => {
    const own = crsFromWkt(`COMPD_CS["with heights",${tmerc(9, 2500000)},VERT_CS["DHHN92",UNIT["metre",1]]]`);
    if (!own) throw new Error("not understood");
    expect(own).toContain("+x_0=2500000");
    const [x, y] = [Float64Array.of(2356000), Float64Array.of(5645000)];
    const [u, v] = [Float64Array.of(356000), Float64Array.of(5645000)];
    expect(toLonLat(own, x, y)).toBe(0);
    toLonLat("EPSG:25832", u, v);
    expect([x[0], y[0]]).toEqual([u[0], v[0]]);
  });

  test("is undefined for texts that are no system, and never throws", () => {
    for (const text of ["", "PROJCS[", "PROJCS[]", "null", 'GEOGCS["a"]', 'PROJCS["x",PROJECTION["Bonne"]]']) {
      expect(crsFromWkt(text)).toBeUndefined();
    }
  });

  test.skipIf(!hasSharedData)("of every shapefile that was published is recognised", () => {
    const prj = (zip: string) => execFileSync("unzip", ["-p", sharedData(zip), "*.prj"], { encoding: "utf8" });
    for (const id of ["25832", "25833", "3035", "31467", "3857", "4326"]) {
      const zip = `import/flensburg-all-formats/stadtteile_epsg${id}_cp1252_nocpg.zip`;
      expect(crsFromWkt(prj(zip))).toBe(`EPSG:${id}`);
    }
    expect(crsFromWkt(readFileSync(sharedData("koeln/shp/Stadtteil.prj"), "utf8"))).toContain("+x_0=2500000");
  });
});
