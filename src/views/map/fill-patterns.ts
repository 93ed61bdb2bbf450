import type { FillPattern } from "./map-scene.ts";
import { drawIcon, type RasterIcon } from "./raster-icon.ts";

/** Patterns lie above the fill: dark on light classes, light on dark ones. */
type PatternInk = "dark" | "light";
export interface PatternImage {
  readonly pattern: Exclude<FillPattern, "none">;
  readonly ink: PatternInk;
}

export const patternKey = ({ pattern, ink }: PatternImage) => `pattern-${pattern}-${ink}`;

/** The pattern of a class, with the ink that shows on its colour; undefined when it has none. */
export function patternOf(pattern: FillPattern, colour: string): PatternImage | undefined {
  return pattern === "none" ? undefined : { pattern, ink: luminance(colour) > 0.42 ? "dark" : "light" };
}

/** Relative luminance (WCAG 2.2) of a colour written as #rrggbb or rgb(r g b); mid-grey for anything else. */
export function luminance(colour: string): number {
  const hex = /^#([0-9a-f]{6})/i.exec(colour)?.[1];
  const channels = hex
    ? [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    : (/^rgba?\(([^)]+)/i
        .exec(colour)?.[1]
        ?.match(/[\d.]+/g)
        ?.map(Number) ?? []);
  const [r, g, b] = channels.map((value) => {
    const s = value / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  if (r === undefined || g === undefined || b === undefined) return 0.5;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const INKS: Record<PatternInk, string> = { dark: "rgb(40 52 60 / 38%)", light: "rgb(255 255 255 / 42%)" };
const TILE = 8;

/** One tile of the pattern; it repeats without a seam. */
export function patternIcon({ pattern, ink }: PatternImage): RasterIcon {
  return drawIcon(TILE, 4, (pen) => {
    pen.strokeStyle = INKS[ink];
    pen.fillStyle = INKS[ink];
    pen.lineWidth = 1.2;
    const stroke = (slope: 1 | -1) => {
      pen.beginPath();
      for (let offset = -TILE; offset <= TILE; offset += TILE) {
        pen.moveTo(offset - 1, slope > 0 ? TILE + 1 : -1);
        pen.lineTo(offset + TILE + 1, slope > 0 ? -1 : TILE + 1);
      }
      pen.stroke();
    };
    if (pattern === "hatch") stroke(1);
    if (pattern === "cross") {
      stroke(1);
      stroke(-1);
    }
    if (pattern === "dots") {
      for (const at of [TILE / 4, (3 * TILE) / 4]) {
        pen.beginPath();
        pen.arc(at, at, 1.1, 0, 2 * Math.PI);
        pen.fill();
      }
    }
  });
}
