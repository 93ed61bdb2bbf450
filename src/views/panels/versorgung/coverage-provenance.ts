import { filterWords, questionRules, WAY_RULES, wayWords } from "../../../commands/describe-question.ts";
import type { CoverageRow } from "../../../domain/coverage-row.ts";
import type { Localized } from "../../../domain/localized.ts";
import type { Provenance } from "../../../domain/provenance.ts";
import { coverageProvenanceTexts } from "../../../i18n/coverage-provenance-texts.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { kindList } from "../../../i18n/kind-list.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { activeLevel, sozialraumIndex } from "../../../state/selectors/active-level.ts";
import { activeScenario } from "../../../state/selectors/active-offers.ts";
import { networkReport, walkedOrigins } from "../../../state/selectors/walking-network.ts";

export type CoverageFigure = keyof (typeof coverageProvenanceTexts)["de"]["figures"];

type Texts = (typeof coverageProvenanceTexts)["de"];
const both = (pick: (texts: Texts) => string): Localized => ({
  de: pick(coverageProvenanceTexts.de),
  en: pick(coverageProvenanceTexts.en),
});

/** Where a figure of the coverage table comes from: of one Sozialraum, or of all when no row is given. */
export function coverageProvenance(state: AppState, figure: CoverageFigure, row?: CoverageRow): Provenance {
  const answer = state.transient.coverage;
  const { supply } = state.document;
  const level = activeLevel(state);
  if (!answer || !supply || !level) throw new Error(`${figure} was asked before it was measured`);
  const formats = formatsFor(state.view.lang);
  const { areas, city } = answer.coverage;
  const index = row ? sozialraumIndex(level, row.id) : undefined;
  const at = (values: ArrayLike<number>, whole: number) => (index === undefined ? whole : (values[index] ?? 0));
  const kinds = supply.kinds.filter((kind) => answer.kinds.includes(kind.id));
  const published = index === undefined ? undefined : level.sozialraeume[index]?.residents;
  const isWalked = restsOnWays(state, figure);
  const isEstimate = row?.basis === "area" || row?.basis === "residential-land";
  const inputs = [
    { label: both((texts) => texts.area), value: row?.name ?? coverageProvenanceTexts[state.view.lang].wholeCity },
    { label: both((texts) => texts.kinds), value: kindList(kinds, state.view.lang) },
    { label: both((texts) => texts.reach), value: formats.metres(answer.reach) },
    { label: both((texts) => texts.distance), value: wayWords(state) },
  ];
  const scenario = activeScenario(state);
  if (scenario) inputs.push({ label: both((texts) => texts.scenario), value: scenario.title });
  const filter = filterWords(state);
  if (filter.length > 0) inputs.push({ label: both((texts) => texts.filter), value: filter.join(" · ") });
  if (row) {
    inputs.push({
      label: both((texts) => texts.basis),
      value: versorgungTexts[state.view.lang].basis[row.basis ?? "none"],
    });
  }
  if (typeof published === "number") {
    const period = level.origin.period;
    inputs.push({
      label: both((texts) => texts.published),
      value: formats.count(published) + (period ? ` (${formats.period(period)})` : ""),
    });
  }
  return {
    title: { de: versorgungTexts.de.metrics[figure], en: versorgungTexts.en.metrics[figure] },
    formula: both((texts) => texts.figures[figure].formula),
    rules: [
      ...coverageProvenanceTexts.de.figures[figure].rules,
      ...(isWalked ? WAY_RULES : []),
      ...questionRules(state),
    ],
    inputs,
    n: at(areas.cells, city.cells),
    missing: at(areas.missing, city.missing),
    suppressed: at(areas.suppressed, city.suppressed),
    origins: [
      ...(supply.population ? [supply.population.origin] : []),
      ...supply.anlaufpunkteOrigins,
      ...(isWalked ? walkedOrigins(state) : []),
      level.origin,
    ],
    notes: [
      ...(isEstimate ? [both((texts) => texts.rough)] : []),
      ...(typeof published === "number" && supply.population ? [both((texts) => texts.twoDates)] : []),
      ...(isWalked && networkReport(state)?.format === "osm.pbf" ? [both((texts) => texts.walkableWays)] : []),
    ],
  };
}

const WITHOUT_WAYS: readonly CoverageFigure[] = ["residents", "anlaufpunkte_inside", "per_10000"];

/** Whether the figure was measured along the network. */
function restsOnWays({ transient }: AppState, figure: CoverageFigure): boolean {
  return transient.coverage?.way === "walk" && !WITHOUT_WAYS.includes(figure);
}
