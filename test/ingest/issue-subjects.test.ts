import { describe, expect, it } from "vitest";
import type { Issue, IssueSubject } from "../../src/domain/issue.ts";
import { readWholePackage } from "./read-whole-package.ts";
import { csvResource, smallPackage, square, TWO_AREAS } from "./small-package.ts";

const INDICATORS = csvResource("indicators", { role: "indicators" });
const INDICATORS_CSV = "id,title,kind\nn,Anzahl,count\n";

/** Of the issues of a file: what each is, where it stands, and what it speaks of. */
async function subjectsIn(
  resources: readonly object[],
  files: Readonly<Record<string, string | object>>,
  source: string,
): Promise<(readonly [Issue["code"], number | undefined, readonly IssueSubject[] | undefined])[]> {
  const { issues } = await readWholePackage(smallPackage(resources, files));
  return issues.filter((issue) => issue.source === source).map(({ code, row, about }) => [code, row, about] as const);
}

const observed = (csv: string, keys: object = {}) =>
  subjectsIn(
    [INDICATORS, csvResource("values", { role: "observations", period: "2024", ...keys })],
    { "indicators.csv": INDICATORS_CSV, "values.csv": csv },
    "values.csv",
  );

const point = (lon: number, lat: number) => ({ on: "point", lon, lat }) as const;
const a = { on: "sozialraum", id: "a", level: "stadtteil" } as const;

describe("an issue speaks of", () => {
  it("the Sozialraum of its level in an observation in long form, else of the indicator, else of nothing", async () => {
    expect(
      await observed(
        [
          "sozialraum,indicator,period,value",
          "a,n,2024,viele",
          "",
          "a,q,2024,1",
          "*,n,2023,keine",
          "zz,n,2024,1",
          "yy,q,2024,1",
          "b,n,Mai,1",
        ].join("\n"),
      ),
    ).toEqual([
      ["value-not-a-number", 2, [a]],
      ["id-unknown", 4, [a]],
      ["value-not-a-number", 5, [{ on: "indicator", id: "n" }]],
      ["id-unknown", 6, [{ on: "indicator", id: "n" }]],
      ["id-unknown", 7, undefined],
      ["period-invalid", 8, [{ ...a, id: "b" }]],
    ]);
  });

  it("the Sozialraum of its level in an observation in wide form", async () => {
    expect(await observed("sozialraum,n\na,viele\nb,.\n", { values: { n: "n" }, level: "stadtteil" })).toEqual([
      ["value-not-a-number", 2, [a]],
      ["value-code-undeclared", 3, [{ ...a, id: "b" }]],
    ]);
  });

  it("the Sozialraum that was probably meant where a key lost its zeros", async () => {
    const { issues } = await readWholePackage(
      smallPackage([INDICATORS, csvResource("values", { role: "observations", period: "2024", values: { n: "n" } })], {
        "areas.geojson": { type: "FeatureCollection", features: [square("0101", "A", 13)] },
        "indicators.csv": INDICATORS_CSV,
        "values.csv": "sozialraum,n\n101,5\n",
      }),
    );
    expect(issues.map(({ about }) => about)).toEqual([[{ ...a, id: "0101" }]]);
  });

  it("the place of a row that was kept, the coordinate of one that was left out, nothing where neither can be read", async () => {
    expect(
      await subjectsIn(
        [csvResource("places", { role: "anlaufpunkte" })],
        {
          "places.csv":
            "id,name,kind,lon,lat,capacity\n1,A,x,13.05,52.05,viele\n1,B,x,13.02,52.01,\n3,C,,13.03,52.02,\n4,D,x,13,zehn,\n5,E,x,13,520,\n",
        },
        "places.csv",
      ),
    ).toEqual([
      ["value-not-a-number", 5, undefined],
      ["coordinates-outside-crs", 6, undefined],
      ["value-not-a-number", 2, [{ on: "anlaufpunkt", id: "1" }]],
      ["id-duplicate", 3, [point(13.02, 52.01)]],
      ["value-missing-required", 4, [point(13.03, 52.02)]],
    ]);
  });

  it("the position of a cell, in degrees and also after other rows were left out, else of the Sozialraum that it names", async () => {
    const found = await subjectsIn(
      [csvResource("cells", { role: "population", crs: "EPSG:25833", groups: { "0-6": "young" } })],
      {
        "cells.csv":
          "x,y,residents,young,sozialraum\n391440,5820079,viele,1,a\n,5820079,4,1,a\n391440,5820079,5,–,a\n391540,5820079,6,jung,zz\n",
      },
      "cells.csv",
    );
    expect(found.map(([code, row]) => [code, row])).toEqual([
      ["value-missing-required", 3],
      ["value-not-a-number", 2],
      ["id-unknown", 5],
      ["value-code-undeclared", 4],
      ["value-not-a-number", 5],
    ]);
    expect(found[0]?.[2]).toEqual([{ on: "sozialraum", id: "a" }]);
    const [left, right] = [found[1]?.[2]?.[0], found[2]?.[2]?.[0]];
    expect(left).toMatchObject({ on: "point", lon: expect.closeTo(13.4, 3), lat: expect.closeTo(52.52, 3) });
    expect(found[3]?.[2]).toEqual([left]);
    expect(right).toMatchObject({ on: "point", lon: expect.closeTo(13.4015, 3) });
    expect(found[4]?.[2]).toEqual([right]);
  });

  it("the area on the map, or of a corner of what could not be drawn, and of the area whose parent is missing", async () => {
    const open = square("c", "C", 13.2);
    const line = {
      type: "LineString",
      coordinates: [
        [13.3, 52.3],
        [13.4, 52.4],
      ],
    };
    const features = [
      { ...square("a", "", 13), properties: { id: "a", name: "", parent: "P", residents: "viele" } },
      { ...open, geometry: { type: "Polygon", coordinates: [open.geometry.coordinates[0]?.slice(0, 4)] } },
      { type: "Feature", properties: { id: "d", name: "D" }, geometry: line },
      { type: "Feature", properties: { id: "e", name: "E" }, geometry: null },
    ];
    const { issues } = await readWholePackage(
      smallPackage(
        [],
        {
          "areas.geojson": { type: "FeatureCollection", features },
          "bezirke.geojson": { type: "FeatureCollection", features: [square("p", "Bezirk", 13)] },
        },
        {
          resources: [
            {
              name: "areas",
              path: "areas.geojson",
              format: "geojson",
              anlaufpunkt: { role: "sozialraeume", level: "stadtteil", parentLevel: "bezirk" },
            },
            {
              name: "bezirke",
              path: "bezirke.geojson",
              format: "geojson",
              anlaufpunkt: { role: "sozialraeume", level: "bezirk" },
            },
          ],
        },
      ),
    );
    expect(issues.map(({ code, row, about }) => [code, row, about])).toEqual([
      ["geometry-missing", 4, undefined],
      ["geometry-unusable", 3, [point(13.3, 52.3)]],
      ["geometry-repaired", 2, [{ ...a, id: "c" }]],
      ["name-missing", 1, [a]],
      ["value-not-a-number", 1, [a]],
      ["value-code-undeclared", 2, [{ ...a, id: "c" }]],
      ["id-unknown", 1, [a]],
    ]);
  });

  it("goals, indicators and Vorhaben by their ids, with the row also where a reference was checked later", async () => {
    const { issues } = await readWholePackage(
      smallPackage(
        [
          INDICATORS,
          csvResource("goals", { role: "goals", columns: { indicators: "messen" } }),
          csvResource("vorhaben", { role: "vorhaben" }),
          csvResource("termine", { role: "termine" }),
          csvResource("akteure", { role: "akteure" }),
        ],
        {
          "indicators.csv": "id,title,kind,denominator\nn,Anzahl,viel,m\n",
          "goals.csv": "id,title,parent,target,messen\ng1,Eins,,bald,n;q\ng2,Zwei,g2,,\n,Drei,,,\n",
          "vorhaben.csv": "id,title,sozialraeume,goals\nv1,Treff,a;zz,9.9\n",
          "termine.csv": "kind,date,sozialraum\nTreffen,morgen,a\nTreffen,gestern,*\n",
          "akteure.csv": "name,kind,sozialraeume\n,Träger,zz;b\n",
        },
      ),
    );
    const b = { on: "sozialraum", id: "b" };
    expect(issues.map(({ source, row, column, about }) => [source, row, column, about])).toEqual([
      ["indicators.csv", 2, "kind", [{ on: "indicator", id: "n" }]],
      ["goals.csv", 2, "target", [{ on: "goal", id: "g1" }]],
      ["goals.csv", 4, "id", undefined],
      ["vorhaben.csv", 2, "sozialraeume", [{ on: "vorhaben", id: "v1" }]],
      ["indicators.csv", 2, "denominator", [{ on: "indicator", id: "n" }]],
      ["goals.csv", 2, "messen", [{ on: "goal", id: "g1" }]],
      ["goals.csv", 3, "parent", [{ on: "goal", id: "g2" }]],
      ["vorhaben.csv", 2, "goals", [{ on: "vorhaben", id: "v1" }]],
      ["termine.csv", 2, "date", [{ on: "sozialraum", id: "a" }]],
      ["termine.csv", 3, "date", undefined],
      ["akteure.csv", 2, "name", [b]],
    ]);
  });

  it("where a node lies, the other end of an edge, a line and a drawn feature", async () => {
    const network = await subjectsIn(
      [csvResource("edges", { role: "network" }), csvResource("nodes", { role: "network-nodes" })],
      {
        "nodes.csv": "id,lon,lat\n1,13,52\n,13.1,52\n",
        "edges.csv": "from,to,lengthMetres\n3,1,5\n4,5,5\n",
      },
      "edges.csv",
    );
    expect(network).toEqual([
      ["id-unknown", 2, [point(13, 52)]],
      ["id-unknown", 3, undefined],
      ["id-unknown", 3, undefined],
    ]);
    const feature = { type: "Feature", properties: { layer: "lava" } };
    const drawn = await subjectsIn(
      [{ name: "bg", path: "bg.geojson", format: "geojson", anlaufpunkt: { role: "background" } }],
      {
        "areas.geojson": TWO_AREAS,
        "bg.geojson": {
          ...feature,
          geometry: {
            type: "LineString",
            coordinates: [
              ["x", 1],
              [13.01, 52.02],
            ],
          },
        },
      },
      "bg.geojson",
    );
    expect(drawn).toEqual([["value-not-allowed", 1, [point(13.01, 52.02)]]]);
  });

  it("nothing more than its file where it only counts further rows", async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `a,n,${1990 + i},x${i}`);
    const found = await observed(`sozialraum,indicator,period,value\n${rows.join("\n")}\n`);
    expect(found).toHaveLength(21);
    expect(found.slice(0, 20).every(([, , about]) => about?.[0]?.on === "sozialraum")).toBe(true);
    expect(found.at(-1)).toEqual(["value-not-a-number", undefined, undefined]);
  });
});
