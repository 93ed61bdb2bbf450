import type { Indicator } from "../../domain/indicator.ts";
import type { ResolvedValue } from "../../domain/indicator-result.ts";
import type { Localized } from "../../domain/localized.ts";
import type { Period } from "../../domain/period.ts";
import type { Origin, Provenance } from "../../domain/provenance.ts";
import { formatsFor } from "../../i18n/formats.ts";
import { valueProvenanceTexts } from "../../i18n/value-provenance-texts.ts";
import { valueText } from "../../i18n/value-text.ts";
import type { AppState } from "../../state/app-state.ts";

type Texts = (typeof valueProvenanceTexts)["de"];
const both = (pick: (texts: Texts) => string): Localized => ({
  de: pick(valueProvenanceTexts.de),
  en: pick(valueProvenanceTexts.en),
});

/** Where the value of an indicator comes from. */
export function valueProvenance(
  state: AppState,
  indicator: Indicator,
  area: string,
  period: Period,
  value: ResolvedValue,
): Provenance {
  const { lang } = state.view;
  const formats = formatsFor(lang);
  const inputs = [
    { label: both((texts) => texts.area), value: area },
    { label: both((texts) => texts.period), value: formats.period(period) },
    { label: both((texts) => texts.value), value: valueText(value, indicator, lang) },
  ];
  if (value.numerator !== undefined && value.denominator !== undefined) {
    inputs.push(
      { label: both((texts) => texts.numerator), value: formats.decimal(value.numerator, 1) },
      { label: both((texts) => texts.denominator), value: formats.decimal(value.denominator, 1) },
    );
  }
  return {
    title: indicator.title,
    formula: both((texts) => texts.formula[value.how]),
    rules: [],
    inputs,
    n: value.n,
    missing: value.missing,
    suppressed: value.suppressed,
    origins: originsOf(state, indicator, period),
    notes: [
      ...(value.incomplete ? [both((texts) => texts.incomplete)] : []),
      ...(indicator.description ? [indicator.description] : []),
    ],
  };
}

/** The resources that hold observations of the indicator – or of its numerator and denominator – in that period. */
function originsOf(state: AppState, indicator: Indicator, period: Period): Origin[] {
  const { records } = state.document;
  if (!records) return [];
  const wanted = new Set([indicator.id, indicator.numerator, indicator.denominator]);
  const resources = new Set<string>();
  records.observations.indicator.forEach((id, index) => {
    if (wanted.has(id) && records.observations.period[index] === period) {
      resources.add(records.observations.resource[index] as string);
    }
  });
  return records.observationOrigins.filter((origin) => resources.has(origin.resource));
}
