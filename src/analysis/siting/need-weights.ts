/** How much more (above 1) or less the residents of each Sozialraum weigh. */
export interface NeedWeights {
  /** One factor ≥ 0 per area, 1 on average over the residents of areas with a known value; NaN = not known. */
  readonly need: Float64Array;
  /** Areas with residents and no known value, and their residents. */
  readonly unknown: number;
  readonly residentsUnknown: number;
}

export interface NeedOptions {
  /** The values count people or things: they are divided by the residents first, else a large area would weigh twice. */
  readonly isCount: boolean;
  /** More is better: the need is how far a value lies below the highest one. */
  readonly isMoreBetter: boolean;
}

/**
 * Turns the values of an indicator, one per area, into factors on residents (own rule): proportional to the value – of counts to the value per
 * resident, of what is good in plenty to the distance to the highest value –, scaled so that weighted and unweighted residents have
 * the same sum. Areas without residents weigh 0: nobody is there to be weighed.
 * @param values NaN = not known
 * @param residents one per area; NaN = none known
 * @returns undefined where values below zero are no need, or where no need is left at all
 */
export function needWeights(
  values: Float64Array,
  residents: Float64Array,
  { isCount, isMoreBetter }: NeedOptions,
): NeedWeights | undefined {
  if (values.length !== residents.length) throw new RangeError(`${values.length} values for ${residents.length} areas`);
  const raw = values.map((value, a) => {
    const people = residents[a] as number;
    return isCount ? (people > 0 ? value / people : Number.NaN) : value;
  });
  let highest = Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  for (const value of raw) {
    if (value > highest) highest = value;
    if (value < lowest) lowest = value;
  }
  if (!isMoreBetter && lowest < 0) return undefined;
  let sum = 0;
  let people = 0;
  let unknown = 0;
  let residentsUnknown = 0;
  const need = raw.map((value) => (isMoreBetter ? highest - value : value));
  for (let a = 0; a < need.length; a++) {
    const here = residents[a] as number;
    if (!(here > 0)) need[a] = 0;
    else if (Number.isNaN(need[a] as number)) {
      unknown++;
      residentsUnknown += here;
    } else {
      sum += here * (need[a] as number);
      people += here;
    }
  }
  if (!(sum > 0)) return undefined;
  const mean = sum / people;
  return { need: need.map((value) => value / mean), unknown, residentsUnknown };
}
