import type { BreakMethod, ClassBreaks } from "../../analysis/classes/class-breaks.ts";
import { classifyValues, countClasses, NO_CLASS } from "../../analysis/classes/classify-values.ts";
import { goodnessOfFit } from "../../analysis/classes/goodness-of-fit.ts";
import { rankValues } from "../../analysis/classes/rank-values.ts";
import type { Indicator } from "../../domain/indicator.ts";
import type { IndicatorMatrix, PeriodValues } from "../../domain/indicator-matrix.ts";
import type { Period } from "../../domain/period.ts";
import type { AreaResidents, IndicatorMap, ShownPeriod } from "../../state/indicator-map.ts";
import { activeIndicator, isOnLevel } from "../../state/selectors/active-indicator.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import { areaResidents } from "../../state/selectors/area-residents.ts";
import { indicatorForm, shownPeriods } from "../../state/selectors/shown-periods.ts";
import { type App, notify } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";
import { findBreaks } from "./find-breaks.ts";

interface MapQuestion {
  readonly matrix: IndicatorMatrix;
  readonly indicator: Indicator;
  readonly period: Period | undefined;
  readonly residents: AreaResidents | undefined;
  readonly perResidents: boolean;
  readonly method: BreakMethod;
  readonly n: number;
}

/** The indicator in the chosen period, classified with the breaks of all its periods. */
export function indicatorMapAnswer(app: App): Followed<MapQuestion, IndicatorMap | undefined> {
  // A period that an indicator does not have is named once, not after every choice of classes.
  let named: string | undefined;
  return {
    name: "indicator-map",
    wanted: (state) =>
      state.view.view === "vergleich" &&
      state.transient.database !== "failed" &&
      (state.transient.answers.catalogue === undefined || isOnLevel(state)),
    question(state) {
      const { matrix } = state.transient.answers;
      const indicator = activeIndicator(state);
      if (!matrix || matrix.indicator !== indicator?.id || matrix.level !== activeLevel(state)?.id) return undefined;
      const { period, classes, per } = state.view;
      const residents = indicator.kind === "count" ? areaResidents(state) : undefined;
      const perResidents = per === "residents" && residents !== undefined;
      return { matrix, indicator, period, residents, perResidents, ...classes };
    },
    ask: ({ method, n, ...question }, signal) =>
      indicatorMap(question, (values) => findBreaks(app, { values, method, n }, signal)),
    put(answer, question) {
      changeAnswers(app, { indicatorMap: answer });
      const wanted = question?.period;
      if (wanted === undefined || !answer || answer.periods[answer.at]?.period === wanted) {
        named = undefined;
      } else if (named !== wanted) {
        named = wanted;
        notify(app, "warning", { key: "url-value-ignored", name: "period", value: wanted });
      }
    },
  };
}

/** Undefined when the indicator has no period at all. `breaksOf` makes the classes of the values of all periods. */
export async function indicatorMap(
  question: Omit<MapQuestion, "method" | "n">,
  breaksOf: (values: Float64Array) => Promise<ClassBreaks | undefined>,
): Promise<IndicatorMap | undefined> {
  const { matrix, indicator, residents } = question;
  const at = periodAt(matrix.periods, question.period);
  const chosen = matrix.periods[at];
  if (!chosen) return undefined;
  const form = indicatorForm(indicator, question.perResidents);
  const periods = shownPeriods(matrix, form, residents);
  const shown = periods[at] as ShownPeriod;
  const scope = Float64Array.from(periods.flatMap(({ areas }) => Array.from(areas)));
  const common = {
    indicator,
    matrix,
    at,
    form,
    residents,
    periods,
    reference: isMedian(chosen) && form !== "per-residents" ? ("median" as const) : ("city" as const),
    ranks: form === "categories" ? new Uint32Array(shown.areas.length) : rankValues(shown.areas),
    largest: scope.filter((value) => !Number.isNaN(value)).reduce((most, value) => Math.max(most, value), 0),
  };
  if (form === "categories") {
    const categories = categoriesOf(matrix);
    const classes = Uint8Array.from(chosen.areas, (area) => {
      const category = categories.indexOf(categoryOf(area) ?? "");
      return category < 0 ? NO_CLASS : category;
    });
    return { ...common, categories, classes, counts: countClasses(classes, categories.length) };
  }
  const breaks = form === "circles" ? undefined : await breaksOf(scope);
  const classes = breaks ? classifyValues(shown.areas, breaks) : new Uint8Array(shown.areas.length).fill(NO_CLASS);
  return {
    ...common,
    breaks,
    categories: [],
    classes,
    counts: countClasses(classes, breaks ? breaks.breaks.length + 1 : 0),
    goodness: breaks && goodnessOfFit(shown.areas, classes),
  };
}

/** The chosen period, else the latest in which an area has a value, else the last. */
function periodAt(periods: readonly PeriodValues[], wanted: Period | undefined): number {
  const chosen = periods.findIndex(({ period }) => period === wanted);
  if (chosen >= 0) return chosen;
  const latest = periods.findLastIndex(({ areas }) => areas.some(({ n }) => n > 0));
  return latest >= 0 ? latest : periods.length - 1;
}

const isMedian = ({ city }: PeriodValues) => typeof city.value !== "number" && city.median !== undefined;

function categoryOf({ text, value }: PeriodValues["areas"][number]): string | undefined {
  return text ?? (typeof value === "number" ? String(value) : undefined);
}

/** All published classes of any period, numbers by size before texts by code: the same order and colour in every year. */
function categoriesOf({ periods }: IndicatorMatrix): string[] {
  const found = new Set<string>();
  for (const { areas } of periods) {
    for (const area of areas) {
      const category = categoryOf(area);
      if (category !== undefined) found.add(category);
    }
  }
  const rank = (text: string) => (Number.isNaN(Number(text)) ? 1 : 0);
  return [...found].sort((a, b) => rank(a) - rank(b) || (rank(a) === 0 ? Number(a) - Number(b) : a < b ? -1 : 1));
}
