import type { Anlaufpunkt } from "../../../domain/anlaufpunkt.ts";
import type { Localized } from "../../../domain/localized.ts";
import type { Provenance } from "../../../domain/provenance.ts";
import { coverageProvenanceTexts } from "../../../i18n/coverage-provenance-texts.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { shownClosure } from "../../../state/selectors/shown-closure.ts";
import { coverageProvenance, questionRules } from "../versorgung/coverage-provenance.ts";

type Texts = (typeof scenarioTexts)["de"];
const both = (pick: (texts: Texts) => string): Localized => ({
  de: pick(scenarioTexts.de),
  en: pick(scenarioTexts.en),
});

/** As the coverage itself, by the straight line; of one place, or of the city. */
export function closureProvenance(
  state: AppState,
  figure: "losing" | "nearest" | "one" | "several",
  place?: Anlaufpunkt,
): Provenance {
  const closure = shownClosure(state);
  if (!closure) throw new Error(`${figure} was asked before it was measured`);
  const base = coverageProvenance(state, "residents_reached");
  const { lang } = state.view;
  const { detour, coverage } = closure;
  const straight = coverageProvenanceTexts[lang].straight;
  const distance = {
    label: { de: coverageProvenanceTexts.de.distance, en: coverageProvenanceTexts.en.distance },
    value: detour === 1 ? straight : `${straight} × ${formatsFor(lang).decimal(detour, 2)}`,
  };
  return {
    ...base,
    title: both((texts) => `${texts.closure}${place ? `: ${place.name || place.id}` : ""}`),
    formula: both((texts) => texts.closureFormulas[figure]),
    rules: ["C3", "C17", ...questionRules(state)],
    inputs: base.inputs.map((input) => (input.label.de === distance.label.de ? distance : input)),
    notes: [...base.notes, ...(coverage.way === "walk" ? [both((texts) => texts.closureStraight)] : [])],
  };
}
