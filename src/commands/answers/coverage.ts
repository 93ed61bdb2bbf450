import { measureCoverageTask, prepareDemandTask } from "../../analysis/coverage/coverage-tasks.ts";
import type { DemandPoints } from "../../analysis/coverage/demand.ts";
import { residentialLandOf } from "../../analysis/coverage/residential-land.ts";
import type { CityMap, CitySupply } from "../../domain/city.ts";
import type { Population } from "../../domain/population.ts";
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
  const cities = new WeakMap<CitySupply, { readonly id: number; readonly levels: Map<string, DemandPoints> }>();
  let nextCity = 1;
  let preparing: { readonly city: number; readonly level: string; readonly stop: AbortController } | undefined;
  let prepared: Promise<DemandPoints> | undefined;

  function cityOf(supply: CitySupply) {
    const city = cities.get(supply) ?? { id: nextCity++, levels: new Map<string, DemandPoints>() };
    cities.set(supply, city);
    return city;
  }

  /** Goes on when only reach or kinds change: that takes seconds in a country, and the next question needs the same. */
  function demandOf({ map, supply, level }: CoverageQuestion): Promise<DemandPoints> | DemandPoints {
    const { id: city, levels } = cityOf(supply);
    const known = levels.get(level);
    if (known) return known;
    if (prepared && preparing?.city === city && preparing.level === level) return prepared;
    preparing?.stop.abort();
    const current = { city, level, stop: new AbortController() };
    preparing = current;
    prepared = prepare().finally(() => {
      if (preparing === current) preparing = undefined;
    });
    return prepared;

    async function prepare(): Promise<DemandPoints> {
      const { signal } = current.stop;
      const population = supply.population && (await copied(supply.population));
      const points = await app.services.runner.run(
        prepareDemandTask,
        { city, population, levels: map.levels, level, residentialLand: residentialLandOf(map.backgrounds) },
        { signal, transfer: population && movable(population) },
      );
      levels.set(level, points);
      return points;
    }
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
      const { id: city, levels } = cityOf(supply);
      const places = countingPlaces(supply.anlaufpunkte, kinds);
      const sites = {
        lon: Float64Array.from(places, (place) => place.lon),
        lat: Float64Array.from(places, (place) => place.lat),
      };
      const options = { reach, hasAnlaufpunkte: supply.anlaufpunkte.length > 0 };
      for (;;) {
        const demand = await demandOf(question);
        signal.throwIfAborted();
        const input = { demand: { city, level }, sites, options };
        const coverage = await app.services.runner.run(measureCoverageTask, input, { signal });
        if (coverage) return { levelId: level, demand, coverage, kinds, reach, sites: places.map((place) => place.id) };
        // The worker that had prepared it is no more.
        levels.delete(level);
      }
    },
    put: (coverage) => changeTransient(app, { coverage }),
  };
}

/** Values that are copied in one turn: 4 MB, some milliseconds. */
const VALUES_PER_TURN = 500_000;

/** What the kernel reads of the residents, to be moved into the worker; in parts, as 3,000,000 cells at once would hold up the page. */
async function copied(population: Population): Promise<Population> {
  const copy = async <T extends Float64Array | Uint8Array>(array: T): Promise<T> => {
    if (array.length <= VALUES_PER_TURN) return array.slice() as T;
    const own = new (array.constructor as new (length: number) => T)(array.length);
    for (let from = 0; from < array.length; from += VALUES_PER_TURN) {
      own.set(array.subarray(from, from + VALUES_PER_TURN), from);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return own;
  };
  return {
    ...population,
    lon: await copy(population.lon),
    lat: await copy(population.lat),
    residents: await copy(population.residents),
    suppressed: await copy(population.suppressed),
    cellSizeMetres: new Float64Array(0),
    groups: [],
  };
}

function movable({ lon, lat, residents, suppressed }: Population): Transferable[] {
  return [lon, lat, residents, suppressed].map((array) => array.buffer as ArrayBuffer);
}
