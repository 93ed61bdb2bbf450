import { closureCheckTask } from "../../analysis/coverage/coverage-tasks.ts";
import type { CityMap, CitySupply } from "../../domain/city.ts";
import type { ClosureAnswer } from "../../state/answers.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { preparedDemands } from "../prepared-demand.ts";
import { changeAnswers } from "./change-answers.ts";
import { sitesOf } from "./coverage.ts";

interface ClosureQuestion {
  readonly map: CityMap;
  readonly supply: CitySupply;
  readonly coverage: CoverageAnswer;
  readonly detour: number;
}

/** Who would lose the only place in reach, should one close. */
export function closureAnswer(app: App): Followed<ClosureQuestion, ClosureAnswer> {
  return {
    name: "closure",
    // A place that is dragged about would ask with every step.
    wanted: ({ view, transient }) =>
      view.view === "versorgung" && view.panel === "scenario" && transient.drag === undefined,
    question(state) {
      const { map, supply } = state.document;
      const { coverage } = state.transient;
      if (!map || !supply || !coverage || coverage.levelId !== activeLevel(state)?.id) return undefined;
      const detour = coverage.way === "straight" ? coverage.coverage.settings.detour : state.view.detour;
      return { map, supply, coverage, detour };
    },
    async ask({ map, supply, coverage, detour }, signal) {
      const { levelId: level, key, places, reach } = coverage;
      const check = await preparedDemands(app).ask({ map, supply, level, people: key.people }, signal, (demand) =>
        app.services.runner.run(
          closureCheckTask,
          { demand: demand.key, sites: sitesOf(places), reach, detour },
          { signal },
        ),
      );
      return { coverage, detour, check };
    },
    put: (closure) => changeAnswers(app, { closure }),
  };
}
