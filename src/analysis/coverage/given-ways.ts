/** Ways that are known already (from a table, from another run): those of site s are starts[s] … starts[s+1]−1, each point once. */
export interface GivenWays {
  readonly starts: Uint32Array;
  /** Indices of points of the demand. */
  readonly point: Uint32Array;
  /** Metres, ≥ 0. */
  readonly metres: Float64Array;
}

/** Sites and points with a way between them, site by site: never all at once, as in a country they would not fit. */
export interface SitePairs {
  readonly points: number;
  readonly sites: number;
  /** The points of one site with the distances in metres: entries 0 … count−1. Lent until the next call. */
  of(site: number): { readonly count: number; readonly point: Uint32Array; readonly distance: Float64Array };
}
