import { interpolateBuPu } from "d3-scale-chromatic";

/** The light end begins where a fill still stands out from the paper of the map; the dark end stops before it turns black. */
const LIGHTEST = 0.14;
const DARKEST = 0.94;
/** A single class lies in the middle. */
const MIDDLE = 0.55;

/**
 * Fills from light to dark for k classes, equally far apart: ColorBrewer's BuPu (Harrower & Brewer 2003), safe for colour blindness
 * and apart from the teal and the orange of the coverage. Darker is always more.
 */
export function classColours(k: number): string[] {
  return Array.from({ length: k }, (_, i) =>
    hex(interpolateBuPu(k === 1 ? MIDDLE : LIGHTEST + (i / (k - 1)) * (DARKEST - LIGHTEST))),
  );
}

/** Published classes without an order: hues that differ in lightness, too (after Paul Tol's „muted“). */
const CATEGORY_COLOURS = ["#9fc6de", "#e2d2a2", "#5f6db3", "#a3517f", "#7a8a3a", "#3a2a66", "#c99fb8", "#575e63"];

/** Fills for k published classes: in order of lightness where the classes are ordered, else by hue. */
export function categoryColours(k: number, ordered: boolean): string[] {
  if (ordered) return classColours(k);
  return Array.from({ length: k }, (_, i) => CATEGORY_COLOURS[i % CATEGORY_COLOURS.length] as string);
}

/** Circles of counts: dark enough to be seen on grey, with other circles showing through. */
export const CIRCLE_COLOUR = "#6b4a9e";

/** Grounds for those without a value; the pattern says why. */
export const MISSING_COLOUR = "#e4e7e8";
/** Ground under circles. */
export const BLANK_COLOUR = "#e9ebee";

function hex(rgb: string): string {
  const channels = rgb.match(/\d+/g) ?? [];
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}
