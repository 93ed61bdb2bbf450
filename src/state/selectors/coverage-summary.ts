import type { CoverageStatus } from "../../domain/coverage-row.ts";
import type { Localized } from "../../domain/localized.ts";
import type { AppState } from "../app-state.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import { activeLevel } from "./active-level.ts";

/** What the headline says, as numbers. */
export interface CoverageSummary {
  readonly areas: number;
  readonly counts: Readonly<Record<CoverageStatus, number>>;
  /** Undefined where the package has no Anlaufpunkte: nobody knows who is without one. */
  readonly without: number | undefined;
  /** Undefined where the package says nothing of residents. */
  readonly residents: number | undefined;
  readonly unreached: number | undefined;
  readonly reach: number;
  readonly way: CoverageAnswer["way"];
  /** The one kind that was measured; undefined for several. */
  readonly kind?: { readonly id: string; readonly title: Localized } | undefined;
  readonly outsideResidents: number;
  readonly missingCells: number;
  readonly estimatedAreas: number;
}

const summaryByAnswer = new WeakMap<CoverageAnswer, CoverageSummary>();

/** The city's figures of the level that is shown; undefined until they are measured. The same object for the same answer. */
export function coverageSummary(state: AppState): CoverageSummary | undefined {
  const answer = state.transient.coverage;
  if (!answer || answer.levelId !== activeLevel(state)?.id) return undefined;
  let summary = summaryByAnswer.get(answer);
  if (!summary) {
    const { city, areas, outside, settings } = answer.coverage;
    const only = answer.kinds.length === 1 ? answer.kinds[0] : undefined;
    const kind = state.document.supply?.kinds.find((candidate) => candidate.id === only);
    summary = {
      areas: areas.status.length,
      counts: city.areas,
      without: known(city.without),
      residents: known(city.residents),
      unreached: known(city.unreached),
      reach: settings.reach,
      way: answer.way,
      kind: kind && { id: kind.id, title: kind.title },
      outsideResidents: outside.residents,
      missingCells: city.missing + city.suppressed,
      estimatedAreas: city.estimatedAreas,
    };
    summaryByAnswer.set(answer, summary);
  }
  return summary;
}

// The kernel says NaN for „no value“.
const known = (value: number) => (Number.isNaN(value) ? undefined : value);
