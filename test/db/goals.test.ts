import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { loadCityMap } from "../../src/db/load-city-map.ts";
import { loadRecords } from "../../src/db/load-records.ts";
import { goalProgress } from "../../src/db/queries/goal-progress.ts";
import { goalsOfSozialraum } from "../../src/db/queries/goals-of-sozialraum.ts";
import { termineByKind } from "../../src/db/queries/termine-by-kind.ts";
import type { Goal } from "../../src/domain/goal.ts";
import type { Termin, Vorhaben } from "../../src/domain/vorhaben.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { cityMap, indicator, level, observations, records } from "./small-city.ts";

function goal(id: string, rest: Partial<Goal> = {}): Goal {
  return { id, title: { de: id, en: id }, indicators: [], catalogue: "own", resource: "goals-file", ...rest };
}

function vorhaben(id: string, sozialraeume: readonly string[], goals: readonly string[]): Vorhaben {
  return { id, title: `Project ${id}`, status: "läuft", sozialraeume, goals, resource: "vorhaben-file" };
}

function termin(id: string, rest: Partial<Termin> = {}): Termin {
  return { id, kind: "quartierstreffen", date: "2023-05-04", resource: "termine-file", ...rest };
}

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
});
afterAll(() => db.close());

const GOALS = [
  goal("housing"),
  goal("subsidised", { parent: "housing", indicators: ["dwellings"], target: 100, targetDate: "2030" }),
  goal("closing", { parent: "housing", indicators: ["shelter", "placed"], target: 5 }),
  goal("culture"),
];

describe("the progress of goals", () => {
  it("shows the indicators that the goal names and those that name the goal, with the city's values and the state", async () => {
    await loadRecords(
      db,
      records({
        goals: GOALS,
        indicators: [
          indicator("dwellings", { direction: "more-is-better" }),
          indicator("shelter", { direction: "more-is-worse", target: 0, targetDate: "2022" }),
          indicator("placed", { direction: "more-is-better" }),
          indicator("concerts", { goals: ["culture", "closing"] }),
        ],
        observations: observations(
          ["quartier", "q1", "dwellings", "2020", 10],
          ["quartier", "q2", "dwellings", "2020", 10],
          ["quartier", "q3", "dwellings", "2020", 0],
          ["quartier", "q1", "dwellings", "2021", 20],
          ["quartier", "q2", "dwellings", "2021", "suppressed"],
          ["quartier", "q3", "dwellings", "2021", 10],
          ["", "*", "shelter", "2021", 4],
          ["", "*", "shelter", "2022", 3],
          ["", "*", "shelter", "2023", "not-stated"],
        ),
      }),
    );
    const progress = await goalProgress(db);
    expect(progress.map((entry) => entry.goal)).toEqual(["housing", "subsidised", "closing", "culture"]);
    const [housing, subsidised, closing, culture] = progress;

    expect(housing).toMatchObject({ indicators: [], indicatorsInTree: 4 });
    expect(subsidised?.indicators).toMatchObject([
      {
        indicator: "dwellings",
        target: 100,
        targetDate: "2030",
        state: "on-track",
        latest: { period: "2021", value: 30, how: "added", incomplete: true, suppressed: 1 },
        series: [
          { period: "2020", value: 20, incomplete: false },
          { period: "2021", value: 30, incomplete: true },
        ],
      },
    ]);
    expect(closing?.indicators.map((entry) => [entry.indicator, entry.state, entry.target])).toEqual([
      ["shelter", "missed", 0],
      ["placed", "no-data", undefined],
      ["concerts", "no-data", undefined],
    ]);
    expect(closing?.indicators[0]?.latest).toMatchObject({ period: "2022", value: 3 });
    expect(closing?.indicators[0]?.series.at(-1)).toMatchObject({ period: "2023", value: "not-stated" });
    expect(culture?.indicators).toMatchObject([{ indicator: "concerts", state: "no-data", series: [] }]);
  });

  it("counts each Vorhaben once, and names the goals that nothing serves", async () => {
    await loadRecords(
      db,
      records({
        goals: GOALS,
        vorhaben: [
          vorhaben("v1", [], ["subsidised", "closing"]),
          vorhaben("v2", ["q1"], ["housing", "housing"]),
          vorhaben("v3", ["q1"], ["a goal that nobody defined"]),
        ],
      }),
    );
    const counts = (await goalProgress(db)).map((entry) => [
      entry.goal,
      entry.vorhaben,
      entry.vorhabenInTree,
      entry.unserved,
    ]);
    expect(counts).toEqual([
      ["housing", 1, 2, false],
      ["subsidised", 1, 1, false],
      ["closing", 1, 1, false],
      ["culture", 0, 0, true],
    ]);
  });

  it("ends where goals are each other's parents", async () => {
    await loadRecords(
      db,
      records({
        goals: [goal("a", { parent: "b" }), goal("b", { parent: "a" })],
        vorhaben: [vorhaben("v", [], ["a"])],
      }),
    );
    expect((await goalProgress(db)).map((entry) => entry.vorhabenInTree)).toEqual([1, 1]);
  });
});

describe("the Vorhaben of a Sozialraum", () => {
  it("are those in it, above it, in its parts and for the whole city, each once, with their goals", async () => {
    await loadRecords(
      db,
      records({
        goals: GOALS,
        vorhaben: [
          vorhaben("city", [], ["culture"]),
          vorhaben("star", ["*"], []),
          vorhaben("in-q1", ["q1"], ["culture", "subsidised"]),
          vorhaben("in-nord", ["nord", "q1", "q1"], ["housing"]),
          vorhaben("in-q3", ["q3"], ["unheard of", "housing"]),
        ],
      }),
    );
    const places = async (levelId: string, id: string) =>
      (await goalsOfSozialraum(db, { level: levelId, id })).map((entry) => [entry.id, entry.place]);
    expect(await places("quartier", "q2")).toEqual([
      ["in-nord", "above"],
      ["city", "city"],
      ["star", "city"],
    ]);
    expect(await places("quartier", "q1")).toEqual([
      ["in-q1", "here"],
      ["in-nord", "here"],
      ["city", "city"],
      ["star", "city"],
    ]);
    expect(await places("bezirk", "nord")).toEqual([
      ["in-nord", "here"],
      ["in-q1", "within"],
      ["city", "city"],
      ["star", "city"],
    ]);
    expect((await goalsOfSozialraum(db, { level: "quartier", id: "q3" }))[0]).toEqual({
      id: "in-q3",
      title: "Project in-q3",
      status: "läuft",
      place: "here",
      goals: ["housing", "unheard of"],
    });
  });

  it("are none where nothing was loaded", async () => {
    await loadRecords(db, records({}));
    expect(await goalsOfSozialraum(db, { level: "quartier", id: "q1" })).toEqual([]);
  });
});

describe("Termine by kind", () => {
  it("are counted by year, with participants only where they are stated", async () => {
    await loadRecords(
      db,
      records({
        termine: [
          termin("1", { participants: 30, sozialraum: "q1" }),
          termin("2", { date: "2023", participants: 0 }),
          termin("3", { date: "2023-Q2" }),
          termin("4", { date: "2024-01", sozialraum: "q1" }),
          termin("5", { kind: "austausch" }),
        ],
      }),
    );
    expect(await termineByKind(db)).toEqual([
      { kind: "austausch", year: "2023", termine: 1, participants: undefined, n: 0, missing: 1 },
      { kind: "quartierstreffen", year: "2023", termine: 3, participants: 30, n: 2, missing: 1 },
      { kind: "quartierstreffen", year: "2024", termine: 1, participants: undefined, n: 0, missing: 1 },
    ]);
    expect((await termineByKind(db, "q1")).map((entry) => entry.termine)).toEqual([1, 1]);
  });
});
