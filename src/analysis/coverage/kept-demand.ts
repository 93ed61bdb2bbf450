import type { DemandKey } from "./coverage-tasks.ts";
import type { Demand } from "./demand.ts";

/** What kernels measure with: where the points stand in degrees and in the source went to whoever asked for the preparation. */
export type MeasuredDemand = Omit<Demand, "lon" | "lat" | "row">;

/**
 * The prepared residents that a worker keeps between questions, for all kernels that are served there: a million cells come once.
 * All levels of one city are kept, until the first of another one comes. What is handed out is lent: it is never changed and never moved.
 */
export class KeptDemand {
  #city: number | undefined;
  readonly #levels = new Map<string, MeasuredDemand>();

  keep({ city, level }: DemandKey, demand: MeasuredDemand): void {
    if (city !== this.#city) this.#levels.clear();
    this.#city = city;
    this.#levels.set(level, demand);
  }

  /** Undefined when none is kept under this key (any more): it has to be prepared anew. */
  of({ city, level }: DemandKey): MeasuredDemand | undefined {
    return city === this.#city ? this.#levels.get(level) : undefined;
  }
}
