import type { DemandKey } from "./coverage-tasks.ts";
import type { MeasuredDemand } from "./demand.ts";

/** A point costs about 60 bytes: half a gigabyte at most, and the last one always. */
const POINTS_AT_MOST = 8_000_000;

/**
 * The prepared residents that a worker keeps between questions, for all kernels that are served there: a million cells come once.
 * Those of one city are kept until the first of another one comes, or until they are too many: then the one that was asked longest ago
 * goes. What is handed out is lent: it is never changed and never moved.
 */
export class KeptDemand {
  #city: number | undefined;
  /** In the order in which they were last asked. */
  readonly #demands = new Map<string, MeasuredDemand>();

  keep(key: DemandKey, demand: MeasuredDemand): void {
    if (key.city !== this.#city) this.#demands.clear();
    this.#city = key.city;
    this.#demands.set(nameOf(key), demand);
    let points = 0;
    for (const { x } of this.#demands.values()) points += x.length;
    for (const [name, { x }] of this.#demands) {
      if (points <= POINTS_AT_MOST || this.#demands.size === 1) break;
      this.#demands.delete(name);
      points -= x.length;
    }
  }

  /** Undefined when none is kept under this key (any more): it has to be prepared anew. */
  of(key: DemandKey): MeasuredDemand | undefined {
    if (key.city !== this.#city) return undefined;
    const name = nameOf(key);
    const demand = this.#demands.get(name);
    if (demand) {
      this.#demands.delete(name);
      this.#demands.set(name, demand);
    }
    return demand;
  }
}

function nameOf({ level, people }: DemandKey): string {
  return `${people ?? ""}|${level}`;
}
