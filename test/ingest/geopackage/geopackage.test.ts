import { describe, expect, it } from "vitest";
import { column, issueCodes, readAs, reasonOf, tablesOf } from "../geo-files.ts";
import { addPoints, pointBlob, writeGeopackage } from "./write-geopackage.ts";

describe("a GeoPackage", () => {
  it("hands out the layer that is wanted, with its system, and missing numbers as missing", async () => {
    const bytes = await writeGeopackage((database) => {
      addPoints(database, "orte", 3);
      addPoints(database, 'mit "Anführung"; DROP TABLE orte', 2, 4326);
    });
    expect(await tablesOf("gpkg", bytes)).toEqual([
      { name: "orte", rows: 3, hasGeometry: true },
      { name: 'mit "Anführung"; DROP TABLE orte', rows: 2, hasGeometry: true },
    ]);
    const table = await readAs("gpkg", bytes, { table: "orte" });
    expect(table.crs).toBe("EPSG:25832");
    expect(column(table, "name")).toEqual(["Ort 0", "Ort 1", "Ort 2"]);
    expect(column(table, "zahl")).toEqual(["0", "", "2"]);
    expect([...(table.columns.find(({ name }) => name === "zahl")?.numbers ?? [])]).toEqual([0, Number.NaN, 2]);
    expect(table.geometries?.[2]).toEqual({ type: "Point", coordinates: [2, 4] });
    const other = await readAs("gpkg", bytes, { table: 'mit "Anführung"; DROP TABLE orte' });
    expect([other.rowCount, other.crs]).toEqual([2, "EPSG:4326"]);
  });

  it("has the system that its geometries name, where the layer names another", async () => {
    const bytes = await writeGeopackage((database) => addPoints(database, "orte", 3, 4326, 25832));
    expect((await readAs("gpkg", bytes)).crs).toBe("EPSG:25832");
  });

  it("keeps the row of a geometry that cannot be read", async () => {
    const bytes = await writeGeopackage((database) => {
      addPoints(database, "orte", 2);
      const curve = pointBlob(1, 1, 25832);
      new DataView(curve.buffer).setUint32(9, 8, true);
      for (const blob of [curve, pointBlob(1, 1, 25832).slice(0, 20), new Uint8Array([1, 2, 3])]) {
        database.prepare("INSERT INTO orte (geom, name) VALUES (?, 'schlecht')", [blob]).step();
      }
    });
    const table = await readAs("gpkg", bytes);
    expect(table.geometries?.map((geometry) => geometry !== null)).toEqual([true, true, false, false, false]);
    expect(table.issues.map(({ code, row, context }) => [code, row, context.reason])).toEqual([
      ["geometry-unusable", 3, "curve"],
      ["geometry-unusable", 4, "malformed"],
      ["geometry-unusable", 5, "malformed"],
    ]);
  });

  it("reads tables without geometry", async () => {
    const bytes = await writeGeopackage((database) => {
      database.run("CREATE TABLE werte (id TEXT, wert REAL); INSERT INTO werte VALUES ('01', 1.5), ('02', NULL)");
      database.run("INSERT INTO gpkg_contents VALUES ('werte', 'attributes', 'werte', 0)");
    });
    const table = await readAs("gpkg", bytes);
    expect([column(table, "id"), column(table, "wert")]).toEqual([
      ["01", "02"],
      ["1.5", ""],
    ]);
    expect([table.geometries, table.crs]).toEqual([undefined, undefined]);
  });

  it("runs nothing that a stranger has written into it: no view, no computed column, no trigger", async () => {
    const endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS x FROM n";
    const view = await writeGeopackage((database) => {
      database.run(`CREATE VIEW falle AS ${endless}`);
      database.run("INSERT INTO gpkg_contents VALUES ('falle', 'features', 'falle', 25832)");
      database.run("INSERT INTO gpkg_geometry_columns VALUES ('falle', 'geom', 'POINT', 25832, 0, 0)");
    });
    expect(reasonOf(await readAs("gpkg", view))).toBe("layer-computed");
    expect(await tablesOf("gpkg", view)).toEqual([{ name: "falle", rows: undefined, hasGeometry: true }]);
    const described = await writeGeopackage(
      (database) => database.run(`CREATE VIEW gpkg_contents AS ${endless}`),
      "CREATE TABLE x (y)",
    );
    expect(reasonOf(await readAs("gpkg", described))).toBe("no-geopackage");
    const computed = await writeGeopackage((database) => {
      database.run("CREATE TABLE t (id TEXT, groß BLOB GENERATED ALWAYS AS (zeroblob(900000000)) VIRTUAL)");
      database.run("INSERT INTO t (id) VALUES ('a'); INSERT INTO gpkg_contents VALUES ('t', 'attributes', 't', 0)");
      database.run("CREATE TRIGGER z AFTER INSERT ON t BEGIN DELETE FROM t; END");
    });
    expect((await readAs("gpkg", computed)).columns.map(({ name }) => name)).toEqual(["id"]);
  });

  it.each<[what: string, bytes: () => Promise<Uint8Array>, reason: string]>([
    [
      "a database of something else",
      () => writeGeopackage(() => {}, "CREATE TABLE adressen (name TEXT)"),
      "no-geopackage",
    ],
    ["one without a layer", () => writeGeopackage(() => {}), "no-geopackage"],
    [
      "the beginning of one",
      async () => (await writeGeopackage((d) => addPoints(d, "orte", 3))).slice(0, 100),
      "broken",
    ],
    [
      "one whose layer is not there",
      () => writeGeopackage((d) => d.run("INSERT INTO gpkg_contents VALUES ('weg', 'features', 'weg', 0)")),
      "layer-missing",
    ],
  ])("is refused with its reason when it is %s", async (_, bytes, reason) => {
    const table = await readAs("gpkg", (await bytes()) as Uint8Array<ArrayBuffer>);
    expect([table.rowCount, reasonOf(table), issueCodes(table).at(-1)]).toEqual([0, reason, "resource-unreadable"]);
  });
});
