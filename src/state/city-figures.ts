/** The city's figures that a what-if is judged by; NaN = no value. */
export interface CityFigures {
  readonly residents_reached: number;
  readonly reached_share: number;
  readonly residents_unreached: number;
  readonly without: number;
  readonly gap: number;
}
