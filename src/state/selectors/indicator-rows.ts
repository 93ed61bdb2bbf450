import type { ResolvedValue } from "../../domain/indicator-result.ts";
import type { AppState } from "../app-state.ts";
import type { IndicatorMap } from "../indicator-map.ts";
import { activeLevel, parentLevel, sozialraumIndex } from "./active-level.ts";

/** How far a value is from what stands beside it: a difference in its own unit, a relative one, or a share of the whole. */
export type DistanceKind = "points" | "unit" | "percent" | "share-of-city";

/** One Sozialraum in the comparison. */
export interface IndicatorRow {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  readonly parentName?: string | undefined;
  /** As the database answered it. */
  readonly resolved: ResolvedValue;
  /** As it is shown: in the indicator's unit or per 1,000 residents; undefined = no number. */
  readonly shown?: number | undefined;
  /** In the unit of `distanceKind`; per cent and shares as 0–1. */
  readonly distance?: number | undefined;
  /** Place from the largest value down; undefined without a value. */
  readonly rank?: number | undefined;
}

/** What may be compared how: counts are parts of the whole, shares differ by points, rates relatively, all else in its unit. */
export function distanceKind({ form, indicator }: IndicatorMap): DistanceKind | undefined {
  if (form === "categories") return undefined;
  if (form === "circles") return "share-of-city";
  if (form === "per-residents" || indicator.kind === "rate") return "percent";
  return indicator.kind === "share" ? "points" : "unit";
}

function distanceOf(map: IndicatorMap, value: number | undefined, at = map.at): number | undefined {
  const reference = map.periods[at]?.reference;
  const kind = distanceKind(map);
  if (value === undefined || reference === undefined || kind === undefined) return undefined;
  if (kind === "points" || kind === "unit") return value - reference;
  // A part of nothing, and of a median, is no share.
  if (reference === 0 || (kind === "share-of-city" && map.reference === "median")) return undefined;
  return kind === "percent" ? (value - reference) / reference : value / reference;
}

const rowsOfMap = new WeakMap<IndicatorMap, readonly IndicatorRow[]>();

/** The answer of the comparison, if it belongs to the level that is shown. */
export function activeIndicatorMap(state: AppState): IndicatorMap | undefined {
  const map = state.transient.answers.indicatorMap;
  return map && map.matrix.level === activeLevel(state)?.id ? map : undefined;
}

/** All Sozialräume of the level with the indicator in the chosen period; the same array for the same answer. */
export function indicatorRows(state: AppState): readonly IndicatorRow[] | undefined {
  const map = activeIndicatorMap(state);
  const level = activeLevel(state);
  const period = map?.matrix.periods[map.at];
  if (!map || !level || !period) return undefined;
  let rows = rowsOfMap.get(map);
  if (!rows) {
    const parents = parentLevel(state);
    const shown = map.periods[map.at]?.areas;
    rows = level.sozialraeume.flatMap((area, index): IndicatorRow[] => {
      const resolved = period.areas[index];
      if (!resolved) return [];
      const value = shown?.[index];
      const number = value === undefined || Number.isNaN(value) ? undefined : value;
      const parent = parents && sozialraumIndex(parents, area.parent);
      return [
        {
          index,
          id: area.id,
          name: area.name,
          parentName: parent === undefined ? undefined : parents?.sozialraeume[parent]?.name,
          resolved,
          shown: number,
          distance: distanceOf(map, number),
          rank: map.ranks[index] || undefined,
        },
      ];
    });
    rowsOfMap.set(map, rows);
  }
  return rows;
}
