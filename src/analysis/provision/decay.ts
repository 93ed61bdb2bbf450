/**
 * How much a place counts for somebody at a distance; data, so that it can be handed to a worker. Beyond the reach nothing counts.
 * - `none`: everyone in reach counts fully (2SFCA, Luo & Wang 2003).
 * - `steps`: rings of equal width, each with its weight (E2SFCA, Luo & Qi 2009).
 * - `gaussian`: exp(−d²/β), with β such that the weight is `atReach` at the reach (E2SFCA).
 */
export type Decay =
  | { readonly form: "none" }
  | { readonly form: "steps"; readonly weights: readonly number[] }
  | { readonly form: "gaussian"; readonly atReach?: number | undefined };

/** Writes the weights (≥ 0) of `count` distances in metres to `weight`. */
export type Weigh = (distance: Float64Array, count: number, weight: Float64Array) => void;

/** Three rings with the weights that are commonly cited as the slower decay of Luo & Qi 2009. */
export const SLOW_STEPS: Decay = { form: "steps", weights: [1, 0.68, 0.22] };

/** Weight at the reach where nothing else is said: as good as nothing, but nobody in reach is forgotten (own choice). */
const AT_REACH = 0.01;

/** The weights of a decay within a reach in metres. Throws when a weight is negative or no number, when a step has none, or `atReach` is not within 0–1. */
export function weighBy(decay: Decay, reach: number): Weigh {
  switch (decay.form) {
    case "none":
      return (distance, count, weight) => {
        for (let k = 0; k < count; k++) weight[k] = (distance[k] as number) <= reach ? 1 : 0;
      };
    case "steps":
      return bySteps(decay.weights, reach);
    case "gaussian":
      return byGaussian(decay.atReach ?? AT_REACH, reach);
  }
}

/** Any function of the distance; with 3SFCA one that does not end at the reach lets residents turn to places beyond it, too. */
export function weighEach(weightOf: (metres: number) => number): Weigh {
  return (distance, count, weight) => {
    for (let k = 0; k < count; k++) weight[k] = weightOf(distance[k] as number);
  };
}

/** A distance of exactly the border between two rings belongs to the inner one, as one of exactly the reach is within it (rule C3). */
function bySteps(weights: readonly number[], reach: number): Weigh {
  if (weights.length === 0) throw new RangeError("steps without a weight");
  for (const weight of weights) if (!(weight >= 0)) throw new RangeError(`weight of a step is ${weight}`);
  const ofRing = Float64Array.from(weights);
  const borders = Float64Array.from(weights, (_, ring) => (reach * (ring + 1)) / weights.length);
  const last = weights.length - 1;
  return (distance, count, weight) => {
    for (let k = 0; k < count; k++) {
      const metres = distance[k] as number;
      let ring = 0;
      while (ring < last && metres > (borders[ring] as number)) ring++;
      weight[k] = metres <= reach ? (ofRing[ring] as number) : 0;
    }
  };
}

function byGaussian(atReach: number, reach: number): Weigh {
  if (!(atReach > 0 && atReach < 1)) throw new RangeError(`atReach is ${atReach}, not within 0–1`);
  const rate = reach > 0 ? Math.log(atReach) / (reach * reach) : 0;
  return (distance, count, weight) => {
    for (let k = 0; k < count; k++) {
      const metres = distance[k] as number;
      weight[k] = metres <= reach ? Math.exp(rate * metres * metres) : 0;
    }
  };
}
