import { expect, test } from "vitest";
import { readCandidates } from "../../src/ingest/read-candidates.ts";

const file = (text: string) => new Blob([text]);

test("places of a table with lon and lat are read with their names; a row without a place is left out and told", async () => {
  const read = await readCandidates(
    "flaechen.csv",
    file("Name;lon;lat\nBrache Nord;10,1;53,9\nohne Ort;;\nHof;10,2;53,8\n"),
  );
  expect(read.names).toEqual(["Brache Nord", "Hof"]);
  expect([...read.lon]).toEqual([10.1, 10.2]);
  expect([...read.lat]).toEqual([53.9, 53.8]);
  expect(read.rejected).toBe(1);
  expect(read.issues.map(({ code, row }) => [code, row])).toContainEqual(["value-missing-required", 3]);
});

test("x and y are read in the system that is chosen; without one they lie outside of degrees and are told", async () => {
  const table = file("bezeichnung,x,y\nSchule,590000,5972000\n");
  const inUtm = await readCandidates("schulen.csv", table, "EPSG:25832");
  expect(inUtm.names).toEqual(["Schule"]);
  expect(inUtm.lon[0]).toBeGreaterThan(10.3);
  expect(inUtm.lon[0]).toBeLessThan(10.4);
  expect(inUtm.issues).toEqual([]);
  const inDegrees = await readCandidates("schulen.csv", table);
  expect(inDegrees.lon).toHaveLength(0);
  expect(inDegrees.issues.map(({ code }) => code)).toEqual(["coordinates-outside-crs"]);
});

test("points of GeoJSON are read, an area stands for its middle", async () => {
  const geojson = {
    type: "FeatureCollection",
    features: [
      { type: "Feature", properties: { name: "A" }, geometry: { type: "Point", coordinates: [10, 53] } },
      {
        type: "Feature",
        properties: { name: "B" },
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [10, 53],
              [12, 53],
              [12, 55],
              [10, 55],
              [10, 53],
            ],
          ],
        },
      },
    ],
  };
  const read = await readCandidates("orte.geojson", file(JSON.stringify(geojson)));
  expect([...read.lon]).toEqual([10, 11]);
  expect([...read.lat]).toEqual([53, 54]);
  expect(read.names).toEqual(["A", "B"]);
});

test("a file of another kind, one without places and an empty one say what is wrong and never throw", async () => {
  const codes = async (name: string, text: string) =>
    (await readCandidates(name, file(text))).issues.map(({ code }) => code);
  expect(await codes("liste.dwg", "AC1027")).toEqual(["resource-format-unsupported"]);
  expect(await codes("liste.xlsx", "PK")).toEqual(["resource-unreadable"]);
  expect(await codes("liste.csv", "name,strasse\nA,B\n")).toEqual(["column-missing", "column-missing"]);
  expect(await codes("liste.csv", "")).toContain("resource-empty");
  expect((await codes("liste.geojson", "{"))[0]).toBeDefined();
});
