import { type DemandKey, prepareDemandTask } from "../analysis/coverage/coverage-tasks.ts";
import type { DemandPoints } from "../analysis/coverage/demand.ts";
import { residentialLandOf } from "../analysis/coverage/residential-land.ts";
import type { CityMap, CitySupply } from "../domain/city.ts";
import type { Population } from "../domain/population.ts";
import type { App } from "./app.ts";

/** Whose residents, of which level. */
export interface DemandQuestion {
  readonly map: CityMap;
  readonly supply: CitySupply;
  readonly level: string;
  readonly people: string | undefined;
}

export interface PreparedDemand {
  readonly key: DemandKey;
  readonly points: DemandPoints;
}

/** The residents as the worker keeps them: prepared once per city, level and age group, whoever asks. */
class PreparedDemands {
  readonly #app: App;
  readonly #cities = new WeakMap<CitySupply, { readonly id: number; readonly known: Map<string, PreparedDemand> }>();
  #nextCity = 1;
  #preparing: { readonly name: string; readonly city: number; readonly stop: AbortController } | undefined;
  #prepared: Promise<PreparedDemand> | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  /**
   * Asks a kernel about the residents. When the worker that had prepared them is no more, they are prepared anew.
   * @param ask gives undefined when the worker keeps nothing under the key
   */
  async ask<Answer>(
    question: DemandQuestion,
    signal: AbortSignal,
    ask: (demand: PreparedDemand) => Promise<Answer | undefined>,
  ): Promise<Answer> {
    for (;;) {
      const prepared = this.#of(question);
      // What is ready is asked in the same step: the worker begins while the window is drawn.
      const demand = prepared instanceof Promise ? await prepared : prepared;
      signal.throwIfAborted();
      const answer = await ask(demand);
      if (answer !== undefined) return answer;
      this.#city(question.supply).known.delete(nameOf(question));
    }
  }

  #city(supply: CitySupply) {
    const city = this.#cities.get(supply) ?? { id: this.#nextCity++, known: new Map<string, PreparedDemand>() };
    this.#cities.set(supply, city);
    return city;
  }

  /** Goes on when only reach or places change: that takes seconds in a country, and the next question needs the same. */
  #of(question: DemandQuestion): Promise<PreparedDemand> | PreparedDemand {
    const { id: city, known } = this.#city(question.supply);
    const name = nameOf(question);
    const ready = known.get(name);
    if (ready) return ready;
    if (this.#prepared && this.#preparing?.city === city && this.#preparing.name === name) return this.#prepared;
    this.#preparing?.stop.abort();
    const current = { city, name, stop: new AbortController() };
    this.#preparing = current;
    this.#prepared = this.#prepare(question, city, current.stop.signal)
      .then((demand) => {
        known.set(name, demand);
        return demand;
      })
      .finally(() => {
        if (this.#preparing === current) this.#preparing = undefined;
      });
    return this.#prepared;
  }

  async #prepare(question: DemandQuestion, city: number, signal: AbortSignal): Promise<PreparedDemand> {
    const { map, supply, level, people } = question;
    const key: DemandKey = { city, level, people };
    const population = supply.population && (await copied(supply.population, people));
    // Totals of areas are those of all residents: an age group does not fall down the ladder.
    const levels = people === undefined ? map.levels : map.levels.map(withoutTotals);
    const points = await this.#app.services.runner.run(
      prepareDemandTask,
      { ...key, population, levels, residentialLand: residentialLandOf(map.backgrounds) },
      { signal, transfer: population && movable(population) },
    );
    return { key, points };
  }
}

const demands = new WeakMap<App, PreparedDemands>();

export function preparedDemands(app: App): PreparedDemands {
  let own = demands.get(app);
  if (!own) {
    own = new PreparedDemands(app);
    demands.set(app, own);
  }
  return own;
}

function nameOf({ level, people }: DemandQuestion): string {
  return `${people ?? ""}|${level}`;
}

function withoutTotals(level: CityMap["levels"][number]): CityMap["levels"][number] {
  return { ...level, sozialraeume: level.sozialraeume.map((area) => ({ ...area, residents: undefined })) };
}

/**
 * What the kernel reads of the residents, to be moved into the worker. One array in a turn: 3,000,000 cells are 24 MB each, and copied
 * all at once they would hold up the page.
 */
async function copied(population: Population, people: string | undefined): Promise<Population> {
  const copy = async <T extends Float64Array | Uint8Array>(array: T): Promise<T> => {
    const own = array.slice() as T;
    if (array.length > 500_000) await new Promise((resolve) => setTimeout(resolve, 0));
    return own;
  };
  const group = population.groups.find(({ id }) => id === people);
  return {
    ...population,
    lon: await copy(population.lon),
    lat: await copy(population.lat),
    residents: group ? Float64Array.from(group.residents) : await copy(population.residents),
    suppressed: group ? new Uint8Array(group.residents.length) : await copy(population.suppressed),
    cellSizeMetres: new Float64Array(0),
    groups: [],
  };
}

function movable({ lon, lat, residents, suppressed }: Population): Transferable[] {
  return [lon, lat, residents, suppressed].map((array) => array.buffer as ArrayBuffer);
}
