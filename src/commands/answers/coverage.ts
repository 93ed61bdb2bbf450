import { measureCoverageTask, prepareDemandTask } from "../../analysis/coverage/coverage-tasks.ts";
import type { Demand } from "../../analysis/coverage/demand.ts";
import { residentialLandOf } from "../../analysis/coverage/residential-land.ts";
import type { CityMap, CitySupply } from "../../domain/city.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import { activeKinds, countingPlaces } from "../../state/selectors/active-kinds.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import { type App, changeTransient } from "../app.ts";
import type { Followed } from "../follow.ts";

interface CoverageQuestion {
  readonly map: CityMap;
  readonly supply: CitySupply;
  readonly level: string;
  readonly kinds: readonly string[];
  readonly reach: number;
}

/** The coverage of the chosen level, kinds and reach; every view rests on it. */
export function coverageAnswer(app: App): Followed<CoverageQuestion, CoverageAnswer> {
  const prepared = new WeakMap<CitySupply, Map<string, Demand>>();

  async function demandOf({ map, supply, level }: CoverageQuestion, signal: AbortSignal): Promise<Demand> {
    const levels = prepared.get(supply) ?? new Map<string, Demand>();
    prepared.set(supply, levels);
    let demand = levels.get(level);
    if (!demand) {
      const input = {
        population: supply.population,
        levels: map.levels,
        level,
        residentialLand: residentialLandOf(map.backgrounds),
      };
      demand = await app.services.runner.run(prepareDemandTask, input, { signal });
      levels.set(level, demand);
    }
    return demand;
  }

  return {
    name: "coverage",
    wanted: () => true,
    question(state) {
      const { map, supply } = state.document;
      const level = activeLevel(state);
      if (!map || !supply || !level) return undefined;
      return { map, supply, level: level.id, kinds: activeKinds(state), reach: state.view.reach };
    },
    async ask(question, signal) {
      const { supply, kinds, reach, level } = question;
      const demand = await demandOf(question, signal);
      const places = countingPlaces(supply.anlaufpunkte, kinds);
      const coverage = await app.services.runner.run(
        measureCoverageTask,
        {
          demand,
          sites: {
            lon: Float64Array.from(places, (place) => place.lon),
            lat: Float64Array.from(places, (place) => place.lat),
          },
          options: { reach, hasAnlaufpunkte: supply.anlaufpunkte.length > 0 },
        },
        { signal },
      );
      return { levelId: level, demand, coverage, kinds, reach, sites: places.map((place) => place.id) };
    },
    put: (coverage) => changeTransient(app, { coverage }),
  };
}
