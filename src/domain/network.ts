/** The walking network as read: edges with their line; ends that meet are one node. Flat arrays, degrees. */
export interface Network {
  /** Interleaved lon, lat of all lines; edge e has the vertices lineStarts[e] … lineStarts[e+1]−1. */
  readonly coordinates: Float64Array;
  readonly lineStarts: Uint32Array;
  /** Length as stated by the source; NaN = to be measured along the line. */
  readonly lengthMetres: Float64Array;
  /** Index into `classes`. */
  readonly classIndex: Uint8Array;
  readonly classes: readonly string[];
  /** 1 = only in the direction of the line. */
  readonly oneWay: Uint8Array;
  readonly resource: string;
}
