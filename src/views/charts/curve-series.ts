/** A curve over distances that never falls: shares (0–1) at ascending metres. */
export interface CurveSeries {
  readonly key: string;
  readonly label: string;
  /** Undefined for what stands beside the others: drawn grey, thick, and below them. */
  readonly colour?: string | undefined;
  readonly metres: ArrayLike<number>;
  readonly share: ArrayLike<number>;
}

export interface CurveChartData {
  readonly series: readonly CurveSeries[];
  /** Metres where the axis ends. */
  readonly upTo: number;
  /** Distances that are marked by a thin line, with their names. */
  readonly marked: readonly { readonly metres: number; readonly label: string }[];
  readonly formatMetres: (value: number) => string;
  readonly formatShare: (value: number) => string;
}

/** Metres up to which a curve is worth drawing: where all but `rest` of those that get anywhere have arrived, and at least `least`. */
export function curveEnd({ metres, share }: Pick<CurveSeries, "metres" | "share">, least: number, rest = 0.01): number {
  const arrived = (share[share.length - 1] ?? 0) - rest;
  let end = 0;
  while (end < metres.length - 1 && (share[end] as number) < arrived) end++;
  return Math.max(least, metres[end] ?? 0);
}

/** The last share at most `x` metres on: curves are exact at their own places, between them they stand still. */
export function shareAt({ metres, share }: Pick<CurveSeries, "metres" | "share">, x: number): number {
  let at = 0;
  for (let k = 0; k < metres.length && (metres[k] as number) <= x; k++) at = share[k] as number;
  return at;
}
