import { describe, expect, it } from "vitest";
import { issueText } from "../../src/i18n/issue-texts.ts";
import { readWholePackage } from "./read-whole-package.ts";
import { csvResource, smallPackage } from "./small-package.ts";

const PLACES = "id,name,kind,lon,lat,status\nA1,Eins,quartierszentrum,13.05,52.05,\nA2,Zwei,x,13.06,52.05,closed\n";
const HEADER = "scenario,scenarioTitle,change,anlaufpunkt,name,kind,lon,lat,capacity,note";

function read(rows: readonly string[], keys: object = {}, more: Readonly<Record<string, string>> = {}) {
  const resources = [
    csvResource("szenarien", { role: "scenarios", ...keys }),
    ...Object.keys(more).map((name) => csvResource(name, { role: "scenarios" })),
    csvResource("orte", { role: "anlaufpunkte" }),
  ];
  const files = Object.fromEntries(Object.entries(more).map(([name, text]) => [`${name}.csv`, `${HEADER}\n${text}\n`]));
  return readWholePackage(
    smallPackage(resources, { "orte.csv": PLACES, "szenarien.csv": [HEADER, ...rows].join("\n"), ...files }),
  );
}

describe("scenarios of a package", () => {
  it("are read with the supply, one row per change of one place, wherever they stand in the package", async () => {
    const { supply, issues, reports } = await read([
      "s1,Zentrum am Rand,add,neu,Treff,quartierszentrum,13.1,52.1,60,Beschluss offen",
      "s1,,close,A1,,,,,,",
      "s1,,move,A1,,,13.2,52.2,,",
      "s2,,reopen,A2,,,,,,",
      "s2,,kind,A2,,quartierszentrum,,,,",
      "s2,,capacity,A2,,,,,0,",
      "s3,Noch nichts,none,A1,,,,,,",
    ]);
    expect(issues).toEqual([]);
    expect(supply.scenarios).toEqual([
      {
        id: "s1",
        title: "Zentrum am Rand",
        note: "Beschluss offen",
        added: [{ id: "neu", name: "Treff", kind: "quartierszentrum", lon: 13.1, lat: 52.1, capacity: 60 }],
        edited: { A1: { status: "closed", lon: 13.2, lat: 52.2 } },
      },
      {
        id: "s2",
        title: "s2",
        added: [],
        edited: { A2: { status: "existing", kind: "quartierszentrum", capacity: 0 } },
      },
      { id: "s3", title: "Noch nichts", added: [], edited: {} },
    ]);
    expect(reports.at(-1)).toMatchObject({ role: "scenarios", rows: 7, rejected: 0 });
    expect(supply.anlaufpunkte.map(({ id }) => id)).toEqual(["A1", "A2"]);
  });

  it("tell unknown places and changes, doubles and wrong numbers with row and column, and keep the good rows", async () => {
    const { supply, issues, reports } = await read([
      "s1,,close,weg,,,,,,",
      "s1,,verlegen,A1,,,13,52,,",
      "s1,,,A1,,,,,,",
      ",,close,A1,,,,,,",
      "s1,,close,,,,,,,",
      "s1,,move,A1,,,13.05,,,",
      "s1,,move,A1,,,13,520,,",
      "s1,,add,A1,,x,13,52,,",
      "s1,,add,n1,,,13,52,,",
      "s1,,add,n2,,x,13,52,-4,",
      "s1,,add,n2,,x,13,52,,",
      "s1,,capacity,A2,,,,,-1,",
      "s1,,capacity,A2,,,,,,",
      "s1,,kind,A2,,,,,,",
      "s1,,close,A2,,,,,,",
      "s1,,reopen,A2,,,,,,",
      "s4,Nur Fehler,close,weg,,,,,,",
    ]);
    expect(issues.map(({ code, row, column }) => [code, row, column])).toEqual([
      ["id-unknown", 2, "anlaufpunkt"],
      ["value-not-allowed", 3, "change"],
      ["value-missing-required", 4, "change"],
      ["value-missing-required", 5, "scenario"],
      ["value-missing-required", 6, "anlaufpunkt"],
      ["value-missing-required", 7, "lat"],
      ["coordinates-outside-crs", 8, undefined],
      ["id-duplicate", 9, "anlaufpunkt"],
      ["value-missing-required", 10, "kind"],
      ["value-negative", 11, "capacity"],
      ["id-duplicate", 12, "anlaufpunkt"],
      ["value-negative", 13, "capacity"],
      ["value-missing-required", 14, "capacity"],
      ["value-missing-required", 15, "kind"],
      ["id-duplicate", 17, "anlaufpunkt"],
    ]);
    expect(supply.scenarios).toMatchObject([
      { added: [{ id: "n2", name: "", kind: "x", capacity: undefined }], edited: { A2: { status: "closed" } } },
    ]);
    expect(reports.at(-1)).toMatchObject({ rows: 2, rejected: 15 });
    const [unknown] = issues;
    expect(unknown && issueText(unknown, "de")).toContain("Den Anlaufpunkt „weg“ gibt es im Paket nicht.");
    expect(issues.find(({ row }) => row === 16)).toBeUndefined();
  });

  it("tell positions outside of the earth, and coordinates the wrong way round", async () => {
    const { issues, supply } = await read(["s1,,move,A1,,,13,520,,", "s1,,move,A2,,,52.1,13.1,,"]);
    expect(issues.map(({ code, row, context }) => [code, row, context.swapped])).toEqual([
      ["coordinates-outside-crs", 2, undefined],
      ["coordinates-outside-crs", undefined, 1],
    ]);
    expect(supply.scenarios?.[0]?.edited).toEqual({ A2: { lon: 52.1, lat: 13.1 } });
  });

  it("stand in one file each: a second file with the same id is told once and left out", async () => {
    const second = "s1,,close,A1,,,,,,\ns1,,close,A2,,,,,,\nt,,close,A2,,,,,,";
    const { supply, issues } = await read(["s1,,close,A1,,,,,,"], {}, { mehr: second });
    expect(supply.scenarios?.map(({ id }) => id)).toEqual(["s1", "t"]);
    expect(issues).toMatchObject([
      { code: "id-duplicate", source: "mehr.csv", row: 2, context: { value: "s1", times: 2 } },
    ]);
  });

  it("honour the names, values and decimal comma that the package declares", async () => {
    const source = smallPackage(
      [
        csvResource("orte", { role: "anlaufpunkte" }),
        csvResource("szenarien", {
          role: "scenarios",
          columns: {
            scenario: "Szenario",
            change: "Was",
            anlaufpunkt: "Ort",
            kind: "Art",
            lon: "Länge",
            lat: "Breite",
          },
          values: { change: { neu: "add" }, kind: { Treff: "quartierszentrum" } },
          decimalChar: ",",
        }),
      ],
      { "orte.csv": PLACES, "szenarien.csv": "Szenario;Was;Ort;Art;Länge;Breite\ns;neu;N;Treff;13,1;52,1\n" },
    );
    const { supply, issues } = await readWholePackage(source);
    expect(issues).toEqual([]);
    expect(supply.scenarios?.[0]?.added).toMatchObject([{ id: "N", kind: "quartierszentrum", lon: 13.1, lat: 52.1 }]);
  });

  it("are not read without the columns that they need, and are none where the package has none", async () => {
    const { supply, issues } = await readWholePackage(
      smallPackage([csvResource("szenarien", { role: "scenarios" })], { "szenarien.csv": "scenario,was\ns,add\n" }),
    );
    expect(issues).toMatchObject([{ code: "column-missing", column: "change" }]);
    expect(supply.scenarios).toEqual([]);
  });
});
