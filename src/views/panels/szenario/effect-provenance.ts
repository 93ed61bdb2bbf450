import type { Provenance } from "../../../domain/provenance.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import type { CityFigures } from "../../../state/city-figures.ts";
import { activeScenario } from "../../../state/selectors/active-offers.ts";
import { changedPlaces } from "../../../state/selectors/scenario-summary.ts";
import { type CoverageFigure, coverageProvenance } from "../versorgung/coverage-provenance.ts";

/** The measure of the coverage table that a row of the comparison adds up. */
const FIGURES: Readonly<Record<keyof CityFigures, CoverageFigure>> = {
  residents_reached: "residents_reached",
  reached_share: "reached_share",
  residents_unreached: "residents_unreached",
  without: "anlaufpunkte_inside",
  gap: "reached_share",
};

/** As the coverage itself, with what the what-if changes beside the data. */
export function effectProvenance(state: AppState, row: keyof CityFigures): Provenance {
  const formats = formatsFor(state.view.lang);
  const texts = scenarioTexts[state.view.lang];
  const provenance = coverageProvenance(state, FIGURES[row]);
  const changes = changedPlaces(state).map(
    ({ place, changes }) =>
      `${place.name || place.id} (${formats.list(changes.map((change) => texts.changes[change]))})`,
  );
  if (!activeScenario(state)) return provenance;
  return {
    ...provenance,
    rules: [...provenance.rules, "C18"],
    inputs: [
      ...provenance.inputs,
      {
        label: { de: scenarioTexts.de.changesTitle, en: scenarioTexts.en.changesTitle },
        value: changes.join("; "),
      },
    ],
  };
}
