import { questionRules, WAY_RULES } from "../../../commands/describe-question.ts";
import type { Anlaufpunkt } from "../../../domain/anlaufpunkt.ts";
import type { Localized } from "../../../domain/localized.ts";
import type { Provenance } from "../../../domain/provenance.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { shownClosure } from "../../../state/selectors/shown-closure.ts";
import { coverageProvenance } from "../versorgung/coverage-provenance.ts";

type Texts = (typeof scenarioTexts)["de"];
const both = (pick: (texts: Texts) => string): Localized => ({
  de: pick(scenarioTexts.de),
  en: pick(scenarioTexts.en),
});

/** By the same ways as the coverage itself; of one place, or of the city. */
export function closureProvenance(
  state: AppState,
  figure: "losing" | "nearest" | "one" | "several",
  place?: Anlaufpunkt,
): Provenance {
  const closure = shownClosure(state);
  if (!closure) throw new Error(`${figure} was asked before it was measured`);
  return {
    ...coverageProvenance(state, "residents_reached"),
    title: both((texts) => `${texts.closure}${place ? `: ${place.name || place.id}` : ""}`),
    formula: both((texts) => texts.closureFormulas[figure]),
    rules: ["C3", "C17", ...(closure.coverage.way === "walk" ? WAY_RULES : []), ...questionRules(state)],
  };
}
