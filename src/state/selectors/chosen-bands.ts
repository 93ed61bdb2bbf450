import { metresWalked, WALK_MINUTES } from "../../domain/walking-time.ts";
import { BANDS_MOST, DEFAULT_VIEW, REACH_LIMITS, type Speed, type View } from "../view.ts";

/** Walking times at a speed as limits of bands. */
export function minuteBands(speed: Speed): number[] {
  return WALK_MINUTES.map((minutes) => metresWalked(minutes, speed));
}

/** Which preset the bands of the view are; `own` for all others. */
export function bandsPreset({ bands, speed }: Pick<View, "bands" | "speed">): "metres" | "minutes" | "own" {
  const same = (other: readonly number[]) => other.join() === bands.join();
  if (same(DEFAULT_VIEW.bands)) return "metres";
  return same(minuteBands(speed)) ? "minutes" : "own";
}

/** „300, 500 800“ → limits in metres, ascending, each once; undefined when a part is none, or there are too many. */
export function bandsFromText(text: string): number[] | undefined {
  const parts = text
    .replace(/\bm\b/g, " ")
    .split(/[\s,;/·]+/)
    .filter((part) => part !== "");
  const numbers = parts.map((part) => (/^\d{1,3}(\.\d{3})+$|^\d+$/.test(part) ? Number(part.replaceAll(".", "")) : 0));
  const limits = [...new Set(numbers)].sort((a, b) => a - b);
  if (limits.length === 0 || limits.length > BANDS_MOST) return undefined;
  return limits.every((limit) => limit >= REACH_LIMITS.least && limit <= REACH_LIMITS.most) ? limits : undefined;
}
