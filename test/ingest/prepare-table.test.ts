import { describe, expect, test } from "vitest";
import type { AreaIds } from "../../src/ingest/area-ids.ts";
import type { PackageResource } from "../../src/ingest/package/descriptor.ts";
import { prepareTable } from "../../src/ingest/prepare-table.ts";
import type { RawTable } from "../../src/ingest/raw-table.ts";

const AREAS: AreaIds = [{ level: "stadtteil", ids: ["01", "02"], names: ["Altstadt", "St. Pauli"] }];

const TABLE: RawTable = {
  columns: [
    { name: "Gebiet", texts: ["Altstadt", "Sankt Pauli", "Altstadt", "Gesamt"] },
    { name: "Wert", texts: ["1", "2,5 %", "1", "9"], numbers: Float64Array.of(1, 2.5, 1, 9) },
    { name: "Stand", texts: ["31.12.2020", "1.1.21", "31.12.2020", "–"] },
  ],
  rowCount: 4,
  lineOf: (row) => row + 4,
  rejected: 0,
  issues: [],
};

function prepared(keys: object, table: RawTable = TABLE): RawTable {
  const resource = {
    name: "werte",
    path: "werte.csv",
    title: "Werte",
    format: "csv",
    licences: [],
    sources: [],
    role: "observations",
    keys: { role: "observations", columns: { sozialraum: "Gebiet", period: "Stand" }, ...keys },
  } as unknown as PackageResource;
  return prepareTable(resource, table, AREAS);
}

const texts = (table: RawTable, c: number) => table.columns[c]?.texts;

describe("a table as its resource says that it is meant", () => {
  test("is the table of the file where the resource says nothing", () => {
    expect(prepared({})).toBe(TABLE);
  });

  test("leaves rows out by their lines, and of equal rows keeps the first; the lines of the others stay theirs", () => {
    const table = prepared({ repairs: [{ repair: "drop-duplicates" }, { repair: "leave-out", lines: [7] }] });
    expect(texts(table, 0)).toEqual(["Altstadt", "Sankt Pauli"]);
    expect([0, 1].map((row) => table.lineOf(row))).toEqual([4, 5]);
    expect([...(table.columns[1]?.numbers ?? [])]).toEqual([1, 2.5]);
  });

  test("puts one value in the place of another and keeps the numbers of all others", () => {
    const table = prepared({ repairs: [{ repair: "set-value", line: 6, column: "Wert", value: "7" }] });
    expect(texts(table, 1)).toEqual(["1", "2,5 %", "7", "9"]);
    expect([...(table.columns[1]?.numbers ?? [])]).toEqual([1, 2.5, Number.NaN, 9]);
    expect(texts(TABLE, 1)?.[2]).toBe("1");
  });

  test("has ids where the file has names, and what was said by hand goes first", () => {
    const table = prepared({ sozialraumBy: "name", sozialraumMatches: { Gesamt: "*" } });
    expect(texts(table, 0)).toEqual(["01", "02", "01", "*"]);
  });

  test("writes dates as the contract does and leaves what is none", () => {
    expect(texts(prepared({ dateFormat: "DD.MM.YYYY" }), 2)).toEqual(["2020-12-31", "2021-01-01", "2020-12-31", "–"]);
  });

  test("turns axes that stand the other way round", () => {
    const geometries: GeoJSON.Geometry[] = [
      { type: "Point", coordinates: [51, 12] },
      {
        type: "LineString",
        coordinates: [
          [51, 12, 99],
          [52, 13],
        ],
      },
    ];
    const table = prepared({ axisOrder: "yx" }, { ...TABLE, geometries });
    expect(table.geometries).toEqual([
      { type: "Point", coordinates: [12, 51] },
      {
        type: "LineString",
        coordinates: [
          [12, 51, 99],
          [13, 52],
        ],
      },
    ]);
  });
});
