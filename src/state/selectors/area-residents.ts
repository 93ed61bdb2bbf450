import { isKnown } from "../../domain/measured.ts";
import type { Level } from "../../domain/sozialraum.ts";
import type { AppState } from "../app-state.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import type { AreaResidents } from "../indicator-map.ts";
import { activeLevel } from "./active-level.ts";

const published = new WeakMap<Level, AreaResidents>();
const counted = new WeakMap<CoverageAnswer["demand"], AreaResidents>();

/**
 * Residents per Sozialraum of the level that is shown: the published totals where the source has such a column, else the sums of the
 * cells. Undefined when nobody knows. The same object for the same data.
 */
export function areaResidents(state: AppState): AreaResidents | undefined {
  const level = activeLevel(state);
  if (!level) return undefined;
  if (level.sozialraeume.some((area) => isKnown(area.residents))) {
    let residents = published.get(level);
    if (!residents) {
      const values = Float64Array.from(level.sozialraeume, ({ residents: value }) =>
        isKnown(value) ? value : Number.NaN,
      );
      residents = { values, basis: "published", origins: [level.origin] };
      published.set(level, residents);
    }
    return residents;
  }
  const { coverage } = state.transient;
  const { population } = state.document.supply ?? {};
  if (!population || coverage?.levelId !== level.id) return undefined;
  let residents = counted.get(coverage.demand);
  if (!residents) {
    residents = { values: coverage.coverage.areas.residents, basis: "cells", origins: [population.origin] };
    counted.set(coverage.demand, residents);
  }
  return residents;
}
