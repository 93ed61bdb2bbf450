import { describe, expect, it } from "vitest";
import { bytesOf, column, issueCodes, readAs, readBytes, reasonOf, tablesOf } from "../geo-files.ts";

/** Two squares with a common side, in steps of a tenth. */
const TOPOLOGY = {
  type: "Topology",
  transform: { scale: [0.1, 0.1], translate: [9, 54] },
  arcs: [
    [
      [10, 0],
      [0, 10],
    ],
    [
      [10, 10],
      [-10, 0],
      [0, -10],
      [10, 0],
    ],
    [
      [10, 0],
      [10, 0],
      [0, 10],
      [-10, 0],
    ],
  ],
  objects: {
    stadtteile: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "01", properties: { name: "West" }, arcs: [[0, 1]] },
        { type: "MultiPolygon", id: "02", properties: { name: "Ost" }, arcs: [[[2, -1]]] },
        { type: null, properties: { name: "ohne" } },
      ],
    },
    orte: { type: "GeometryCollection", geometries: [{ type: "Point", coordinates: [5, 5], properties: {} }] },
  },
};

describe("TopoJSON", () => {
  it("has its objects as layers, with whole boundaries", async () => {
    const bytes = bytesOf(JSON.stringify(TOPOLOGY));
    expect(await tablesOf("topojson", bytes)).toEqual([
      { name: "stadtteile", rows: 3, hasGeometry: true },
      { name: "orte", rows: 1, hasGeometry: true },
    ]);
    const table = await readBytes("a.json", bytes);
    expect([column(table, "id"), column(table, "name")]).toEqual([
      ["01", "02", ""],
      ["West", "Ost", "ohne"],
    ]);
    expect(table.geometries?.[0]).toEqual({
      type: "Polygon",
      coordinates: [
        [
          [10, 54],
          [10, 55],
          [9, 55],
          [9, 54],
          [10, 54],
        ],
      ],
    });
    expect(table.geometries?.[1]?.type).toBe("MultiPolygon");
    expect(table.geometries?.[2]).toBeNull();
    expect((await readAs("topojson", bytes, { table: "orte" })).geometries).toEqual([
      { type: "Point", coordinates: [9.5, 54.5] },
    ]);
    expect(reasonOf(await readAs("topojson", bytes, { table: "fehlt" }))).toBe("layer-missing");
  });

  it("loses only the feature whose arcs are not there", async () => {
    const geometries = [
      ...TOPOLOGY.objects.stadtteile.geometries.slice(0, 1),
      { type: "Polygon", arcs: [[99]] },
      null,
      7,
    ];
    const broken = { ...TOPOLOGY, objects: { a: { type: "GeometryCollection", geometries } } };
    const table = await readAs("topojson", bytesOf(JSON.stringify(broken)));
    expect(table.geometries?.map((geometry) => geometry !== null)).toEqual([true, false, false, false]);
    expect(issueCodes(table)).toEqual(["geometry-unusable", "geometry-unusable", "geometry-unusable"]);
  });

  it.each([
    ["without objects", '{"type":"Topology","arcs":[],"objects":{}}', "no-features"],
    ["that is something else", '{"type":"Topology"}', "no-features"],
    ["that ends in the middle", JSON.stringify(TOPOLOGY).slice(0, 200), "broken"],
    ["deeper than data are", `{"type":"Topology","arcs":${"[".repeat(5e5)}`, "json-too-deep"],
  ])("%s is refused with its reason", async (_, text, reason) => {
    expect(reasonOf(await readAs("topojson", bytesOf(text)))).toBe(reason);
  });
});
