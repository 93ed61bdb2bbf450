/** Most residents newly reached (MCLP), fewest sites that reach all (LSCP), shortest ways (p-median). */
export type SitingGoal = "most-reached" | "fewest-sites" | "shortest-ways";

export interface SitingOptions {
  readonly goal: SitingGoal;
  /** The most sites to choose; not asked for by `fewest-sites`. */
  readonly sites: number;
  /** Metres; exactly the reach counts. Not asked for by `shortest-ways`. */
  readonly reach: number;
  /** Factor on the straight line; default 1. */
  readonly detour?: number | undefined;
  /** The same seed gives the same sites; default 1. */
  readonly seed?: number | undefined;
  /** How often the search begins anew; default 10. */
  readonly restarts?: number | undefined;
}

/** The best choice so far with its proven bound. Weights are residents, times need where the question has it. */
export interface SitingAnswer {
  readonly goal: SitingGoal;
  /** Candidates, in the order in which each adds most. */
  readonly sites: Uint32Array;
  /** What each adds to those before it: weight newly reached, or weight × metres saved. */
  readonly gains: Float64Array;
  /** What the goal counts: weight newly reached, number of sites, or weight × metres saved. */
  readonly value: number;
  /** Proven: no choice is better than this; `value` where the choice itself is proven. */
  readonly bound: number;
  readonly isProven: boolean;
  /** How far the choice is from the best at most, as a share (0–1) of the bound; for `fewest-sites` of the value. */
  readonly gap: number;
  /** Weight of all points that count. */
  readonly total: number;
  /** Before any new site: weight reached, or weight × metres to the nearest (NaN where no site stays). */
  readonly before: number;
  /** Weight × metres left with the chosen sites; NaN for the goals of reach. */
  readonly ways: number;
  /** For `fewest-sites`: weight newly reached when all candidates are taken, which is what the sites reach; else NaN. */
  readonly reachable: number;
  /** Candidates that were asked, and how many there are: fewer where ways without any site that stays would not fit into memory. */
  readonly asked: number;
  readonly candidates: number;
  /** Share of the planned search that is done, 0–1. */
  readonly progress: number;
}
