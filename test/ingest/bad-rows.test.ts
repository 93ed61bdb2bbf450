import { describe, expect, it } from "vitest";
import type { Issue, IssueCode } from "../../src/domain/issue.ts";
import { readWholePackage } from "./read-whole-package.ts";
import { csvResource, smallPackage, square } from "./small-package.ts";

const codesOf = (issues: readonly Issue[]): IssueCode[] => issues.map(({ code }) => code);

const INDICATORS = csvResource("indicators", { role: "indicators" });
const INDICATORS_CSV = "id,title,kind\nn,Anzahl,count\nc,Klasse,class\n";

function observed(csv: string, keys: object = {}) {
  const observations = csvResource("values", { role: "observations", period: "2024", ...keys });
  return readWholePackage(
    smallPackage([INDICATORS, observations], { "indicators.csv": INDICATORS_CSV, "values.csv": csv }),
  );
}

describe("places and residents", () => {
  const PLACES = csvResource("places", {
    role: "anlaufpunkte",
    values: { kind: { community_centre: "quartierszentrum" } },
  });
  const places = (csv: string | Uint8Array<ArrayBuffer>) =>
    readWholePackage(smallPackage([PLACES], { "places.csv": csv }));

  it("keep HTML, SQL, formulas and prototypes as the text that they are", async () => {
    const nasty = ["<img src=x onerror=alert(1)>", "'; DROP TABLE x; --", "=HYPERLINK(1)", "__proto__", "constructor"];
    const rows = nasty.map((text, i) => `${text},${text},${text},13.0${i},52.05,${text}`);
    const { supply, issues } = await places(`id,name,kind,lon,lat,topics\n${rows.join("\n")}\n`);
    expect(issues).toEqual([]);
    expect(supply.anlaufpunkte.map(({ id, name, kind }) => [id, name, kind])).toEqual(
      nasty.map((text) => [text, text, text]),
    );
    expect(supply.kinds.map(({ id }) => id).sort()).toEqual([...nasty].sort());
    expect(supply.kinds.every(({ existing }) => existing === 1)).toBe(true);
    expect(({} as Record<string, unknown>).existing).toBeUndefined();
  });

  it("are called one and several as the package says; where it names no plural its title stands for several, too", async () => {
    const kinds = {
      library: { de: "Bibliothek", en: "Library", plural: { de: "Bibliotheken", en: "Libraries" } },
      cafe: { de: "Café", plural: "Cafés" },
      quartierszentrum: "Stadtteiltreff",
      school: "Schule",
    };
    const resource = csvResource("places", { role: "anlaufpunkte", kinds });
    const rows = [...Object.keys(kinds), "beratungsstelle", "yard"].map((kind, i) => `${i},${kind},13.0${i},52.05`);
    const csv = `id,kind,lon,lat\n${rows.join("\n")}\n`;
    const { supply } = await readWholePackage(smallPackage([resource], { "places.csv": csv }));
    const words = (language: "de" | "en") =>
      supply.kinds.map(({ title, plural }) => `${title[language]}: ${plural[language]}`);
    expect(words("de")).toEqual([
      "Stadtteiltreff: Stadtteiltreff",
      "Beratungsstelle: Beratungsstellen",
      "Bibliothek: Bibliotheken",
      "Café: Cafés",
      "Schule: Schule",
      "yard: yard",
    ]);
    expect(words("en")[2]).toBe("Library: Libraries");
  });

  it("tell wrong coordinates, kinds, states and ids with row and column, and keep the good rows", async () => {
    const { supply, issues, reports } = await places(
      [
        "id;name;kind;lon;lat;status;capacity",
        "1;A;community_centre;13.05;52.05;planned;12",
        "2;B;;13.05;52.05;;",
        "3;C;x;abc;52.05;;",
        "4;D;x;;52.05;;",
        "5;E;x;13;520;;",
        "1;F;x;13;52;;",
        "7;G;x;13;52;geplant;",
        "8;H;x;13;52;closed;viele",
      ].join("\r\n"),
    );
    expect(supply.anlaufpunkte.map(({ id, kind, status, capacity }) => [id, kind, status, capacity])).toEqual([
      ["1", "quartierszentrum", "planned", 12],
      ["7", "x", "existing", undefined],
      ["8", "x", "closed", undefined],
    ]);
    expect(supply.kinds.map(({ id, existing }) => [id, existing])).toEqual([
      ["quartierszentrum", 0],
      ["x", 1],
    ]);
    expect(reports[1]).toMatchObject({ rows: 3, rejected: 5 });
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["value-not-a-number", 4, "lon"],
      ["value-missing-required", 5, "lon"],
      ["coordinates-outside-crs", 6, undefined],
      ["value-missing-required", 3, "kind"],
      ["id-duplicate", 7, "id"],
      ["value-not-allowed", 8, "status"],
      ["value-not-a-number", 9, "capacity"],
    ]);
  });

  it("are not read without a column that they need, and the issue names what is there", async () => {
    const { issues, supply } = await places("id,name,art,lon,lat\n1,A,x,13,52\n");
    expect(supply.anlaufpunkte).toEqual([]);
    expect(issues).toMatchObject([
      { code: "column-missing", column: "kind", context: { present: "id, name, art, lon, lat" } },
    ]);
  });

  it("have residents that are missing, confidential, negative or unreadable, none of them zero", async () => {
    const population = csvResource("cells", {
      role: "population",
      cellSizeMetres: 100,
      missing: { "*": "suppressed" },
      zero: ["–"],
      groups: { "65-": "old", "0-6": "young", "6-65": "gone" },
      decimalChar: ",",
      groupChar: ".",
    });
    const { supply, issues } = await readWholePackage(
      smallPackage([population], {
        "cells.csv":
          "lon;lat;residents;young;old;sozialraum\n13,05;52,05;1.200;3;4;a\n13,05;52,05;*;*;1;zz\n13,05;52,05;.;1;1;\n13,05;52,05;–;0;0;b\n13,05;52,05;-5;0;0;b\n13,05;52,05;viele;0;0;b\n",
      }),
    );
    expect(supply.population).toMatchObject({
      residents: Float64Array.of(1200, Number.NaN, Number.NaN, 0),
      suppressed: Uint8Array.of(0, 1, 0, 0),
      sozialraum: ["a", "", "", "b"],
      basis: "cells",
    });
    expect(supply.population?.groups.map(({ id, from, to, residents }) => [id, from, to, residents[0]])).toEqual([
      ["0-6", 0, 6, 3],
      ["65-", 65, undefined, 4],
    ]);
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["value-code-undeclared", 4, "residents"],
      ["value-negative", 6, "residents"],
      ["value-not-a-number", 7, "residents"],
      ["id-unknown", 3, "sozialraum"],
      ["column-missing", undefined, "gone"],
    ]);
  });

  it("of several files are not added up: the newest counts, the other is told", async () => {
    const cells = (name: string, period: string) => csvResource(name, { role: "population", period });
    const { supply, issues } = await readWholePackage(
      smallPackage([cells("old", "2011"), cells("new", "2022")], {
        "old.csv": "lon,lat,residents\n13.05,52.05,1\n",
        "new.csv": "lon,lat,residents\n13.05,52.05,2\n",
      }),
    );
    expect([...(supply.population?.residents ?? [])]).toEqual([2]);
    expect(issues).toMatchObject([{ code: "resource-unused", source: "old.csv" }]);
  });
});

describe("observations", () => {
  it("in long form keep reasons apart from numbers, and never let a confidential number out", async () => {
    const { records, issues } = await observed(
      [
        "sozialraum,indicator,period,value,status",
        "a,n,2024,5,",
        "b,n,2024,7,suppressed",
        "*,n,2024,12,estimated",
        "a,n,2023,,not-applicable",
        "a,n,2022-Q3,-3,ok",
        "a,c,2024,-,",
      ].join("\n"),
    );
    const { sozialraum, value, status, text, level, period } = records.observations;
    expect(sozialraum).toEqual(["a", "b", "*", "a", "a", "a"]);
    expect([...value]).toEqual([5, Number.NaN, 12, Number.NaN, -3, Number.NaN]);
    expect(status).toEqual(["ok", "suppressed", "estimated", "not-applicable", "ok", "ok"]);
    expect(text.at(-1)).toBe("-");
    expect(level).toEqual(["stadtteil", "stadtteil", "", "stadtteil", "stadtteil", "stadtteil"]);
    expect(period).toEqual(["2024", "2024", "2024", "2023", "2022-Q3", "2024"]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([["value-despite-status", 3]]);
  });

  it("with codes that nobody declared are asked about once per code, and are not stated, never zero", async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `a,n,${1950 + i},${i % 2 ? "-" : ""}`);
    const { records, issues } = await observed(`sozialraum,indicator,period,value\n${rows.join("\n")}\n`);
    expect(new Set(records.observations.status)).toEqual(new Set(["not-stated"]));
    expect([...records.observations.value].every(Number.isNaN)).toBe(true);
    expect(issues.map(({ code, row, context }) => [code, row, context])).toEqual([
      ["value-code-undeclared", 2, { value: "", times: 25 }],
      ["value-code-undeclared", 3, { value: "-", times: 25 }],
    ]);
  });

  it("with declared codes are read as declared, also by the missing values of Table Schema", async () => {
    const { records, issues } = await observed("sozialraum,n\na,.\nb,–\n", {
      values: { n: "n" },
      missing: { ".": "suppressed" },
      zero: ["–"],
    });
    expect(records.observations.status).toEqual(["suppressed", "ok"]);
    expect(records.observations.value[1]).toBe(0);
    expect(issues).toEqual([]);
  });

  it("of unknown areas and indicators are told once per key, at most twenty, then as a number", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `x${i % 100},n,2024,1`);
    const { issues, reports, records } = await observed(
      `sozialraum,indicator,period,value\na,n,2024,1\na,q,2024,1\n${rows.join("\n")}\n`,
    );
    expect(records.observations.value.length).toBe(1);
    expect(reports.at(-1)).toMatchObject({ rows: 1, rejected: 3001 });
    const areas = issues.filter(({ column }) => column === "sozialraum");
    expect(areas.length).toBe(21);
    expect(areas[0]).toMatchObject({ code: "id-unknown", row: 4, context: { value: "x0", times: 30 } });
    expect(areas.at(-1)?.context).toEqual({ further: 2400 });
    expect(issues.filter(({ column }) => column === "indicator")).toMatchObject([
      { context: { value: "q", of: "indicator" } },
    ]);
  });

  it("whose keys lost their leading zeros are told which area was probably meant", async () => {
    const observations = csvResource("values", { role: "observations", period: "2024", values: { n: "n" } });
    const { issues } = await readWholePackage(
      smallPackage([INDICATORS, observations], {
        "areas.geojson": { type: "FeatureCollection", features: [square("0101", "A", 13)] },
        "indicators.csv": INDICATORS_CSV,
        "values.csv": "sozialraum,n\n101,5\n",
      }),
    );
    expect(issues).toMatchObject([{ code: "id-unknown", context: { value: "101", meant: "0101" } }]);
  });

  it("with wrong periods, doubles and missing columns are told; the rest stays", async () => {
    const { issues, records } = await observed(
      "sozialraum,indicator,period,value\na,n,2024,1\na,n,2024,2\na,n,Mai 2024,3\nb,n,2024-13,4\nb,n,2024,5\n",
    );
    expect([...records.observations.value]).toEqual([1, 5]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["id-duplicate", 3],
      ["period-invalid", 4],
      ["period-invalid", 5],
    ]);
    const wide = await observed("sozialraum,n\na,1\n", { values: { n: "n", gone: "c", sozialraum: "nope" } });
    expect(codesOf(wide.issues)).toEqual(["column-missing", "id-unknown"]);
    expect([...wide.records.observations.value]).toEqual([1]);
  });
});

describe("goals, Vorhaben and the rest", () => {
  it("lose references to nothing, each told, and goals that would be their own parents", async () => {
    const { records, issues } = await readWholePackage(
      smallPackage(
        [
          INDICATORS,
          csvResource("goals", { role: "goals", catalogue: "Stadtziele" }),
          csvResource("vorhaben", { role: "vorhaben" }),
          csvResource("termine", { role: "termine" }),
          csvResource("akteure", { role: "akteure" }),
        ],
        {
          "indicators.csv": "id,title,goals,denominator\nn,Anzahl,g1;9.9,m\n",
          "goals.csv": "id,title,title_en,parent,indicators\ng1,Eins,One,g2,n;q\ng2,Zwei,,g1,\ng3,Drei,,Z3,\n",
          "vorhaben.csv": "id,title,sozialraeume,goals\nv1,Treff,a;zz,S1.2.1\n",
          "termine.csv": "kind,date,sozialraum,participants\nBürgerversammlung,2024-05-03,a,40\nTreffen,morgen,a,\n",
          "akteure.csv": "name,kind,functions,sozialraeume\nVerein,Träger,contact;advises,a;*\n",
        },
      ),
    );
    const titles = new Map(records.goals.map((goal) => [goal.id, goal]));
    expect(titles.get("g1")).toMatchObject({
      title: { de: "Eins", en: "One" },
      parent: undefined,
      catalogue: "Stadtziele",
    });
    expect(titles.get("g2")).toMatchObject({ title: { de: "Zwei", en: "Zwei" }, parent: "g1" });
    expect(titles.get("g3")?.parent).toBe("Z3");
    expect(records.goals.filter(({ catalogue }) => catalogue === "S1").length).toBe(12);
    expect(records.goals.filter(({ catalogue }) => catalogue === "S2").length).toBe(48);
    expect(records.vorhaben[0]).toMatchObject({ sozialraeume: ["a"], goals: ["S1.2.1"] });
    expect(records.termine).toMatchObject([{ id: "termine:2", date: "2024-05-03", participants: 40 }]);
    expect(records.akteure).toMatchObject([{ functions: ["contact", "advises"], sozialraeume: ["a", "*"] }]);
    expect(issues.map(({ code, column, context }) => [code, column, context.value])).toEqual([
      ["id-unknown", "sozialraeume", "zz"],
      ["id-unknown", "goals", "9.9"],
      ["id-unknown", "denominator", "m"],
      ["value-not-allowed", "parent", "g2"],
      ["id-unknown", "indicators", "q"],
      ["period-invalid", "date", "morgen"],
    ]);
  });

  it("read a network of nodes and edges, one-way streets turned to their direction", async () => {
    const { records, issues } = await readWholePackage(
      smallPackage([csvResource("edges", { role: "network" }), csvResource("nodes", { role: "network-nodes" })], {
        "nodes.csv": "id,lon,lat\n1,13,52\n2,13.1,52\n",
        "edges.csv":
          "from,to,lengthMetres,class,oneWay\n1,2,6800,street,yes\n1,2,6800,steps,-1\n1,3,5,street,\n2,1,,street,vielleicht\n",
      }),
    );
    const { network } = records;
    expect([...(network?.coordinates ?? [])]).toEqual([13, 52, 13.1, 52, 13.1, 52, 13, 52, 13.1, 52, 13, 52]);
    expect([...(network?.lengthMetres ?? [])]).toEqual([6800, 6800, Number.NaN]);
    expect(network?.classes).toEqual(["", "street", "steps"]);
    expect([...(network?.oneWay ?? [])]).toEqual([1, 1, 0]);
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["id-unknown", 4],
      ["value-not-allowed", 5],
    ]);
  });

  it("read a network of lines without those that are none, and keep the others", async () => {
    const line = (coordinates: unknown, properties: object = {}) => ({
      type: "Feature",
      properties,
      geometry: { type: "LineString", coordinates },
    });
    const [start, end] = [
      [391440, 5820079],
      [391500, 5820100],
    ];
    const { records, issues, reports } = await readWholePackage(
      smallPackage(
        [
          {
            name: "ways",
            path: "ways.geojson",
            format: "geojson",
            anlaufpunkt: { role: "network", crs: "EPSG:25833" },
          },
        ],
        {
          "ways.geojson": {
            type: "FeatureCollection",
            features: [
              line([start, end], { class: "path", lengthMetres: 63.5 }),
              line([start, [1, 1]]),
              line([start]),
              line([start, ["x", 1]]),
              { type: "Feature", properties: {}, geometry: null },
              line([end, start]),
            ],
          },
        },
      ),
    );
    expect([...(records.network?.lineStarts ?? [])]).toEqual([0, 2, 4]);
    expect(records.network?.coordinates.every(Number.isFinite)).toBe(true);
    expect([...(records.network?.lengthMetres ?? [])]).toEqual([63.5, Number.NaN]);
    expect(reports.at(-1)).toMatchObject({ rows: 2, rejected: 4 });
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["coordinates-outside-crs", 2],
      ["geometry-unusable", 3],
      ["geometry-unusable", 4],
      ["geometry-missing", 5],
    ]);
  });

  it("draw a background in degrees, cleaned of everything that is not drawn", async () => {
    const feature = (layer: string, coordinates: unknown) => ({
      type: "Feature",
      properties: { layer, name: "Elbe", secret: "x" },
      geometry: { type: "LineString", coordinates },
    });
    const { map, issues } = await readWholePackage(
      smallPackage(
        [{ name: "bg", path: "bg.geojson", format: "geojson", anlaufpunkt: { role: "background", crs: "EPSG:25833" } }],
        {
          "bg.geojson": {
            type: "FeatureCollection",
            features: [
              feature("water", [
                [391440.032, 5820079.667, 34],
                [391440.032, 5820079.667],
              ]),
              feature("lava", [
                [391440, 5820079],
                [391440, 5820079],
              ]),
              feature("rail", [
                [1, 1],
                [2, 2],
              ]),
            ],
          },
        },
      ),
    );
    const [background] = map.backgrounds;
    const features = background?.form === "features" ? background.collection.features : [];
    expect(features.map(({ properties }) => properties)).toEqual([{ layer: "water", name: "Elbe" }]);
    expect(JSON.stringify(features[0]?.geometry)).toMatch(
      /^\{"type":"LineString","coordinates":\[\[13\.(4|39999)\d*,52\.(52|51999)\d*\],/,
    );
    expect(issues.map(({ code, row }) => [code, row])).toEqual([
      ["value-not-allowed", 2],
      ["geometry-unusable", 3],
    ]);
  });
});
