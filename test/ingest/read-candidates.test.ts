import { expect, test } from "vitest";
import { readCandidates } from "../../src/ingest/read-candidates.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("places of a table with lon and lat are read with their names; a row without a place is left out and told", async () => {
  const file = await readCandidates(
    "flaechen.csv",
    bytes("Name;lon;lat\nBrache Nord;10,1;53,9\nohne Ort;;\nHof;10,2;53,8\n"),
  );
  expect(file.names).toEqual(["Brache Nord", "Hof"]);
  expect([...file.lon]).toEqual([10.1, 10.2]);
  expect([...file.lat]).toEqual([53.9, 53.8]);
  expect(file.rejected).toBe(1);
  expect(file.issues.map(({ code, row }) => [code, row])).toContainEqual(["value-missing-required", 3]);
});

test("x and y are read in the system that is chosen; without one they lie outside of degrees and are told", async () => {
  const table = bytes("bezeichnung,x,y\nSchule,590000,5972000\n");
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
  const file = await readCandidates("orte.geojson", bytes(JSON.stringify(geojson)));
  expect([...file.lon]).toEqual([10, 11]);
  expect([...file.lat]).toEqual([53, 54]);
  expect(file.names).toEqual(["A", "B"]);
});

test("a file of another kind, one without places and an empty one say what is wrong and never throw", async () => {
  const codes = async (name: string, text: string) =>
    (await readCandidates(name, bytes(text))).issues.map(({ code }) => code);
  expect(await codes("liste.dwg", "AC1027")).toEqual(["resource-format-unsupported"]);
  expect(await codes("liste.xlsx", "PK")).toEqual(["resource-unreadable"]);
  expect(await codes("liste.csv", "name,strasse\nA,B\n")).toEqual(["column-missing", "column-missing"]);
  expect(await codes("liste.csv", "")).toContain("resource-empty");
  expect((await codes("liste.geojson", "{"))[0]).toBeDefined();
});
