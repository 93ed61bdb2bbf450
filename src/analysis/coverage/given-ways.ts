/** Ways that are known already (along a network, from a table): those of site s are starts[s] … starts[s+1]−1, each point once. */
export interface GivenWays {
  readonly starts: Uint32Array;
  /** Indices of points of the demand. */
  readonly point: Uint32Array;
  /** Metres, ≥ 0. */
  readonly metres: Float64Array;
}
