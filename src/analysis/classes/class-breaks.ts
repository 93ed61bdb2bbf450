import { ckmeans } from "simple-statistics";
import { roundBreak } from "./round-break.ts";

export type BreakMethod = "quantile" | "equal" | "jenks";

/** Class i holds the values from `breaks[i − 1]` up to, not including, `breaks[i]`: „von … bis unter …“. */
export interface ClassBreaks {
  readonly method: BreakMethod;
  /** Classes that were asked for; `breaks.length + 1` were made. */
  readonly wanted: number;
  /** Ascending, without repetition. */
  readonly breaks: Float64Array;
  /** Smallest and largest value of the scope. */
  readonly least: number;
  readonly most: number;
  /** Values that the classes rest on. */
  readonly n: number;
}

/**
 * Breaks of a series of values, to be made once over all its periods so that maps of different years can be compared.
 *
 * - `quantile`: as many values in every class as ties allow, give or take one in 200 where a break would need more than three
 *   digits. Equal values are never parted; where they fill more than one class, fewer classes are made.
 * - `equal`: classes of the same width; one may be empty.
 * - `jenks`: least squares within the classes, the optimum by dynamic programming (Fisher 1958; Wang & Song 2011, `ckmeans`).
 *
 * Breaks are rounded as far as no value changes its class. There are never more classes than distinct values.
 * @param values any unit; NaN = no value, left out.
 * @param n wanted classes, a whole number from 1.
 * @returns undefined when there is no value at all.
 * @throws when n is no whole number ≥ 1, or a value is infinite.
 */
export function classBreaks(values: ArrayLike<number>, method: BreakMethod, n: number): ClassBreaks | undefined {
  if (!Number.isInteger(n) || n < 1) throw new Error(`classes must be a whole number from 1, got ${n}`);
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  if (sorted.length === 0) return undefined;
  const least = sorted[0] as number;
  const most = sorted[sorted.length - 1] as number;
  if (!Number.isFinite(least) || !Number.isFinite(most)) throw new Error("a value to classify is infinite");
  const levels = distinct(sorted);
  const k = Math.min(n, levels.values.length);
  const breaks =
    method === "equal"
      ? equalBreaks(levels.values, k)
      : cutsOf(method, sorted, levels, k).map((cut) => breakAt(levels.values, cut));
  return { method, wanted: n, breaks: Float64Array.from(breaks), least, most, n: sorted.length };
}

interface Levels {
  readonly values: Float64Array;
  /** Values smaller than `values[i]`. */
  readonly below: Uint32Array;
}

function distinct(sorted: Float64Array): Levels {
  const values: number[] = [];
  const below: number[] = [];
  sorted.forEach((value, i) => {
    if (value === values[values.length - 1]) return;
    values.push(value);
    below.push(i);
  });
  return { values: Float64Array.from(values), below: Uint32Array.from(below) };
}

/** Indices of the distinct values with which a new class begins. */
function cutsOf(method: "quantile" | "jenks", sorted: Float64Array, levels: Levels, k: number): number[] {
  if (k === 1) return [];
  return method === "quantile" ? quantileCuts(sorted.length, levels, k) : jenksCuts(sorted, levels, k);
}

/** A border of quantiles that needs more digits than these may move by this share of the values, to where fewer are enough. */
const ENOUGH_DIGITS = 3;
const QUANTILE_PLAY = 1 / 200;

/**
 * For each wanted border the place between two distinct values that is nearest to it – or, where there are many values, a place hardly
 * farther off with a rounder break. Borders that meet become one.
 */
function quantileCuts(n: number, { values, below }: Levels, k: number): number[] {
  const cuts = new Set<number>();
  const play = Math.floor(n * QUANTILE_PLAY);
  for (let i = 1; i < k; i++) {
    const wanted = (i * n) / k;
    const distance = (cut: number) => Math.abs((below[cut] as number) - wanted);
    let nearest = 1;
    for (let cut = 2; cut < below.length; cut++) if (distance(cut) < distance(nearest)) nearest = cut;
    let best = nearest;
    let digits = digitsOf(breakAt(values, nearest));
    const tooMany = play > 0 && digits > ENOUGH_DIGITS;
    for (let cut = 1; tooMany && cut < below.length; cut++) {
      if (distance(cut) > play || cut === nearest) continue;
      const here = Math.max(ENOUGH_DIGITS, digitsOf(breakAt(values, cut)));
      if (here < digits || (here === digits && distance(cut) < distance(best))) [best, digits] = [cut, here];
    }
    cuts.add(best);
  }
  return [...cuts].sort((a, b) => a - b);
}

/** Digits that a number needs, leading and closing zeros aside: 1200 → 2, 0.05 → 1. */
function digitsOf(value: number): number {
  return value.toExponential().replace(/e.*$/, "").replace(/\D/g, "").length;
}

function jenksCuts(sorted: Float64Array, { values }: Levels, k: number): number[] {
  const clusters = ckmeans(Array.from(sorted), k);
  const starts = new Set(clusters.map((cluster) => cluster[0] as number));
  const cuts: number[] = [];
  values.forEach((value, i) => {
    if (i > 0 && starts.has(value)) cuts.push(i);
  });
  return cuts;
}

/** A round number between the last value of one class and the first of the next, which begins at `cut`. */
function breakAt(values: Float64Array, cut: number): number {
  const low = values[cut - 1] as number;
  const high = values[cut] as number;
  return roundBreak(low, high, low + (high - low) / 2, Number.POSITIVE_INFINITY);
}

/** A rounded border may leave the exact one by this share of the class's width, no more: else the widths are no longer equal. */
const EQUAL_TOLERANCE = 0.05;

function equalBreaks(values: Float64Array, k: number): number[] {
  const least = values[0] as number;
  const width = ((values[values.length - 1] as number) - least) / k;
  const breaks: number[] = [];
  for (let i = 1; i < k; i++) {
    const exact = least + i * width;
    let high = values.findIndex((value) => value >= exact);
    if (high < 0) high = values.length - 1;
    const low = values[high - 1] ?? least;
    breaks.push(roundBreak(low, values[high] as number, exact, EQUAL_TOLERANCE * width));
  }
  // Widths beneath the precision of numbers would repeat a break.
  return [...new Set(breaks)];
}
