import { describe, expect, it } from "vitest";
import { bytesOf, column, issueCodes, readBytes, reasonOf } from "../geo-files.ts";

const point = (x: number, properties: object = {}) => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: [x, 1] },
});
const read = (text: string, name = "a.geojson") => readBytes(name, bytesOf(text));

describe("GeoJSON", () => {
  it("may begin with a byte order mark", async () => {
    const table = await read(`\ufeff${JSON.stringify({ type: "FeatureCollection", features: [point(1)] })}`);
    expect([table.rowCount, issueCodes(table)]).toEqual([1, []]);
  });

  it.each([
    ["one a line", (lines: string[]) => lines.join("\n")],
    [
      "one a line, with an end of line of Windows and blank lines",
      (lines: string[]) => `${lines.join("\r\n\r\n")}\r\n`,
    ],
    ["with a record separator before each", (lines: string[]) => lines.map((line) => `\u001e${line}\n`).join("")],
  ])("may have its features %s", async (_, joined) => {
    const lines = [1, 2, 3].map((x) => JSON.stringify(point(x, { id: `0${x}` })));
    const table = await read(joined(lines), "a.geojsonl");
    expect(column(table, "id")).toEqual(["01", "02", "03"]);
    expect(table.geometries).toMatchObject([{ coordinates: [1, 1] }, { coordinates: [2, 1] }, { coordinates: [3, 1] }]);
  });

  it("line by line that was cut gives what is whole, and says what is missing", async () => {
    const lines = [1, 2, 3].map((x) => JSON.stringify(point(x)));
    const table = await read(lines.join("\n").slice(0, -20));
    expect(table.rowCount).toBe(2);
    expect(table.issues).toMatchObject([{ code: "file-incomplete", context: { read: 2, promised: 3 } }]);
  });

  it.each([
    ["counts more than it holds", { numberMatched: 500, numberReturned: 2 }, { read: 2, promised: 500 }],
    ["counts more in the words of GeoServer", { totalFeatures: 3, numberMatched: "unknown" }, { read: 2, promised: 3 }],
    ["leads to a next page", { links: [{ rel: "self" }, { rel: "next", href: "?offset=2" }] }, { read: 2 }],
    ["stopped at ArcGIS's limit", { exceededTransferLimit: true }, { read: 2 }],
    ["stopped at the limit, said beside it", { properties: { exceededTransferLimit: true } }, { read: 2 }],
  ])("that %s is told to be the first page of a layer", async (_, said, context) => {
    const table = await read(JSON.stringify({ type: "FeatureCollection", ...said, features: [point(1), point(2)] }));
    expect(table.rowCount).toBe(2);
    expect(table.issues).toMatchObject([{ code: "file-of-one-page", context }]);
  });

  it("that counts what it holds is whole", async () => {
    const said = { numberMatched: 1, numberReturned: 1, links: [{ rel: "self" }], exceededTransferLimit: false };
    const table = await read(JSON.stringify({ type: "FeatureCollection", ...said, features: [point(1)] }));
    expect(issueCodes(table)).toEqual([]);
  });

  it("keeps collections of geometries, and reads geometries without features", async () => {
    const collection = {
      type: "GeometryCollection",
      geometries: [
        { type: "Point", coordinates: [1, 2] },
        {
          type: "Polygon",
          coordinates: [
            [
              [0, 0],
              [1, 0],
              [1, 1],
              [0, 0],
            ],
          ],
        },
      ],
    };
    const kept = await read(JSON.stringify({ type: "Feature", properties: null, geometry: collection }));
    expect(kept.geometries).toEqual([collection]);
    expect((await read(JSON.stringify(collection))).rowCount).toBe(2);
  });

  it("has properties of any name, the dangerous too", async () => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"__proto__":"a","constructor":1}}]}`;
    const table = await read(text);
    expect(table.columns.map(({ name, texts }) => [name, texts[0]])).toEqual([
      ["__proto__", "a"],
      ["constructor", "1"],
    ]);
  });

  it.each([
    ["nested deeper than data are", `{"type":"FeatureCollection","features":${"[".repeat(1e6)}`, "json-too-deep"],
    ["nested in objects", `${'{"a":'.repeat(2e5)}1${"}".repeat(2e5)}`, "json-too-deep"],
    ["cut", '{"type":"FeatureCollection","features":[{"type":"Fea', "broken"],
    ["something else", '{"type":"Feature Service"}', "no-features"],
    ["a list", "[1,2,3]", "no-features"],
  ])("that is %s is refused with its reason", async (_, text, reason) => {
    expect(reasonOf(await read(text))).toBe(reason);
  });

  it("counts brackets in texts as texts", async () => {
    const table = await read(JSON.stringify(point(1, { a: `\\"${"[{".repeat(500)}` })));
    expect(table.rowCount).toBe(1);
  });
});
