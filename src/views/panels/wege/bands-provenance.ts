import type { CoverageRow } from "../../../domain/coverage-row.ts";
import type { Localized } from "../../../domain/localized.ts";
import type { Provenance } from "../../../domain/provenance.ts";
import { coverageProvenanceTexts } from "../../../i18n/coverage-provenance-texts.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { tableTexts } from "../../../i18n/table-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { coverageRow } from "../../../state/selectors/coverage-rows.ts";
import { coverageProvenance } from "../versorgung/coverage-provenance.ts";

type Texts = (typeof distanceTexts)["de"];
const both = (pick: (texts: Texts) => string): Localized => ({
  de: pick(distanceTexts.de),
  en: pick(distanceTexts.en),
});

const DIFFERENCE: Localized = { de: tableTexts.de.difference, en: tableTexts.en.difference };
const RESULT: Localized = { de: coverageProvenanceTexts.de.value, en: coverageProvenanceTexts.en.value };

export interface AskedFigure {
  /** What the figure is. */
  readonly title: (texts: Texts) => string;
  readonly formula:
    | "formulaBand"
    | "formulaBeyond"
    | "formulaWithin"
    | "formulaTime"
    | "formulaDetour"
    | "formulaBeside";
  readonly rules: readonly string[];
  /** The limit or band that was counted to, as it is shown. */
  readonly limit?: string | undefined;
  /** Id of the Sozialraum; undefined = the city. */
  readonly sozialraum?: string | undefined;
  /** The figure itself, where what was pressed does not show it. */
  readonly value?: string | undefined;
  readonly more?: Provenance["inputs"] | undefined;
}

/** Where a figure of the panel of distances comes from. */
export function bandsProvenance(
  state: AppState,
  { title, formula, rules, limit, sozialraum, value, more }: AskedFigure,
): Provenance {
  const row: CoverageRow | undefined = sozialraum === undefined ? undefined : coverageRow(state, sozialraum);
  const base = coverageProvenance(state, "reached_share", row);
  return {
    ...base,
    title: both(title),
    formula: both((texts) => texts[formula]),
    rules: [...new Set([...rules, ...base.rules])],
    inputs: [
      ...base.inputs,
      ...(limit === undefined ? [] : [{ label: both((texts) => texts.inputLimit), value: limit }]),
      ...(value === undefined ? [] : [{ label: RESULT, value }]),
      ...(more ?? []),
    ],
  };
}

/** Of what stands beside each other: the straight line and the ways that are walked. */
export function besideProvenance(state: AppState, title: (texts: Texts) => string, sozialraum?: string): Provenance {
  const { lang } = state.view;
  const formats = formatsFor(lang);
  const detour = state.transient.answers.straightBeside?.straight.coverage.settings.detour ?? 1;
  const texts = distanceTexts[lang];
  const line = detour === 1 ? texts.ways.straight : texts.straightTimes(formats.decimal(detour, 2));
  return bandsProvenance(state, {
    title,
    formula: "formulaBeside",
    rules: ["C3", "C13", "C18"],
    sozialraum,
    more: [{ label: DIFFERENCE, value: `${texts.ways.walk} − ${line}` }],
  });
}
