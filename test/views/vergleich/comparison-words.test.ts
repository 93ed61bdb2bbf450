import { beforeAll, describe, expect, it } from "vitest";
import { classBreaks } from "../../../src/analysis/classes/class-breaks.ts";
import { indicatorMap } from "../../../src/commands/answers/indicator-map.ts";
import type { Indicator } from "../../../src/domain/indicator.ts";
import type { ResolvedValue } from "../../../src/domain/indicator-result.ts";
import type { MissingReason } from "../../../src/domain/measured.ts";
import { type AppState, createAppStore } from "../../../src/state/app-state.ts";
import { indicatorRows } from "../../../src/state/selectors/indicator-rows.ts";
import { indicatorSummary } from "../../../src/state/selectors/indicator-summary.ts";
import { comparisonSentence } from "../../../src/views/panels/vergleich/comparison-sentence.ts";
import { comparisonSeries, describeSeries } from "../../../src/views/panels/vergleich/comparison-series.ts";
import { mapClasses } from "../../../src/views/panels/vergleich/map-classes.ts";
import { legendOf } from "../../../src/views/panels/vergleich/map-legend-of.ts";
import { distanceText, rowText } from "../../../src/views/panels/vergleich/shown-text.ts";
import { cityMap, indicator, level } from "../../db/small-city.ts";

const SHARE = indicator("poverty", {
  title: { de: "Kinderarmut", en: "Child poverty" },
  unit: { de: "%", en: "%" },
  kind: "share",
  direction: "more-is-worse",
});

const value = (known: number | MissingReason): ResolvedValue => ({
  value: known,
  status: typeof known === "number" ? "ok" : known,
  how: "published",
  n: typeof known === "number" ? 1 : 0,
  missing: 0,
  suppressed: 0,
  incomplete: false,
});

async function stateWith(of: Indicator, areas: readonly (number | MissingReason)[], city: number): Promise<AppState> {
  const map = cityMap(level("quartier", Object.fromEntries(areas.map((_, i) => [`q${i}`, undefined]))));
  const matrix = {
    indicator: of.id,
    level: "quartier",
    periods: [
      { period: "2018", areas: areas.map((_, i) => value(i === 1 ? "suppressed" : 10 + i)), city: value(12) },
      { period: "2019", areas: areas.map(value), city: value(city) },
    ],
  };
  const answer = await indicatorMap(
    { matrix, indicator: of, period: "2019", residents: undefined, perResidents: false },
    async (values) => classBreaks(values, "quantile", 2),
  );
  const { document, view, transient } = createAppStore().getState();
  return {
    document: { ...document, map },
    view: { ...view, view: "vergleich", compare: ["q0", "q1"] },
    transient: { ...transient, answers: { matrix, indicatorMap: answer } },
  };
}

const AREAS = [2.1, 68.4, "suppressed", "not-stated", 27] as const;
let state: AppState;
beforeAll(async () => {
  state = await stateWith(SHARE, AREAS, 27);
});

function parts() {
  const map = state.transient.answers.indicatorMap;
  const rows = indicatorRows(state);
  if (!map || !rows) throw new Error("no comparison");
  return { map, rows };
}

describe("the sentence of the comparison", () => {
  it("says range, places and the city in plain words of either language", () => {
    const summary = indicatorSummary(state);
    if (!summary) throw new Error("no summary");
    expect(comparisonSentence(summary, "de").replace(/\s/g, " ")).toBe(
      "Kinderarmut, 2019: Die Spanne reicht von 2,1 % (Area q0) bis 68,4 % (Area q1); in der Stadt sind es 27,0 %.",
    );
    expect(comparisonSentence(summary, "en").replace(/\s/g, " ")).toBe(
      "Child poverty, 2019: values range from 2.1% (Area q0) to 68.4% (Area q1); the city has 27.0%.",
    );
    expect(summary).toMatchObject({ areas: 5, known: 3, missing: 1, suppressed: 1 });
  });
});

describe("a row of the comparison", () => {
  it("says value, distance in points and place; what is missing says why and has neither", () => {
    const { map, rows } = parts();
    expect(rows.map((row) => rowText(map, row, "de").replace(/\s/g, " "))).toEqual([
      "2,1 %",
      "68,4 %",
      "geheim gehalten",
      "keine Angabe",
      "27,0 %",
    ]);
    expect(rows.map((row) => distanceText(map, row.distance, "de"))).toEqual(["−24,9", "+41,4", "–", "–", "±0,0"]);
    expect(rows.map((row) => row.rank)).toEqual([3, 1, undefined, undefined, 2]);
  });
});

describe("the legend of the comparison", () => {
  it("counts every area exactly once, with a class and a pattern of its own for each reason of silence", () => {
    const { map, rows } = parts();
    const { classes, areaClass } = mapClasses(map, rows, "de");
    expect(classes.reduce((sum, one) => sum + one.count, 0)).toBe(rows.length);
    const hidden = classes.filter(({ pattern }) => pattern !== "none");
    expect(hidden.map(({ label, pattern, count }) => [label, pattern, count])).toEqual([
      ["keine Angabe", "hatch", 1],
      ["geheim gehalten", "dots", 1],
      ["nicht sinnvoll", "cross", 0],
    ]);
    rows.forEach((row, index) => {
      const one = classes[areaClass[index] as number];
      expect(one?.pattern === "none").toBe(row.shown !== undefined);
    });
  });

  it("says method, goodness, and that the classes hold for all years", () => {
    const { map, rows } = parts();
    const legend = legendOf(map, mapClasses(map, rows, "de").classes, "de");
    expect(legend.title).toBe("Kinderarmut, 2019");
    expect(legend.unit).toBe("%");
    expect(legend.notes[0]).toMatch(/^Quantile, 2 Klassen · Güte 0,\d+$/);
    expect(legend.notes[1]).toBe("Gleiche Klassen für 2018 bis 2019");
    expect(legend.entries.map(({ key }) => key)).toEqual(["class 0", "class 1", "not-stated", "suppressed"]);
  });
});

describe("the chart of the comparison", () => {
  it("breaks where a value is missing, marks what is secret, and never draws either as zero", () => {
    const { map, rows } = parts();
    const data = comparisonSeries(map, rows.slice(0, 2), ["q0", "q1"], "de");
    expect(data.series.map(({ label }) => label)).toEqual(["Stadt", "Area q0", "Area q1"]);
    expect(data.series[2]?.points).toEqual([
      { value: undefined, isSuppressed: true },
      { value: 68.4, isSuppressed: false },
    ]);
    expect(describeSeries(map, data, "de").replace(/\s/g, " ")).toBe(
      "Liniendiagramm Kinderarmut, 2018 bis 2019. Stadt: von 12,0 % auf 27,0 %. Area q0: von 10,0 % auf 2,1 %. Area q1: von 68,4 % auf 68,4 %.",
    );
  });
});
