import type { Benefits } from "./benefits.ts";

/**
 * A set of sites that is improved by exchanging one of them for another candidate as long as that adds something (Teitz & Bart 1968),
 * each candidate weighed against all sites in one walk over its points (Whitaker 1983; Resende & Werneck 2007): per point the best value,
 * whose it is, and the second best say what an exchange adds.
 */
export class Interchange {
  readonly #benefits: Benefits;
  /** Candidates in descending order of what they are worth alone: no exchange adds more than that. */
  readonly #order: Uint32Array;
  readonly #alone: Float64Array;
  readonly #best: Float64Array;
  readonly #second: Float64Array;
  readonly #whose: Int32Array;
  #sites: number[] = [];
  #loss = new Float64Array(0);
  #kept = new Float64Array(0);
  #leastLoss = 0;
  #slack = 0;
  #value = 0;
  /** Place in the order, and how many candidates were weighed since the last exchange. */
  #at = 0;
  #idle = 0;

  constructor(benefits: Benefits, alone: Float64Array) {
    this.#benefits = benefits;
    this.#alone = alone;
    this.#order = descending(alone);
    this.#best = new Float64Array(benefits.points);
    this.#second = new Float64Array(benefits.points);
    this.#whose = new Int32Array(benefits.points);
  }

  get sites(): readonly number[] {
    return this.#sites;
  }

  get value(): number {
    return this.#value;
  }

  /** Candidates that are worth something alone. */
  get candidates(): number {
    return this.#order.length;
  }

  candidate(place: number): number {
    return this.#order[place] as number;
  }

  begin(sites: readonly number[]): void {
    this.#sites = [...sites];
    this.#loss = new Float64Array(sites.length);
    this.#kept = new Float64Array(sites.length);
    this.#at = 0;
    this.#idle = 0;
    this.#take();
  }

  /** Weighs candidates until `entries` of them are walked over; true when no exchange is left that adds something. */
  improve(entries: number): boolean {
    const { starts, point, value, weight } = this.#benefits;
    const best = this.#best;
    const second = this.#second;
    const whose = this.#whose;
    const count = this.#order.length;
    if (this.#sites.length === 0 || count === 0) return true;
    let walked = 0;
    while (this.#idle < count) {
      if (walked > entries) return false;
      if (this.#at >= count) this.#at = 0;
      const j = this.#order[this.#at] as number;
      if ((this.#alone[j] as number) <= this.#leastLoss + this.#slack) {
        // All that follow are worth less still.
        this.#idle += count - this.#at;
        this.#at = 0;
        continue;
      }
      this.#at++;
      this.#idle++;
      const end = starts[j + 1] as number;
      const kept = this.#kept.fill(0);
      let gain = 0;
      walked += end - (starts[j] as number);
      for (let e = starts[j] as number; e < end; e++) {
        const i = point[e] as number;
        const worth = (value ? value[e] : weight[i]) as number;
        const first = best[i] as number;
        const next = second[i] as number;
        if (worth > first) gain += worth - first;
        // Were its site taken away, the point would fall to the second best only as far as to this candidate.
        if (first > next && worth > next) {
          const w = whose[i] as number;
          kept[w] = (kept[w] as number) + (worth < first ? worth : first) - next;
        }
      }
      let most = -Infinity;
      let out = 0;
      for (let s = 0; s < kept.length; s++) {
        const change = gain - (this.#loss[s] as number) + (kept[s] as number);
        if (change > most) {
          most = change;
          out = s;
        }
      }
      if (most > this.#slack && !this.#sites.includes(j)) {
        this.#sites[out] = j;
        this.#take();
        this.#idle = 0;
      }
    }
    return true;
  }

  #take(): void {
    const { starts, point, value, weight } = this.#benefits;
    const best = this.#best.fill(0);
    const second = this.#second.fill(0);
    const whose = this.#whose.fill(-1);
    this.#sites.forEach((j, s) => {
      for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
        const i = point[e] as number;
        const worth = (value ? value[e] : weight[i]) as number;
        if (worth > (best[i] as number)) {
          second[i] = best[i] as number;
          best[i] = worth;
          whose[i] = s;
        } else if (worth > (second[i] as number)) second[i] = worth;
      }
    });
    this.#loss.fill(0);
    this.#value = 0;
    for (let i = 0; i < best.length; i++) {
      const s = whose[i] as number;
      if (s < 0) continue;
      this.#value += best[i] as number;
      this.#loss[s] = (this.#loss[s] as number) + (best[i] as number) - (second[i] as number);
    }
    this.#leastLoss = this.#loss.reduce((a, b) => Math.min(a, b), Infinity);
    // Rounding of sums may not look like an improvement, or two sites could be exchanged for each other for ever.
    this.#slack = 1e-12 * this.#value;
  }
}

/** Indices of the values above zero, the highest first; equal ones in their order. */
function descending(values: Float64Array): Uint32Array {
  const indices: number[] = [];
  values.forEach((value, j) => {
    if (value > 0) indices.push(j);
  });
  return Uint32Array.from(indices).sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}
