import type { Benefits } from "../benefits.ts";

/** What is left to prove: the columns that may be part of a better choice, the points that they reach, and the choice to be beaten. */
export interface UnprovenSites {
  /** The most sites to choose. */
  readonly sites: number;
  readonly benefits: Benefits;
  /** The value to be beaten, and what is proven without a solver. */
  readonly value: number;
  readonly bound: number;
  /** Proven: no choice with a candidate that had to be left out is worth more; default: none was left out. */
  readonly beyond?: number | undefined;
  /** What candidates that were thinned out can be worth more than those that stand for them; default 0. */
  readonly slack?: number | undefined;
}

/**
 * The part of the benefits that given columns reach, points numbered anew in the order in which they are first met. Columns that another
 * one is worth at least as much as to every point are left out (of equal ones the first stays), as long as there are few enough to compare.
 */
export function unprovenPart(benefits: Benefits, columns: Uint32Array): { benefits: Benefits; column: Uint32Array } {
  const kept = columns.length <= COMPARED_COLUMNS ? undominated(benefits, columns) : columns;
  const { starts, point, value, weight } = benefits;
  const numberOf = new Int32Array(benefits.points).fill(-1);
  const weights: number[] = [];
  const size = kept.reduce((sum, j) => sum + (starts[j + 1] as number) - (starts[j] as number), 0);
  const ownStarts = new Uint32Array(kept.length + 1);
  const ownPoint = new Uint32Array(size);
  const ownValue = value && new Float64Array(size);
  let at = 0;
  kept.forEach((j, c) => {
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
      const i = point[e] as number;
      if (numberOf[i] === -1) {
        numberOf[i] = weights.length;
        weights.push(weight[i] as number);
      }
      ownPoint[at] = numberOf[i] as number;
      if (ownValue && value) ownValue[at] = value[e] as number;
      at++;
    }
    ownStarts[c + 1] = at;
  });
  return {
    benefits: {
      points: weights.length,
      starts: ownStarts,
      point: ownPoint,
      value: ownValue,
      weight: Float64Array.from(weights),
    },
    column: kept,
  };
}

const COMPARED_COLUMNS = 1500;

function undominated(benefits: Benefits, columns: Uint32Array): Uint32Array {
  const { starts, point, value } = benefits;
  const length = (j: number) => (starts[j + 1] as number) - (starts[j] as number);
  const worth = new Float64Array(benefits.points);
  const isOut = new Uint8Array(columns.length);
  columns.forEach((j, c) => {
    if (isOut[c]) return;
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
      worth[point[e] as number] = value ? (value[e] as number) : 1;
    }
    columns.forEach((other, d) => {
      if (d === c || isOut[d] || length(other) > length(j)) return;
      for (let e = starts[other] as number; e < (starts[other + 1] as number); e++) {
        if ((worth[point[e] as number] as number) < (value ? (value[e] as number) : 1)) return;
      }
      isOut[d] = 1;
    });
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) worth[point[e] as number] = 0;
  });
  return columns.filter((_, c) => !isOut[c]);
}
