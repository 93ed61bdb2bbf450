import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import { placesOf, type Scenario } from "../../domain/scenario.ts";
import type { ScenarioTable } from "../../state/answers.ts";
import type { CityFigures } from "../../state/city-figures.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import { countingPlaces } from "../../state/selectors/active-offers.ts";
import { cityFigures } from "../../state/selectors/scenario-summary.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";
import { type CoverageQuestion, coverageQuestion, measure } from "./coverage.ts";

/** The question asked of today's places, the what-ifs, and by their ids (`of …`) the places that count in each. */
type TableQuestion = CoverageQuestion & { readonly scenarios: readonly Scenario[] } & Readonly<
    Record<`of ${string}`, readonly Anlaufpunkt[]>
  >;

/** Today and every what-if, measured on the same question. What was measured once is not measured again while its places stay. */
export function scenarioTableAnswer(app: App): Followed<TableQuestion, ScenarioTable> {
  const known = new WeakMap<readonly Anlaufpunkt[], { readonly asked: CoverageQuestion; figures: CityFigures }>();

  async function figuresOf(question: CoverageQuestion, signal: AbortSignal): Promise<CityFigures> {
    const before = known.get(question.places);
    if (before && isSame(before.asked, question)) return before.figures;
    const { coverage, coverageToday } = app.store.getState().transient;
    const measured = [coverage, coverageToday].find((answer) => answer && answers(question, answer));
    const figures = cityFigures(measured ?? (await measure(app, question, signal)));
    known.set(question.places, { asked: question, figures });
    return figures;
  }

  return {
    name: "scenario-table",
    wanted: ({ view, document }) =>
      view.view === "versorgung" && view.panel === "scenario" && document.scenarios.length > 0,
    question(state) {
      const { scenarios, supply } = state.document;
      const today = coverageQuestion(state, supply?.anlaufpunkte);
      if (!today) return undefined;
      const places = scenarios.map((scenario) => [
        `of ${scenario.id}`,
        countingPlaces(state, placesOf(scenario, today.supply.anlaufpunkte)),
      ]);
      return { ...today, scenarios, ...Object.fromEntries(places) };
    },
    async ask({ scenarios, ...today }, signal) {
      const { people, reach, way, steps, detour } = app.store.getState().view;
      const asked = { people, reach, way, steps, detour, levelId: today.level };
      const columns: ScenarioTable["columns"][number][] = [{ figures: await figuresOf(today, signal) }];
      for (const { id } of scenarios) {
        signal.throwIfAborted();
        const places = today[`of ${id}`] as readonly Anlaufpunkt[];
        columns.push({ id, figures: await figuresOf({ ...today, places }, signal) });
      }
      return { scenarios, places: today.places, asked, columns };
    },
    put: (scenarioTable) => changeAnswers(app, { scenarioTable }),
  };
}

const ASKED = ["map", "supply", "level", "people", "reach", "detour", "network", "withoutSteps"] as const;

/** The same but for the places; of the kinds they tell. */
function isSame(a: CoverageQuestion, b: CoverageQuestion): boolean {
  return ASKED.every((key) => a[key] === b[key]);
}

/** Whether an answer that is there already was given to this question; of ways along a network it does not say enough. */
function answers({ level, people, reach, detour, network, places }: CoverageQuestion, answer: CoverageAnswer): boolean {
  return (
    network === undefined &&
    answer.way === "straight" &&
    answer.places === places &&
    answer.levelId === level &&
    answer.key.people === people &&
    answer.reach === reach &&
    answer.coverage.settings.detour === detour
  );
}
