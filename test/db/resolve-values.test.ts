import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { loadCityMap } from "../../src/db/load-city-map.ts";
import { loadRecords } from "../../src/db/load-records.ts";
import { indicatorMatrix } from "../../src/db/queries/indicator-matrix.ts";
import type { CityMap } from "../../src/domain/city.ts";
import type { Indicator } from "../../src/domain/indicator.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { cityMap, indicator, level, type Observed, observations, records } from "./small-city.ts";
import { valuesIn } from "./values-in.ts";

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

/** Two Bezirke: nord of three Quartiere, sued of one; q5 belongs to none. */
const CITY = cityMap(
  level("quartier", { q1: "nord", q2: "nord", q3: "nord", q4: "sued", q5: undefined }, "bezirk"),
  level("bezirk", { nord: undefined, sued: undefined }),
);
const CHILDREN = indicator("children");
const RESIDENTS = indicator("residents");
const SHARE = indicator("child-share", {
  kind: "share",
  unit: { de: "%", en: "%" },
  numerator: "children",
  denominator: "residents",
});
const P = "2020";

let begun: CityMap | undefined;
async function begin(city: CityMap): Promise<void> {
  if (begun === city) return;
  await loadCityMap(db, city);
  begun = city;
}
beforeEach(() => begin(CITY));

async function load(indicators: readonly Indicator[], ...rows: readonly Observed[]): Promise<void> {
  await loadRecords(db, records({ indicators, observations: observations(...rows) }));
}

/** One period at a level: each Sozialraum's value by its id. */
async function areasOf(indicator: string, levelId: string) {
  const ids = begun?.levels.find((candidate) => candidate.id === levelId)?.sozialraeume.map(({ id }) => id) ?? [];
  const { areas } = await valuesIn(db, { indicator, period: P, level: levelId });
  expect(areas.length).toBe(ids.length);
  return new Map(areas.map((value, index) => [ids[index], value]));
}

async function bezirke(id: string) {
  const values = await areasOf(id, "bezirk");
  return { nord: values.get("nord"), sued: values.get("sued") };
}

const inQuartiere = (id: string, ...values: readonly Observed[4][]): Observed[] =>
  values.map((value, i) => ["quartier", `q${i + 1}`, id, P, value]);

describe("a value for an area", () => {
  it("is the published one, even where the parts would add up to another", async () => {
    await load([CHILDREN], ...inQuartiere("children", 1, 2, 3), ["bezirk", "nord", "children", P, 99]);
    const { nord } = await bezirke("children");
    expect(nord).toMatchObject({ value: 99, how: "published", status: "ok", n: 1, incomplete: false });
  });

  it("stays secret when it was published as secret, although the parts are known", async () => {
    await load([CHILDREN], ...inQuartiere("children", 1, 2, 3), ["bezirk", "nord", "children", P, "suppressed"]);
    const { nord } = await bezirke("children");
    expect(nord).toMatchObject({ value: "suppressed", status: "suppressed", how: "published", n: 0, suppressed: 1 });
  });

  it("adds counts from the areas below", async () => {
    await load([CHILDREN], ...inQuartiere("children", 1, 0, 3, 0));
    const { nord, sued } = await bezirke("children");
    expect(nord).toMatchObject({ value: 4, how: "added", status: "ok", n: 3, missing: 0, incomplete: false });
    expect(sued).toMatchObject({ value: 0, how: "added", n: 1 });
  });

  it("is incomplete when a part is secret, not stated or not there, and none of these is a zero", async () => {
    await load([CHILDREN], ...inQuartiere("children", 5, "suppressed"));
    const { nord } = await bezirke("children");
    expect(nord).toMatchObject({ value: 5, how: "added", n: 1, missing: 1, suppressed: 1, incomplete: true });
  });

  it("is the reason, not zero, when no part is known", async () => {
    await load([CHILDREN], ...inQuartiere("children", "not-stated", "suppressed", "not-stated", "not-applicable"));
    const { nord, sued } = await bezirke("children");
    expect(nord).toMatchObject({ value: "suppressed", n: 0, missing: 2, suppressed: 1, incomplete: false });
    expect(sued).toMatchObject({ value: "not-applicable", n: 0, missing: 1 });
  });

  it("is nothing when nothing was observed", async () => {
    await load([CHILDREN], ...inQuartiere("children", 1, 2, 3));
    const { sued } = await bezirke("children");
    expect(sued).toMatchObject({ value: "not-stated", how: "none", n: 0, missing: 0, suppressed: 0 });
  });

  it("carries on that a part was estimated", async () => {
    const estimated = observations(["quartier", "q1", "children", P, 3], ["quartier", "q2", "children", P, 4]);
    await loadRecords(
      db,
      records({ indicators: [CHILDREN], observations: { ...estimated, status: ["ok", "estimated"] } }),
    );
    expect((await bezirke("children")).nord).toMatchObject({ value: 7, status: "estimated" });
  });

  it("keeps the first of two rows for the same value", async () => {
    await load([CHILDREN], ["bezirk", "nord", "children", P, 1], ["bezirk", "nord", "children", P, 2]);
    expect((await bezirke("children")).nord?.value).toBe(1);
  });

  it("of a class is its text, and classes never roll up", async () => {
    const dynamics = indicator("dynamics", { kind: "class", numerator: "children", denominator: "residents" });
    await load(
      [dynamics, CHILDREN, RESIDENTS],
      ["bezirk", "nord", "dynamics", P, "ok", "+/-"],
      ["quartier", "q4", "dynamics", P, 2],
      ...inQuartiere("children", 1, 1, 1, 1),
      ...inQuartiere("residents", 9, 9, 9, 9),
    );
    const { nord, sued } = await bezirke("dynamics");
    expect(nord).toMatchObject({ value: undefined, text: "+/-", status: "ok", how: "published", n: 1 });
    expect(sued).toMatchObject({ value: "not-stated", how: "none" });
  });
});

describe("a share", () => {
  it("is the sum of numerators over the sum of denominators, never the mean of shares", async () => {
    await load(
      [SHARE, CHILDREN, RESIDENTS],
      ...inQuartiere("children", 10, 0, 40),
      ...inQuartiere("residents", 10, 900, 90),
      ...inQuartiere("child-share", 100, 0, 44.4),
    );
    expect((await bezirke("child-share")).nord).toMatchObject({
      value: 5,
      how: "computed",
      numerator: 50,
      denominator: 1000,
      n: 3,
      incomplete: false,
    });
  });

  it("is computed for an area whose own numerator and denominator are observed", async () => {
    await load([SHARE, CHILDREN, RESIDENTS], ...inQuartiere("children", 10), ...inQuartiere("residents", 40));
    const values = await areasOf("child-share", "quartier");
    expect([...values].map(([id, { value, how }]) => [id, value, how])).toEqual([
      ["q1", 25, "computed"],
      ["q2", "not-stated", "none"],
      ["q3", "not-stated", "none"],
      ["q4", "not-stated", "none"],
      ["q5", "not-stated", "none"],
    ]);
  });

  it("rests only on areas where both are known, and says which are not", async () => {
    await load(
      [SHARE, CHILDREN, RESIDENTS],
      ...inQuartiere("children", 10, "suppressed", 40),
      ...inQuartiere("residents", 100, 500, "not-stated"),
    );
    expect((await bezirke("child-share")).nord).toMatchObject({
      value: 10,
      numerator: 10,
      denominator: 100,
      n: 1,
      missing: 1,
      suppressed: 1,
      incomplete: true,
    });
  });

  it("of nobody is not applicable", async () => {
    await load([SHARE, CHILDREN, RESIDENTS], ...inQuartiere("children", 0, 0, 0), ...inQuartiere("residents", 0, 0, 0));
    expect((await bezirke("child-share")).nord).toMatchObject({ value: "not-applicable", how: "computed", n: 3 });
  });

  it("without numerator and denominator does not roll up, and the city has the median of its areas at most", async () => {
    const bare = indicator("bare-share", { kind: "share", unit: { de: "%", en: "%" } });
    await load([bare], ...inQuartiere("bare-share", 10, 20, 90, "suppressed"));
    expect((await bezirke("bare-share")).nord).toMatchObject({ value: "not-stated", how: "none" });
    const { city } = await valuesIn(db, { indicator: "bare-share", period: P, level: "quartier" });
    expect(city).toMatchObject({ value: "not-stated", how: "none" });
    expect(city.median).toEqual({ level: "quartier", value: 20, n: 3, missing: 1, suppressed: 1 });
  });

  it("multiplies with per, and with 100 only where the unit is %", async () => {
    const rate = { kind: "rate", numerator: "children", denominator: "residents" } as const;
    await load(
      [indicator("per-1000", { ...rate, per: 1000 }), indicator("ratio", rate), CHILDREN, RESIDENTS],
      ...inQuartiere("children", 1, 1, 2),
      ...inQuartiere("residents", 10, 10, 20),
    );
    expect((await bezirke("per-1000")).nord?.value).toBe(100);
    expect((await bezirke("ratio")).nord?.value).toBe(0.1);
  });
});

describe("the city's value", () => {
  const city = async (indicator: string, of = "bezirk") =>
    (await valuesIn(db, { indicator, period: P, level: of })).city;

  it("is the published one", async () => {
    await load([CHILDREN], ["", "*", "children", P, 77], ["bezirk", "nord", "children", P, 1]);
    expect(await city("children")).toMatchObject({ value: 77, how: "published", n: 1 });
  });

  it("adds the nearest observed areas, finer ones where a coarse one is missing, and those without a parent", async () => {
    await load([CHILDREN], ["bezirk", "nord", "children", P, 100], ...inQuartiere("children", 1, 2, 3, 4, 5));
    expect(await city("children")).toMatchObject({ value: 109, how: "added", n: 3, missing: 0, incomplete: false });
  });

  it("takes the coarse published count rather than finer ones with gaps", async () => {
    await load(
      [CHILDREN],
      ["bezirk", "nord", "children", P, 100],
      ["bezirk", "sued", "children", P, 50],
      ...inQuartiere("children", 1, "suppressed", 3, "suppressed", 5),
    );
    expect(await city("children")).toMatchObject({ value: 155, n: 3, suppressed: 0, incomplete: false });
  });

  it("divides sums over the whole city", async () => {
    await load(
      [SHARE, CHILDREN, RESIDENTS],
      ...inQuartiere("children", 10, 10, 10, 10, 10),
      ...inQuartiere("residents", 100, 100, 100, 100, 600),
    );
    expect(await city("child-share")).toMatchObject({ value: 5, how: "computed", n: 5 });
  });

  it("counts nobody twice where two cuts divide the same city", async () => {
    await begin(
      cityMap(
        level("block", { b1: "x", b2: "x", b3: "y" }, "stadtteil"),
        level("stadtteil", { x: undefined, y: undefined }),
        level("wahlkreis", { w: undefined }),
      ),
    );
    await load([CHILDREN], ["wahlkreis", "w", "children", P, 60], ["block", "b1", "children", "2019", 1]);
    expect(await city("children", "stadtteil")).toMatchObject({ value: 60, n: 1, incomplete: false });
    const blocks: Observed[] = [
      ["block", "b1", "children", P, 10],
      ["block", "b2", "children", P, 20],
      ["block", "b3", "children", P, 30],
    ];
    await load([CHILDREN], ["wahlkreis", "w", "children", P, 60], ...blocks);
    expect(await city("children", "stadtteil")).toMatchObject({ value: 60, incomplete: false });
  });

  it("ends where levels are each other's parents", async () => {
    await begin(cityMap(level("a", { a1: "b1" }, "b"), level("b", { b1: "a1" }, "a")));
    await load([CHILDREN], ["", "*", "children", P, 5]);
    expect((await areasOf("children", "a")).get("a1")?.how).toBe("none");
    expect(await city("children", "a")).toMatchObject({ value: 5, how: "published" });
  });

  it("of an indicator that nobody defined is what was published", async () => {
    await load([], ["", "*", "stray", P, 3]);
    expect(await city("stray")).toMatchObject({ value: 3, how: "published" });
    expect((await indicatorMatrix(db, { indicator: "never-heard", level: "bezirk" })).periods).toEqual([]);
  });
});

describe("ids with quotes, SQL and names of JavaScript", () => {
  const HOSTILE = ["'; DROP TABLE observations; --", "__proto__", `a"b`];

  it("are asked and answered like any other", async () => {
    await begin(
      cityMap(
        level(
          "quartier",
          [...HOSTILE].sort().map((id) => ({ id, name: id, parent: "constructor" })),
          "o'level",
        ),
        level("o'level", { constructor: undefined }),
      ),
    );
    for (const id of HOSTILE) {
      await load([indicator(id)], ...HOSTILE.map((area, i): Observed => ["quartier", area, id, P, i + 1]));
      const values = await areasOf(id, "quartier");
      expect(new Map([...values].map(([area, { value }]) => [area, value]))).toEqual(
        new Map(HOSTILE.map((area, i) => [area, i + 1])),
      );
      const parents = await areasOf(id, "o'level");
      expect(parents.get("constructor")).toMatchObject({ value: 6, how: "added" });
    }
  });
});
