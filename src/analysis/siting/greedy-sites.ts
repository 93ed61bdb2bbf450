import { type Benefits, type ChosenSites, candidatesOf, gainOf, takeIn } from "./benefits.ts";

export interface GreedyOptions {
  /** The most sites to choose. */
  readonly sites: number;
  /** Chooses no site that adds this or less; default 0. */
  readonly least?: number | undefined;
  /** What every candidate is worth alone, when it is known already; read, not changed. */
  readonly alone?: Float64Array | undefined;
}

/**
 * Always the site that adds most; of equal ones the smallest candidate. Lazy (Minoux 1978): what a candidate adds can only shrink as
 * sites are taken in, so the old gains are upper bounds, and only the candidates on top of the heap are asked again. The same answer
 * as asking all of them every time. Gains never increase from one site to the next. At least (1 − 1/e) of the best there is (Nemhauser,
 * Wolsey & Fisher 1978).
 */
export function greedySites(benefits: Benefits, { sites, least = 0, alone }: GreedyOptions): ChosenSites {
  const candidates = candidatesOf(benefits);
  const best = new Float64Array(benefits.points);
  const gain = alone ? alone.slice() : gainsAlone(benefits);
  const askedAt = new Int32Array(candidates);
  const heap = new Uint32Array(candidates);
  let size = 0;
  for (let j = 0; j < candidates; j++) if ((gain[j] as number) > least) heap[size++] = j;

  const above = (a: number, b: number): boolean => {
    const more = (gain[a] as number) - (gain[b] as number);
    return more > 0 || (more === 0 && a < b);
  };
  const sink = (from: number): void => {
    const item = heap[from] as number;
    let hole = from;
    for (let child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && above(heap[child + 1] as number, heap[child] as number)) child++;
      if (!above(heap[child] as number, item)) break;
      heap[hole] = heap[child] as number;
      hole = child;
    }
    heap[hole] = item;
  };
  for (let k = (size >> 1) - 1; k >= 0; k--) sink(k);

  const chosen: number[] = [];
  const gains: number[] = [];
  let value = 0;
  while (chosen.length < sites && size > 0) {
    const top = heap[0] as number;
    if (askedAt[top] === chosen.length) {
      chosen.push(top);
      gains.push(gain[top] as number);
      value += gain[top] as number;
      takeIn(benefits, top, best);
    } else {
      gain[top] = gainOf(benefits, top, best);
      askedAt[top] = chosen.length;
      if ((gain[top] as number) > least) {
        sink(0);
        continue;
      }
    }
    size--;
    if (size > 0) {
      heap[0] = heap[size] as number;
      sink(0);
    }
  }
  return { sites: chosen, gains, value };
}

/** What every candidate is worth alone. */
export function gainsAlone(benefits: Benefits): Float64Array {
  const nothing = new Float64Array(benefits.points);
  const gains = new Float64Array(candidatesOf(benefits));
  for (let j = 0; j < gains.length; j++) gains[j] = gainOf(benefits, j, nothing);
  return gains;
}
