import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { loadCityMap } from "../../src/db/load-city-map.ts";
import { loadRecords } from "../../src/db/load-records.ts";
import { loadReports } from "../../src/db/load-reports.ts";
import { loadSupply } from "../../src/db/load-supply.ts";
import { resourceRows } from "../../src/db/queries/resource-rows.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import type { Population } from "../../src/domain/population.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { cityMap, level, observations, origin, records } from "./small-city.ts";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const HOSTILE = `<img src=x onerror=alert(1)>'; DROP TABLE anlaufpunkte; -- __proto__ =HYPERLINK("x")`;

const PLACE: Anlaufpunkt = {
  id: "__proto__",
  name: HOSTILE,
  kind: "beratungsstelle",
  lon: 9.43,
  lat: 54.78,
  topics: ["Schulden", "", "Sucht; Pflege"],
  targetGroups: [],
  languages: ["de"],
  status: "existing",
  capacity: 0,
  resource: "places-file",
};

const POPULATION: Population = {
  lon: Float64Array.of(9.4, 9.5, 9.6),
  lat: Float64Array.of(54.7, 54.8, 54.9),
  residents: Float64Array.of(0, Number.NaN, Number.NaN),
  suppressed: Uint8Array.of(0, 1, 0),
  cellSizeMetres: Float64Array.of(100, 100, Number.NaN),
  sozialraum: ["a", "", "b"],
  groups: [
    { id: "0-6", from: 0, to: 6, residents: Float64Array.of(0, 1, Number.NaN) },
    { id: '65-"x', from: 65, residents: Float64Array.of(3, Number.NaN, 5) },
  ],
  basis: "cells",
  origin: origin("cells-file"),
};

describe("the tables of a city", () => {
  it("keep a total that is missing apart from zero and from a column that is not there", async () => {
    await loadCityMap(
      db,
      cityMap(
        level("quartier", [
          { id: "a", name: "A", residents: 0 },
          { id: "b", name: "B", residents: "suppressed", households: "not-stated" },
          { id: "c", name: "C" },
        ]),
      ),
    );
    const rows = (await db.query("SELECT * FROM sozialraeume ORDER BY position")).rows({
      id: "text",
      residents: "number?",
      residents_status: "text?",
      households: "number?",
      households_status: "text?",
    });
    expect(rows).toEqual([
      { id: "a", residents: 0, residents_status: "ok", households: undefined, households_status: undefined },
      {
        id: "b",
        residents: undefined,
        residents_status: "suppressed",
        households: undefined,
        households_status: "not-stated",
      },
      {
        id: "c",
        residents: undefined,
        residents_status: undefined,
        households: undefined,
        households_status: undefined,
      },
    ]);
  });

  it("keep places with whatever their texts hold, and lists with commas and empty entries", async () => {
    await loadSupply(db, { anlaufpunkte: [PLACE], kinds: [], anlaufpunkteOrigins: [] });
    const [row] = (await db.query("SELECT * FROM anlaufpunkte WHERE name = $1", [HOSTILE])).rows({
      id: "text",
      name: "text",
      topics: "text-list",
      target_groups: "text-list",
      wheelchair: "text?",
      capacity: "number?",
    });
    expect(row).toEqual({
      id: "__proto__",
      name: HOSTILE,
      topics: ["Schulden", "", "Sucht; Pflege"],
      target_groups: [],
      wheelchair: undefined,
      capacity: 0,
    });
  });

  it("keep residents that are none, secret or not stated apart, and age groups under their own names", async () => {
    await loadSupply(db, { anlaufpunkte: [], kinds: [], anlaufpunkteOrigins: [], population: POPULATION });
    const rows = (await db.query(`SELECT * FROM population JOIN population_groups USING ("row") ORDER BY "row"`)).rows({
      residents: "number?",
      suppressed: "boolean",
      sozialraum: "text?",
      "0-6": "number?",
      '65-"x': "number?",
    });
    expect(rows).toEqual([
      { residents: 0, suppressed: false, sozialraum: "a", "0-6": 0, '65-"x': 3 },
      { residents: undefined, suppressed: true, sozialraum: undefined, "0-6": 1, '65-"x': undefined },
      { residents: undefined, suppressed: false, sozialraum: "b", "0-6": undefined, '65-"x': 5 },
    ]);
  });

  it("know the ends of the network's edges", async () => {
    await loadRecords(
      db,
      records({
        network: {
          coordinates: Float64Array.of(9, 54, 9.1, 54.1, 9.2, 54.2, 10, 55, 10.1, 55.1),
          lineStarts: Uint32Array.of(0, 3, 5),
          lengthMetres: Float64Array.of(Number.NaN, 12.5),
          classIndex: Uint8Array.of(1, 0),
          classes: ["street", "steps"],
          oneWay: Uint8Array.of(0, 1),
          resource: "network-file",
        },
      }),
    );
    const rows = (await db.query(`SELECT * FROM network_edges ORDER BY "row"`)).rows({
      class: "text",
      length_metres: "number?",
      one_way: "boolean",
      vertices: "number",
      from_lon: "number",
      from_lat: "number",
      to_lon: "number",
      to_lat: "number",
    });
    expect(rows).toEqual([
      {
        class: "steps",
        length_metres: undefined,
        one_way: false,
        vertices: 3,
        from_lon: 9,
        from_lat: 54,
        to_lon: 9.2,
        to_lat: 54.2,
      },
      {
        class: "street",
        length_metres: 12.5,
        one_way: true,
        vertices: 2,
        from_lon: 10,
        from_lat: 55,
        to_lon: 10.1,
        to_lat: 55.1,
      },
    ]);
  });

  it("keep what was reported, with the particulars of an issue as JSON", async () => {
    await loadReports(
      db,
      [
        {
          name: "places-file",
          title: "Places",
          path: "places.csv",
          role: "anlaufpunkte",
          format: "csv",
          rows: 7,
          rejected: 1,
          licences: [{ name: "CC-BY-4.0" }],
          sources: [],
        },
      ],
      [
        {
          code: "value-not-a-number",
          severity: "warning",
          source: "places.csv",
          row: 3,
          column: "capacity",
          context: { value: HOSTILE },
        },
      ],
    );
    const [resource] = (await db.query("SELECT * FROM resources")).rows({
      name: "text",
      rows: "number",
      rejected: "number",
      crs: "text?",
      licences: "text-list",
      sources: "text-list",
    });
    expect(resource).toEqual({
      name: "places-file",
      rows: 7,
      rejected: 1,
      crs: undefined,
      licences: ["CC-BY-4.0"],
      sources: [],
    });
    const [issue] = (await db.query("SELECT * FROM issues")).rows({ code: "text", row: "number?", context: "text" });
    expect(issue).toEqual({ code: "value-not-a-number", row: 3, context: JSON.stringify({ value: HOSTILE }) });
  });

  it("are counted by the resource that they came from", async () => {
    await loadRecords(
      db,
      records({ observations: observations(["", "*", "x", "2020", 1], ["", "*", "x", "2021", "suppressed"]) }),
    );
    await loadSupply(db, { anlaufpunkte: [PLACE], kinds: [], anlaufpunkteOrigins: [], population: POPULATION });
    expect(await resourceRows(db)).toEqual([
      { resource: "cells-file", table: "population", rows: 3 },
      { resource: "observations-file", table: "observations", rows: 2 },
      { resource: "places-file", table: "anlaufpunkte", rows: 1 },
      { resource: "quartier-file", table: "sozialraeume", rows: 3 },
    ]);
  });

  it("are all empty again when another city begins", async () => {
    await loadCityMap(db, cityMap());
    expect(await resourceRows(db)).toEqual([]);
    const [row] = (await db.query("SELECT count(*) AS n FROM issues")).rows({ n: "number" });
    expect(row?.n).toBe(0);
  });

  it("stay those of the city before when the new one cannot be loaded", async () => {
    await loadCityMap(db, cityMap(level("quartier", { a: undefined })));
    const twice = cityMap(
      level("bezirk", [
        { id: "x", name: "X" },
        { id: "x", name: "X again" },
      ]),
    );
    await expect(loadCityMap(db, twice)).rejects.toThrow(/rows do not fit into "sozialraeume"/);
    expect(await resourceRows(db)).toEqual([{ resource: "quartier-file", table: "sozialraeume", rows: 1 }]);
    await expect(loadCityMap(db, cityMap(), { signal: AbortSignal.abort(new Error("another")) })).rejects.toThrow(
      "another",
    );
    expect((await resourceRows(db)).length).toBe(1);
  });
});
