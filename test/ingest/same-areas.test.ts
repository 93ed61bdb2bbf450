import { beforeAll, describe, expect, it } from "vitest";
import { hasSharedData } from "../shared-data.ts";
import { column, farthest, type Outlines, outlinesOf, readBytes, sharedBytes } from "./geo-files.ts";

const FOLDER = "import/flensburg-all-formats";

/** Thirteen Stadtteile, exported in every format and system: the same names, the same number, the same boundaries. */
describe.skipIf(!hasSharedData)("the Stadtteile of Flensburg, whatever the format and the system", () => {
  let truth: Outlines;
  let names: readonly string[];

  beforeAll(async () => {
    const table = await readBytes("stadtteile.gpkg", sharedBytes(`${FOLDER}/stadtteile_25832.gpkg`));
    truth = outlinesOf(table, "AREA_ID");
    names = [...column(table, "AREA_NAME")].sort();
  });

  it.each<[file: string, crs: string | undefined, metres: number]>([
    ["stadtteile.kml", "CRS84", 1],
    ["stadtteile_25832.fgb", "EPSG:25832", 1],
    ["stadtteile_4326.fgb", "EPSG:4326", 1],
    ["stadtteile_25832.gml", "EPSG:25832", 1],
    ["stadtteile_25832_crsmember.geojson", "urn:ogc:def:crs:EPSG::25832", 1],
    ["stadtteile_rfc7946.geojson", undefined, 1],
    ["stadtteile_epsg25832_cp1252_nocpg.zip", "EPSG:25832", 1],
    ["stadtteile_epsg25833_cp1252_nocpg.zip", "EPSG:25833", 1],
    ["stadtteile_epsg3035_cp1252_nocpg.zip", "EPSG:3035", 1],
    ["stadtteile_epsg31467_cp1252_nocpg.zip", "EPSG:31467", 5],
    ["stadtteile_epsg3857_cp1252_nocpg.zip", "EPSG:3857", 1],
    ["stadtteile_epsg4326_cp1252_nocpg.zip", "EPSG:4326", 1],
  ])("%s", async (file, crs, metres) => {
    const table = await readBytes(file, sharedBytes(`${FOLDER}/${file}`));
    expect(table.rowCount).toBe(13);
    expect(table.crs).toBe(crs);
    expect([...column(table, "AREA_NAME")].sort()).toEqual(names);
    expect(names).toContain("04 Westliche Höhe");
    const outlines = outlinesOf(table, "AREA_ID");
    expect(farthest(outlines, truth)).toBeLessThan(metres);
    expect(farthest(truth, outlines)).toBeLessThan(metres);
  });

  it("a shapefile without .prj says so, and lies right in the system that it has", async () => {
    const file = "stadtteile_epsg25832_noprj_utf8.zip";
    const table = await readBytes(file, sharedBytes(`${FOLDER}/${file}`));
    expect(table.crs).toBeUndefined();
    expect(table.issues).toMatchObject([{ code: "file-part-missing", context: { part: ".prj" } }]);
    expect([...column(table, "AREA_NAME")].sort()).toEqual(names);
    expect(farthest(outlinesOf(table, "AREA_ID", "EPSG:25832"), truth)).toBeLessThan(1);
  });
});

describe.skipIf(!hasSharedData)("files of cities are read whole", () => {
  it.each<[path: string, rows: number, crs: string | undefined, name: string, has: string]>([
    ["import/berlin_bezirke.kml", 12, "CRS84", "Name", "Treptow-Köpenick"],
    ["import/berlin_bezirke_shp.zip", 12, "EPSG:4326", "name", "Treptow-Köpenick"],
    ["flensburg/flensburg_stadtteile.zip", 13, "EPSG:25832", "AREA_NAME", "04 Westliche Höhe"],
    ["flensburg/flensburg_stadtbezirke.zip", 41, "EPSG:25832", "AREA_NAME", "011 St. Nikolai"],
    ["flensburg/stadtteile.geojson", 13, "urn:ogc:def:crs:OGC:1.3:CRS84", "AREA_NAME", "04 Westliche Höhe"],
    ["flensburg/zensus2011_1km_flensburg.fgb", 77, "EPSG:4326", "Einwohner", "55"],
    ["flensburg/zensus2011_100m_housing_flensburg.gpkg", 1682, "EPSG:3035", "dwellings", "3"],
    ["import/zensus2011_1km_berlin.fgb", 1037, "EPSG:4326", "Einwohner", "334"],
    ["import/leipzig_districts_swapped_axes.json", 64, "urn:ogc:def:crs:OGC:1.3:CRS84", "title", "Gesamt"],
    ["import/lor_planungsraum_crs84.geojson", 448, "urn:ogc:def:crs:OGC:1.3:CRS84", "RAUMID", "01011101"],
    ["import/lor_prognoseraeume_2021_epsg25833.geojson", 58, "urn:ogc:def:crs:EPSG::25833", "PGR_ID", "0930"],
    ["koeln/stadtteile.kml", 86, "CRS84", "STT_NR", "909"],
  ])("%s", async (path, rows, crs, name, has) => {
    const table = await readBytes(path, sharedBytes(path));
    expect(table.rowCount).toBe(rows);
    expect(table.crs).toBe(crs);
    expect(column(table, name)).toContain(has);
    expect(table.geometries?.filter((geometry) => geometry === null)).toEqual([]);
    expect(table.issues.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
