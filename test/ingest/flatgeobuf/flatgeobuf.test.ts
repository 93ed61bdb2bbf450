import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { describe, expect, it } from "vitest";
import { type Bytes, column, issueCodes, readAs, reasonOf } from "../geo-files.ts";

const ring = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 0],
];
const hole = [
  [1, 1],
  [2, 1],
  [2, 2],
  [1, 1],
];
const feature = (geometry: GeoJSON.Geometry, properties: GeoJSON.GeoJsonProperties): GeoJSON.Feature => ({
  type: "Feature",
  geometry,
  properties,
});
const file = (features: GeoJSON.Feature[], crs?: number) =>
  serialize({ type: "FeatureCollection", features }, crs) as Bytes;
const points = (count: number) =>
  file(
    Array.from({ length: count }, (_, i) =>
      feature({ type: "Point", coordinates: [i, i] }, { name: `Ort ${i}`, zahl: i }),
    ),
  );

describe("a FlatGeobuf file", () => {
  it("keeps areas with holes, their parts, values and system", async () => {
    const table = await readAs(
      "fgb",
      file(
        [
          feature({ type: "MultiPolygon", coordinates: [[ring, hole], [ring]] }, { id: "01", wert: 1.5, ja: true }),
          feature({ type: "MultiPolygon", coordinates: [[ring]] }, { id: "02", wert: -3, ja: false }),
        ],
        25832,
      ),
    );
    expect(table.crs).toBe("EPSG:25832");
    expect(table.geometries?.[0]).toEqual({ type: "MultiPolygon", coordinates: [[ring, hole], [ring]] });
    expect([column(table, "id"), column(table, "wert"), column(table, "ja")]).toEqual([
      ["01", "02"],
      ["1.5", "-3"],
      ["true", "false"],
    ]);
  });

  it("of which the end is missing gives what is there, and says how much is missing", async () => {
    const whole = points(50);
    const table = await readAs("fgb", whole.slice(0, Math.floor(whole.length * 0.8)));
    expect(table.rowCount).toBeGreaterThan(10);
    expect(table.rowCount).toBeLessThan(50);
    expect(table.issues).toMatchObject([{ code: "file-incomplete", context: { read: table.rowCount, promised: 50 } }]);
  });

  it.each([
    ["a header longer than the file", 0xffffff0],
    ["a header of no length", 0],
  ])("is refused with %s", async (_, length) => {
    const bytes = points(3);
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(8, length, true);
    const table = await readAs("fgb", bytes);
    expect([table.rowCount, reasonOf(table)]).toEqual([0, "truncated"]);
  });

  it("that claims more than it can hold ends soon, with a reason or with fewer rows", async () => {
    const bytes = file([feature({ type: "MultiPolygon", coordinates: [[ring], [ring], [ring]] }, { id: "a" })]);
    // Every number of the file in turn as a huge count.
    for (let at = 12; at + 4 <= bytes.length; at += 4) {
      const copy = bytes.slice();
      new DataView(copy.buffer).setUint32(at, 0x7fffffff, true);
      const table = await readAs("fgb", copy);
      expect(table.rowCount).toBeLessThanOrEqual(1);
      if (table.rowCount === 0) expect(issueCodes(table)).toContain("resource-unreadable");
    }
  });
});
