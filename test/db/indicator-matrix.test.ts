import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { loadCityMap } from "../../src/db/load-city-map.ts";
import { loadRecords } from "../../src/db/load-records.ts";
import { indicatorMatrix } from "../../src/db/queries/indicator-matrix.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { cityMap, indicator, level, observations, records } from "./small-city.ts";

let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
  const quartier = level("quartier", { q1: "nord", q2: "nord", q3: "sued" }, "bezirk");
  await loadCityMap(db, cityMap(quartier, level("bezirk", { nord: undefined, sued: undefined })));
  await loadRecords(
    db,
    records({
      indicators: [indicator("children"), indicator("rent", { kind: "mean" }), indicator("class", { kind: "class" })],
      observations: observations(
        ["quartier", "q1", "children", "2019", 5],
        ["quartier", "q2", "children", "2019", "suppressed"],
        ["quartier", "q1", "children", "2021", 6],
        ["quartier", "q2", "children", "2021", 7],
        ["quartier", "q3", "children", "2021", 8],
        ["quartier", "q1", "rent", "2020", 7.5],
        ["quartier", "q2", "rent", "2020", 9.5],
        ["quartier", "q3", "rent", "2020", "suppressed"],
        ["quartier", "q1", "class", "2020", "ok", "+/-"],
      ),
    }),
  );
});
afterAll(() => db.close());

describe("an indicator over all its periods", () => {
  it("keeps the periods in order and leaves out those without any observation", async () => {
    const { periods } = await indicatorMatrix(db, { indicator: "children", level: "quartier" });
    expect(periods.map(({ period }) => period)).toEqual(["2019", "2021"]);
    expect(periods[0]?.areas.map(({ value }) => value)).toEqual([5, "suppressed", "not-stated"]);
  });

  it("names a median with its n where the city has no value of its own", async () => {
    const { periods } = await indicatorMatrix(db, { indicator: "rent", level: "quartier" });
    expect(periods[0]?.city).toMatchObject({ how: "none", median: { value: 8.5, n: 2, missing: 0, suppressed: 1 } });
  });

  it("is empty for an indicator or a level that nobody knows", async () => {
    expect((await indicatorMatrix(db, { indicator: "nothing", level: "quartier" })).periods).toEqual([]);
    expect((await indicatorMatrix(db, { indicator: "children", level: "nowhere" })).periods).toEqual([]);
  });
});
