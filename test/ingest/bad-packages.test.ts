import { describe, expect, it } from "vitest";
import type { Issue, IssueCode } from "../../src/domain/issue.ts";
import type { PackageSource } from "../../src/domain/package-source.ts";
import { openPackageTask } from "../../src/ingest/ingest-tasks.ts";
import { ingestRunner, readWholePackage } from "./read-whole-package.ts";
import { AREA_RESOURCE, smallPackage, square, TWO_AREAS } from "./small-package.ts";

async function refusal(source: PackageSource): Promise<readonly Issue[]> {
  const opened = await ingestRunner.run(openPackageTask, { source });
  return "refused" in opened ? opened.refused : [];
}

const codesOf = (issues: readonly Issue[]): IssueCode[] => issues.map(({ code }) => code);
const only = (issues: readonly Issue[], code: IssueCode): Issue[] => issues.filter((issue) => issue.code === code);

describe("packages that cannot be opened", () => {
  it("without datapackage.json or without JSON in it are refused with the reason", async () => {
    const files = { "x.csv": new Blob(["a"]) };
    expect(codesOf(await refusal({ kind: "files", files, label: "x" }))).toEqual(["package-unreadable"]);
    const broken = { "datapackage.json": new Blob(["{"]) };
    expect(codesOf(await refusal({ kind: "files", files: broken, label: "x" }))).toEqual(["package-unreadable"]);
  });

  it("without Sozialräume are refused, the reason first, what went wrong after it", async () => {
    const none = await refusal(smallPackage([], {}, { resources: [] }));
    expect(codesOf(none)).toEqual(["package-without-sozialraeume"]);
    const noFile = smallPackage([], {}, { resources: [{ ...AREA_RESOURCE, path: "gone.geojson" }] });
    expect(codesOf(await refusal(noFile))).toEqual(["package-without-sozialraeume", "resource-missing"]);
    const noJson = await refusal(smallPackage([], { "areas.geojson": "<html>" }));
    expect(codesOf(noJson)).toEqual(["package-without-sozialraeume", "resource-unreadable"]);
    const empty = await refusal(smallPackage([], { "areas.geojson": { type: "FeatureCollection", features: [] } }));
    expect(codesOf(empty)).toContain("package-without-sozialraeume");
  });

  it("of a later version are refused: nobody knows what their keys mean", async () => {
    const issues = await refusal(smallPackage([], {}, { anlaufpunkt: { version: 2 } }));
    expect(issues).toMatchObject([{ code: "package-version-unknown", context: { value: 2 } }]);
  });

  it("without resources are refused, with the place in the descriptor", async () => {
    const issues = await refusal(smallPackage([], {}, { resources: "areas.geojson" }));
    expect(issues).toMatchObject([{ code: "package-invalid", column: "resources", context: { expected: "array" } }]);
  });
});

describe("resources that break the contract", () => {
  it("are left out one by one, each with its place and what was expected; the others stay", async () => {
    const { issues, map } = await readWholePackage(
      smallPackage(
        [
          { name: "role", path: "a.csv", anlaufpunkt: { role: "wolke" } },
          { name: "level", path: "a.geojson", anlaufpunkt: { role: "sozialraeume" } },
          { name: "path", path: "../a.csv", anlaufpunkt: { role: "anlaufpunkte" } },
          { name: "comma", path: "a.csv", anlaufpunkt: { role: "population", decimalChar: ",," } },
          { name: "areas", path: "a.csv", anlaufpunkt: { role: "indicators" } },
          { path: "a.csv", anlaufpunkt: { role: "indicators" } },
          { name: "other", path: "readme.md" },
          { name: "sheet", path: "a.dwg", anlaufpunkt: { role: "anlaufpunkte" } },
        ],
        {},
      ),
    );
    expect(map.levels[0]?.sozialraeume.length).toBe(2);
    expect(issues.map(({ code, column, source }) => [code, column ?? source])).toEqual([
      ["resource-role-unknown", "resources[1].anlaufpunkt.role"],
      ["package-invalid", "resources[2].anlaufpunkt.level"],
      ["resource-path-unsafe", "resources[3].path"],
      ["package-invalid", "resources[4].anlaufpunkt.decimalChar"],
      ["id-duplicate", "resources[5].name"],
      ["package-invalid", "resources[6].name"],
      ["resource-format-unsupported", "a.dwg"],
    ]);
    expect(only(issues, "package-invalid")[0]?.context).toMatchObject({ expected: "string", missing: "yes" });
  });

  it("only by a key that describes lose that key, not their rows", async () => {
    const { issues, map } = await readWholePackage(
      smallPackage(
        [],
        {},
        {
          resources: [{ ...AREA_RESOURCE, anlaufpunkt: { ...AREA_RESOURCE.anlaufpunkt, period: "Ende 2020" } }],
        },
      ),
    );
    expect(issues).toMatchObject([{ code: "package-invalid", column: "resources[0].anlaufpunkt.period" }]);
    expect(map.levels[0]?.sozialraeume.length).toBe(2);
  });

  it("may carry keys that nobody knows yet", async () => {
    const { issues } = await readWholePackage(
      smallPackage(
        [],
        {},
        {
          future: { x: 1 },
          anlaufpunkt: { version: 1, crosswalk: [] },
          resources: [{ ...AREA_RESOURCE, bytes: 5, anlaufpunkt: { ...AREA_RESOURCE.anlaufpunkt, colour: "blue" } }],
        },
      ),
    );
    expect(issues).toEqual([]);
  });
});

describe("areas", () => {
  const areas = (features: object[], keys: object = {}, more: object = {}) =>
    smallPackage(
      [],
      { "areas.geojson": { type: "FeatureCollection", features, ...more } },
      {
        resources: [{ ...AREA_RESOURCE, anlaufpunkt: { ...AREA_RESOURCE.anlaufpunkt, ...keys } }],
      },
    );

  it("without id, geometry or ring, and those that come twice, are told with their feature; the good ones stay", async () => {
    const [good, other] = TWO_AREAS.features as [ReturnType<typeof square>, ReturnType<typeof square>];
    const { issues, map, reports } = await readWholePackage(
      areas([
        other,
        { ...good, properties: { name: "ohne" } },
        { ...square("c", "C", 13), geometry: null },
        {
          ...square("d", "D", 13),
          geometry: {
            type: "Polygon",
            coordinates: [
              [
                [13, 52],
                [13.1, 52],
                [13, 52],
              ],
            ],
          },
        },
        {
          ...square("e", "E", 13),
          geometry: {
            type: "Polygon",
            coordinates: [
              [
                [13, 52],
                ["x", 52],
                [13.1, 52.1],
                [13, 52],
              ],
            ],
          },
        },
        { ...square("f", "F", 13), geometry: { type: "Point", coordinates: [13, 52] } },
        { ...square("g", "G", 13), geometry: { type: "Polygon", coordinates: "13 52" } },
        good,
        good,
        {
          ...square("h", "", 13.2),
          geometry: {
            type: "Polygon",
            coordinates: [
              [
                [13.2, 52],
                [13.3, 52],
                [13.3, 52.1],
              ],
            ],
          },
        },
      ]),
    );
    expect(map.levels[0]?.sozialraeume.map(({ id, name }) => [id, name])).toEqual([
      ["a", "Altstadt"],
      ["b", "Bornheide"],
      ["h", "h"],
    ]);
    expect([...(map.levels[0]?.shapes.areaStarts ?? [])]).toEqual([0, 1, 2, 3]);
    expect([...(map.levels[0]?.shapes.ringStarts ?? [])]).toEqual([0, 5, 10, 14]);
    expect(reports[0]).toMatchObject({ rows: 3, rejected: 7 });
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["geometry-unusable", 7],
      ["value-missing-required", 2],
      ["geometry-missing", 3],
      ["geometry-missing", 7],
      ["id-duplicate", 9],
      ["geometry-unusable", 4],
      ["geometry-unusable", 5],
      ["geometry-unusable", 6],
      ["geometry-repaired", 10],
      ["name-missing", 10],
    ]);
  });

  it("in a system that is unknown or does not fit are refused with the reason", async () => {
    expect(codesOf(await refusal(areas(TWO_AREAS.features, { crs: "EPSG:27700" })))).toContain("crs-unknown");
    expect(codesOf(await refusal(areas(TWO_AREAS.features, { crs: "EPSG:25832" })))).toContain(
      "coordinates-outside-crs",
    );
  });

  it("with an old crs member in the file are read in it", async () => {
    const utm = structuredClone(TWO_AREAS.features[0]) as ReturnType<typeof square>;
    utm.geometry.coordinates = [
      [
        [391000, 5820000],
        [392000, 5820000],
        [392000, 5821000],
        [391000, 5821000],
      ],
    ];
    const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::25833" } };
    const { map, reports } = await readWholePackage(areas([utm], {}, { crs }));
    expect(map.levels[0]?.shapes.coordinates[0]).toBeCloseTo(13.3935, 3);
    expect(reports[0]?.crs).toBe("EPSG:25833");
  });

  it("in DHDN carry the uncertainty of the seven parameters into their origin", async () => {
    const dhdn = structuredClone(TWO_AREAS.features[0]) as ReturnType<typeof square>;
    dhdn.geometry.coordinates = [
      [
        [3566000, 5950000],
        [3567000, 5950000],
        [3567000, 5951000],
        [3566000, 5950000],
      ],
    ];
    const { map, issues } = await readWholePackage(areas([dhdn], { crs: "EPSG:31467" }));
    expect(issues).toMatchObject([{ code: "crs-approximate", severity: "notice", context: { metres: 5 } }]);
    expect(map.levels[0]?.origin.positionErrorMetres).toBe(5);
  });

  it("with latitude before longitude are told to be swapped", async () => {
    const swapped = structuredClone(TWO_AREAS.features[0]) as ReturnType<typeof square>;
    swapped.geometry.coordinates = swapped.geometry.coordinates.map((ring) =>
      ring.map(([x, y]) => [y as number, x as number]),
    );
    const { issues } = await readWholePackage(areas([swapped]));
    expect(issues).toMatchObject([{ code: "coordinates-outside-crs", context: { swapped: 5 } }]);
  });

  it("whose parent does not exist keep standing without it", async () => {
    const child = square("a", "A", 13);
    const { issues, map } = await readWholePackage(
      smallPackage(
        [{ name: "p", path: "p.geojson", format: "geojson", anlaufpunkt: { role: "sozialraeume", level: "bezirk" } }],
        {
          "areas.geojson": {
            type: "FeatureCollection",
            features: [
              { ...child, properties: { ...child.properties, parent: "p" } },
              { ...square("b", "B", 13.1), properties: { id: "b", name: "B", parent: "q" } },
            ],
          },
          "p.geojson": { type: "FeatureCollection", features: [square("p", "P", 13)] },
        },
        {},
      ),
    );
    expect(map.levels.map(({ id }) => id)).toEqual(["stadtteil", "bezirk"]);
    expect(issues).toEqual([]);
    const named = await readWholePackage(
      smallPackage(
        [],
        {
          "areas.geojson": {
            type: "FeatureCollection",
            features: [{ ...child, properties: { ...child.properties, parent: "q" } }],
          },
          "p.geojson": { type: "FeatureCollection", features: [square("p", "P", 13)] },
        },
        {
          resources: [
            { name: "p", path: "p.geojson", format: "geojson", anlaufpunkt: { role: "sozialraeume", level: "bezirk" } },
            { ...AREA_RESOURCE, anlaufpunkt: { ...AREA_RESOURCE.anlaufpunkt, parentLevel: "bezirk" } },
          ],
        },
      ),
    );
    expect(named.map.levels.map(({ id }) => id)).toEqual(["stadtteil", "bezirk"]);
    expect(named.issues).toMatchObject([{ code: "id-unknown", column: "parent", context: { value: "q" } }]);
    expect(named.map.levels[0]?.sozialraeume[0]?.parent).toBeUndefined();
  });
});
