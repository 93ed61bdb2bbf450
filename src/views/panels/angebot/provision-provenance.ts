import { questionRules, WAY_RULES } from "../../../commands/describe-question.ts";
import type { Localized } from "../../../domain/localized.ts";
import type { Provenance } from "../../../domain/provenance.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { coverageRow } from "../../../state/selectors/coverage-rows.ts";
import { type ProvisionRow, shownProvision } from "../../../state/selectors/provision-rows.ts";
import { walkedOrigins } from "../../../state/selectors/walking-network.ts";
import { coverageProvenance } from "../versorgung/coverage-provenance.ts";
import { valueText, valueTitle } from "./provision-words.ts";

export type ProvisionFigure = "value" | "toCity" | "noneInReach";

type Texts = (typeof provisionTexts)["de"];
const both = (pick: (texts: Texts) => string): Localized => ({
  de: pick(provisionTexts.de),
  en: pick(provisionTexts.en),
});

/** Where a figure of the provision comes from: of one Sozialraum, or of the city when no row is given. */
export function provisionProvenance(state: AppState, figure: ProvisionFigure, row?: ProvisionRow): Provenance {
  const answer = shownProvision(state);
  if (!answer) throw new Error(`${figure} was asked before it was measured`);
  const { choice, unit, city, coverage, unknownCapacity } = answer;
  const { lang } = state.view;
  const formats = formatsFor(lang);
  const texts = provisionTexts[lang].provenance;
  const isInside = choice.measure === "per-10000";
  const base = coverageProvenance(
    state,
    figure === "noneInReach" ? "residents_unreached" : "per_10000",
    row && coverageRow(state, row.id),
  );
  const isWalked = !isInside && coverage.way === "walk";
  const inputs = [...base.inputs, ...(figure === "noneInReach" ? [] : ofMeasure())];
  const formula: Localized =
    figure === "noneInReach"
      ? both(({ provenance }) => provenance.noneInReach)
      : figure === "toCity"
        ? both(({ provenance }) => `${provenance.toCity} ${provenance.formulas[choice.measure]}`)
        : both(({ provenance }) => provenance.formulas[choice.measure]);
  return {
    ...base,
    title: titleOf(),
    formula,
    rules: [...(isInside ? ["C8"] : ["C3", "C15"]), ...(isWalked ? WAY_RULES : []), ...questionRules(state)],
    inputs,
    // Of what is shared the base knows no ways: it counts what stands inside.
    origins: [...base.origins, ...(isWalked && figure !== "noneInReach" ? walkedOrigins(state) : [])],
    notes: [...base.notes, ...(figure !== "noneInReach" && !isInside ? [both((own) => own.unit[unit])] : [])],
  };

  function titleOf(): Localized {
    if (figure === "noneInReach") return both((own) => own.noneInReach);
    if (figure === "toCity") return both((own) => `${own.toCity}: ${own.methods[choice.measure].title}`);
    return both((own) => `${own.methods[choice.measure].title}: ${valueTitle({ choice, unit }, own)}`);
  }

  function ofMeasure() {
    const own = provisionTexts[lang];
    const entries = [{ label: both((each) => each.provenance.measure), value: own.methods[choice.measure].title }];
    if (choice.decay) entries.push({ label: both((each) => each.provenance.decay), value: own.decay[choice.decay] });
    const places = formats.count(coverage.places.length);
    entries.push({
      label: both((each) => each.provenance.supply),
      value: unit === "place" ? texts.places(places) : texts.capacities(formats.decimal(city.supply, 1), places),
    });
    if (unknownCapacity > 0 && !isInside) {
      entries.push({ label: both((each) => each.provenance.unknown), value: formats.count(unknownCapacity) });
    }
    if (row) {
      entries.push({
        label: both((each) => each.provenance.cityValue),
        value: valueText(city.value, { choice, city }, formats),
      });
    }
    return entries;
  }
}
