/** Colours of the quiet background: grey paper, hardly any green, a blue-grey water. MapLibre wants literals, not CSS variables. */
export const INK = {
  land: "#f3f4f3",
  built: "#e9ebea",
  green: "#e8eee7",
  water: "#cdd9e0",
  waterLine: "#c2d0d8",
  street: "#ffffff",
  rail: "#b9bfc3",
  /** An area of which nothing is known yet. */
  unclassed: "#e9edee",
  border: "#ffffff",
  outline: "#33424d",
  focus: "#111a20",
  label: "#3d4a54",
  labelQuiet: "#66747e",
  labelWater: "#5d7f93",
  halo: "#ffffff",
} as const;

/**
 * Labels are drawn by the browser from local fonts: MapLibre hands this list to a canvas. Quotes are needed because a CSS
 * name may not have a word that begins with a digit; the weight is read from the first name, which no machine has.
 */
const FAMILIES = ['"Source Sans 3 Variable"', '"Source Sans 3"', "system-ui"];
export const TEXT_REGULAR: string[] = FAMILIES;
export const TEXT_STRONG: string[] = ['"Map Semibold"', ...FAMILIES];
