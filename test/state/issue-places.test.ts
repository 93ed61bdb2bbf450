import { describe, expect, test } from "vitest";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import type { Goal } from "../../src/domain/goal.ts";
import type { Issue, IssueSubject } from "../../src/domain/issue.ts";
import type { Vorhaben } from "../../src/domain/vorhaben.ts";
import { type Document, EMPTY_DOCUMENT } from "../../src/state/app-state.ts";
import { issuePlaces } from "../../src/state/selectors/issue-places.ts";
import { cityMap, indicator, level, records } from "../db/small-city.ts";

const goal = (id: string, parent?: string): Goal => ({
  id,
  title: { de: `Ziel ${id}`, en: `Goal ${id}` },
  parent,
  indicators: [],
  catalogue: "own",
  resource: "goals",
});
const vorhaben = (id: string, sozialraeume: readonly string[], goals: readonly string[]): Vorhaben => ({
  id,
  title: id,
  status: "",
  sozialraeume,
  goals,
  resource: "vorhaben",
});

const DOCUMENT = {
  ...EMPTY_DOCUMENT,
  map: cityMap(level("quartier", { q1: "nord", x: "nord" }), level("bezirk", { nord: undefined, x: undefined })),
  supply: {
    anlaufpunkte: [{ id: "7", name: "", address: "Am Markt 1" } as Anlaufpunkt],
    kinds: [],
    anlaufpunkteOrigins: [],
  },
  records: {
    ...records({ indicators: [indicator("n")] }),
    goals: [goal("g"), goal("g.1", "g"), goal("g.1.1", "g.1"), goal("r", "s"), goal("s", "r")],
    vorhaben: [
      vorhaben("here", ["gone", "nord"], ["g"]),
      vorhaben("aim", ["*"], ["gone", "g.1"]),
      vorhaben("no", [], []),
    ],
  },
  reports: [{ name: "values", title: "Werte", path: "values.csv" }],
} as unknown as Document;

const issue = (source: string, ...about: readonly IssueSubject[]): Issue => ({
  code: "value-not-a-number",
  severity: "error",
  source,
  context: {},
  about,
});
const leadsTo = (...about: readonly IssueSubject[]) => issuePlaces(DOCUMENT, issue("values.csv", ...about));
const RESOURCE = { on: "resource", name: "values", title: "Werte" };

describe("an issue leads", () => {
  test("to the Sozialraum of the level that is named, else of the finest that has it", () => {
    expect(leadsTo({ on: "sozialraum", id: "x", level: "bezirk" })).toMatchObject([
      { level: "bezirk", name: "Area x" },
    ]);
    expect(leadsTo({ on: "sozialraum", id: "x" })).toMatchObject([{ level: "quartier" }]);
  });

  test("to a place by its name or what stands for it, and to a coordinate as it is", () => {
    expect(leadsTo({ on: "anlaufpunkt", id: "7" })).toEqual([{ on: "anlaufpunkt", id: "7", name: "Am Markt 1" }]);
    expect(leadsTo({ on: "point", lon: 10, lat: 53 })).toEqual([{ on: "point", lon: 10, lat: 53 }]);
  });

  test("to an indicator, to a goal as deep as the view of the goals shows it, and out of a circle of goals", () => {
    expect(leadsTo({ on: "indicator", id: "n" })).toMatchObject([{ on: "indicator", id: "n" }]);
    expect(leadsTo({ on: "goal", id: "g" })).toMatchObject([{ on: "goal", id: "g" }]);
    expect(leadsTo({ on: "goal", id: "g.1.1" })).toMatchObject([{ on: "goal", id: "g.1" }]);
    expect(leadsTo({ on: "goal", id: "r" })).toMatchObject([{ on: "goal" }]);
  });

  test("from a Vorhaben to the first of its Sozialräume that exists, else to its goal, else to its file", () => {
    expect(leadsTo({ on: "vorhaben", id: "here" })).toMatchObject([{ on: "sozialraum", id: "nord" }]);
    expect(leadsTo({ on: "vorhaben", id: "aim" })).toMatchObject([{ on: "goal", id: "g.1" }]);
    expect(leadsTo({ on: "vorhaben", id: "no" })).toEqual([RESOURCE]);
  });

  test("to each of several that are open", () => {
    const about = ["q1", "gone", "x"].map((id): IssueSubject => ({ on: "sozialraum", id, level: "quartier" }));
    expect(leadsTo(...about)).toMatchObject([{ id: "q1" }, { id: "x" }]);
  });

  test("to its resource, by path or by title, where nothing that it speaks of is open, and nowhere without one", () => {
    expect(leadsTo()).toEqual([RESOURCE]);
    expect(leadsTo({ on: "anlaufpunkt", id: "8" }, { on: "goal", id: "?" })).toEqual([RESOURCE]);
    expect(issuePlaces(DOCUMENT, issue("Werte"))).toEqual([RESOURCE]);
    expect(issuePlaces(DOCUMENT, issue("datapackage.json"))).toEqual([]);
  });
});
