import type { Language } from "../../../domain/localized.ts";
import type { HeadlineFigures } from "../../../i18n/versorgung-texts.ts";
import type { CoverageSummary } from "../../../state/selectors/coverage-summary.ts";

/** The summary in the form that the sentence takes. */
export function headlineFigures(summary: CoverageSummary, language: Language): HeadlineFigures {
  return {
    areas: summary.areas,
    unknown: summary.counts.unknown,
    without: summary.without,
    gaps: summary.counts.gap,
    residents: summary.residents,
    unreached: summary.unreached,
    reach: summary.reach,
    way: summary.way,
    kind: summary.kind && { id: summary.kind.id, title: summary.kind.title[language] },
  };
}
