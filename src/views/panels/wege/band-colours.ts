import { interpolateGnBu } from "d3-scale-chromatic";
import type { FillPattern } from "../../../domain/legend.ts";

export interface BandFill {
  readonly colour: string;
  readonly pattern: FillPattern;
}

/** The nearer, the darker: ColorBrewer's green to blue, safe for all eyes. The loud orange of a gap is not among them. */
export function bandFills(bands: number): BandFill[] {
  return Array.from({ length: bands }, (_, band) => ({
    colour: interpolateGnBu(bands === 1 ? 0.7 : 0.95 - (0.63 * band) / (bands - 1)),
    pattern: "none",
  }));
}

/** Farther than the last band: warm beside the cool ones. */
export const BEYOND_FILL: BandFill = { colour: "rgb(233, 161, 91)", pattern: "none" };
export const NO_PLACE_FILL: BandFill = { colour: "rgb(138, 75, 18)", pattern: "none" };
export const UNKNOWN_FILL: BandFill = { colour: "rgb(221, 226, 228)", pattern: "hatch" };

/** Channels of a colour as they are written above, 0–255. */
export function channelsOf(colour: string): readonly [number, number, number] {
  const [red = 0, green = 0, blue = 0] = colour.match(/\d+/g)?.map(Number) ?? [];
  return [red, green, blue];
}
