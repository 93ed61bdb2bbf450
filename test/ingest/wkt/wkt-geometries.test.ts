import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../src/ingest/csv/read-csv.ts";
import { withWktGeometries } from "../../../src/ingest/wkt/wkt-geometries.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";

const OPTIONS = { source: "a.csv", listSeparator: ";" };
const of = (text: string, named?: string) =>
  withWktGeometries(readCsv(new TextEncoder().encode(text), OPTIONS), "a.csv", named);

describe("a table with geometries in Well-Known Text", () => {
  it("has geometries instead of the column, in every spelling, empty where there is none", () => {
    const table = of(
      "id;ort\n1;POINT (9.4 54.8)\n2;multipoint((1 2),(3 4))\n3;LineString Z (1 2 3, 4 5 6)\n4;POLYGON((0 0,1 0,1 1,0 0))\n5;\n6;POINT EMPTY\n7;POINTZ(1 2 3)",
    );
    expect(table.columns.map(({ name }) => name)).toEqual(["id"]);
    expect(table.geometries?.map((each) => each?.type)).toEqual([
      "Point",
      "MultiPoint",
      "LineString",
      "Polygon",
      undefined,
      undefined,
      "Point",
    ]);
    expect(table.issues).toEqual([]);
    expect(table.crs).toBeUndefined();
  });

  it("takes its system from EWKT, and leaves out what is in another", () => {
    const table = of(
      "id;g\n1;SRID=25832;POINT(1 2)\n2;SRID=25832;POINT(3 4)\n3;SRID=4326;POINT(9 54)".replaceAll(
        /;(SRID=\d+;POINT\([^)]*\))/g,
        ';"$1"',
      ),
    );
    expect(table.crs).toBe("EPSG:25832");
    expect(table.geometries?.map((each) => each?.type)).toEqual(["Point", "Point", undefined]);
    expect(table.issues).toMatchObject([{ code: "geometry-unusable", row: 4, context: { reason: "other-crs" } }]);
  });

  it("says which cells cannot be read, curves as such, and never throws", () => {
    const deep = "GEOMETRYCOLLECTION(".repeat(20_000);
    const table = of(`id;g\n1;POINT(1 2)\n2;POINT(1\n3;CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0))\n4;${deep}`, "g");
    expect(table.geometries?.map((each) => each?.type)).toEqual(["Point", undefined, undefined, undefined]);
    expect(table.issues.map(({ row, context }) => [row, context.reason])).toEqual([
      [3, "malformed"],
      [4, "curve"],
      [5, "malformed"],
    ]);
  });

  it("stays as it is where no column holds any", () => {
    const table = of("id;name\n1;Point of Interest\n2;Haus");
    expect(table.geometries).toBeUndefined();
    expect(table.columns.map(({ name }) => name)).toEqual(["id", "name"]);
  });

  it.skipIf(!hasSharedData)("of Flensburg has 13 areas in degrees", () => {
    const bytes = new Uint8Array(readFileSync(sharedData("import/flensburg-all-formats/stadtteile_wkt_semicolon.csv")));
    const table = withWktGeometries(readCsv(bytes, OPTIONS), "a.csv");
    expect([table.rowCount, table.issues]).toEqual([13, []]);
    expect(table.geometries?.every((each) => each?.type.endsWith("Polygon"))).toBe(true);
  });
});
