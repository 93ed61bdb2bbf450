import type { SitesProposal } from "../sites-answer.ts";

/** A proposal in the units in which it is read. */
export interface SitesFigures {
  /** People newly reached, sites, or metres that the way is shorter on average – of the mean way itself where no place stays. */
  readonly value: number;
  /** The same of the proven bound. */
  readonly bound: number;
  /** 0–1: how far the proposal is from the bound at most. */
  readonly gap: number;
  /** Metres to the nearest on average with the new sites; NaN for the goals of reach. */
  readonly way: number;
  /** No place stays, so that there is no way that could become shorter. */
  readonly fromNothing: boolean;
  /** Share of the people who have a place within reach with all new sites; NaN for the goal of ways. */
  readonly reachedShare: number;
  /** Per site what it adds (people, or person-metres), and what holds when it and those before it stand: share reached, or metres shorter. */
  readonly gains: readonly number[];
  readonly together: readonly number[];
}

export function sitesFigures({ proposal }: Pick<SitesProposal, "proposal">): SitesFigures {
  const { goal, value, bound, gap, total, before, ways } = proposal;
  const gains = [...proposal.gains];
  let sum = 0;
  const sums = gains.map((gain) => {
    sum += gain;
    return sum;
  });
  const share = (reached: number) => (total > 0 ? reached / total : Number.NaN);
  if (goal !== "shortest-ways") {
    const together = sums.map((reached) => share(before + reached));
    const reachedShare = share(before + sum);
    return { value, bound, gap, way: Number.NaN, fromNothing: false, reachedShare, gains, together };
  }
  const fromNothing = Number.isNaN(before);
  const way = share(ways);
  const least = share(ways - (bound - value));
  return {
    value: fromNothing ? way : share(value),
    bound: fromNothing ? least : share(bound),
    gap: fromNothing ? (way > 0 ? (way - least) / way : 0) : gap,
    way,
    fromNothing,
    reachedShare: Number.NaN,
    gains,
    together: sums.map(share),
  };
}
