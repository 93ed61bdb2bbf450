import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { loadCityMap } from "../../src/db/load-city-map.ts";
import { loadRecords } from "../../src/db/load-records.ts";
import { indicatorCatalogue } from "../../src/db/queries/indicator-catalogue.ts";
import { sozialraumProfile } from "../../src/db/queries/sozialraum-profile.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { cityMap, indicator, level, observations, records } from "./small-city.ts";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadCityMap(
    db,
    cityMap(
      level("quartier", { q1: "nord", q2: "nord", q3: "sued" }, "bezirk"),
      level("bezirk", { nord: undefined, sued: undefined }),
    ),
  );
  await loadRecords(
    db,
    records({
      indicators: [
        indicator("residents"),
        indicator("children"),
        indicator("share", {
          kind: "share",
          unit: { de: "%", en: "%" },
          numerator: "children",
          denominator: "residents",
        }),
        indicator("index", { kind: "index" }),
        indicator("city-only"),
        indicator("empty"),
        indicator("secret"),
      ],
      observations: observations(
        ["quartier", "q1", "residents", "2019", 100],
        ["quartier", "q2", "residents", "2019", 300],
        ["quartier", "q3", "residents", "2019", 100],
        ["quartier", "q1", "residents", "2020", 100],
        ["quartier", "q1", "children", "2019", 10],
        ["quartier", "q2", "children", "2019", "suppressed"],
        ["quartier", "q3", "children", "2019", "not-stated"],
        ["quartier", "q1", "children", "2021", 12],
        ["bezirk", "nord", "index", "2018", 1.5],
        ["bezirk", "sued", "index", "2018", "not-stated"],
        ["", "*", "city-only", "2020", 5],
        ["quartier", "q1", "secret", "2020", "suppressed"],
      ),
    }),
  );
});
afterAll(() => db.close());

describe("the catalogue of indicators", () => {
  it("says of each in which periods and on which levels it has values, and what is missing", async () => {
    expect(await indicatorCatalogue(db)).toEqual([
      {
        indicator: "residents",
        periods: ["2019", "2020"],
        levels: ["quartier", "bezirk"],
        n: 4,
        missing: 0,
        suppressed: 0,
        mappable: true,
      },
      {
        indicator: "children",
        periods: ["2019", "2021"],
        levels: ["quartier", "bezirk"],
        n: 2,
        missing: 1,
        suppressed: 1,
        mappable: true,
      },
      {
        indicator: "share",
        periods: ["2019"],
        levels: ["quartier", "bezirk"],
        n: 0,
        missing: 0,
        suppressed: 0,
        mappable: true,
      },
      { indicator: "index", periods: ["2018"], levels: ["bezirk"], n: 1, missing: 1, suppressed: 0, mappable: true },
      { indicator: "city-only", periods: ["2020"], levels: [], n: 1, missing: 0, suppressed: 0, mappable: false },
      { indicator: "empty", periods: [], levels: [], n: 0, missing: 0, suppressed: 0, mappable: false },
      { indicator: "secret", periods: [], levels: [], n: 0, missing: 0, suppressed: 1, mappable: false },
    ]);
  });
});

describe("the profile of a Sozialraum", () => {
  it("has each indicator's latest known value, with the city's value of the same period", async () => {
    const profile = await sozialraumProfile(db, { level: "quartier", id: "q1" });
    expect(profile.map((entry) => [entry.indicator, entry.period, entry.here.value, entry.city.value])).toEqual([
      ["residents", "2020", 100, 100],
      ["children", "2021", 12, 12],
      ["share", "2019", 10, 10],
      ["secret", "2020", "suppressed", "suppressed"],
    ]);
    expect(profile[2]?.city).toMatchObject({ how: "computed", n: 1, missing: 1, suppressed: 1, incomplete: true });
  });

  it("falls back to the latest reason when nothing is known, and leaves out what says nothing", async () => {
    const profile = await sozialraumProfile(db, { level: "quartier", id: "q3" });
    expect(profile.map((entry) => [entry.indicator, entry.period, entry.here.value])).toEqual([
      ["residents", "2019", 100],
      ["children", "2019", "not-stated"],
      ["share", "2019", "not-stated"],
    ]);
  });

  it("of a coarser area rolls up", async () => {
    const profile = await sozialraumProfile(db, { level: "bezirk", id: "nord" });
    expect(profile.map((entry) => [entry.indicator, entry.here.value, entry.here.how])).toEqual([
      ["residents", 100, "added"],
      ["children", 12, "added"],
      ["share", 10, "computed"],
      ["index", 1.5, "published"],
      ["secret", "suppressed", "added"],
    ]);
  });
});
