import { closureCheckTask } from "../../analysis/coverage/coverage-tasks.ts";
import { walkedClosureCheckTask } from "../../analysis/network/network-tasks.ts";
import type { CityMap, CitySupply } from "../../domain/city.ts";
import type { ClosureAnswer } from "../../state/answers.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import { alongNetwork } from "../along-network.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { preparedDemands } from "../prepared-demand.ts";
import { changeAnswers } from "./change-answers.ts";
import { sitesOf } from "./coverage.ts";

interface ClosureQuestion {
  readonly map: CityMap;
  readonly supply: CitySupply;
  readonly coverage: CoverageAnswer;
}

/** Who would lose the only place in reach, should one close; by the same ways as the coverage. */
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
      return { map, supply, coverage };
    },
    async ask({ map, supply, coverage }, signal) {
      const { runner } = app.services;
      const { levelId: level, places, reach, walk } = coverage;
      const { people } = coverage.key;
      const check = await preparedDemands(app).ask({ map, supply, level, people }, signal, ({ key }) => {
        const input = { demand: key, sites: sitesOf(places), reach };
        if (!walk) {
          const { detour } = coverage.coverage.settings;
          return runner.run(closureCheckTask, { ...input, detour }, { signal });
        }
        const { network, withoutSteps } = walk;
        return alongNetwork(app, { key, network }, signal, () =>
          runner.run(walkedClosureCheckTask, { ...input, walking: { withoutSteps } }, { signal }),
        );
      });
      return { coverage, check };
    },
    put: (closure) => changeAnswers(app, { closure }),
  };
}
