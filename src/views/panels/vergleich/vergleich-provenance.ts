import type { Localized } from "../../../domain/localized.ts";
import type { Provenance } from "../../../domain/provenance.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import { distanceKind, type IndicatorRow } from "../../../state/selectors/indicator-rows.ts";
import { valueProvenance } from "../value-provenance.ts";
import { distanceText, distanceTitle, rowSentence, shownNumber } from "./shown-text.ts";

type Texts = (typeof vergleichTexts)["de"];
const both = (pick: (texts: Texts) => string): Localized => ({
  de: pick(vergleichTexts.de),
  en: pick(vergleichTexts.en),
});
const provenanceText = (key: Exclude<keyof Texts["provenance"], number | symbol>) =>
  both((texts) => texts.provenance[key]);

/** Where the value of a Sozialraum comes from, in any period. */
export function areaProvenance(state: AppState, map: IndicatorMap, row: IndicatorRow, at = map.at): Provenance {
  const period = map.matrix.periods[at];
  const resolved = period?.areas[row.index] ?? row.resolved;
  const value = valueProvenance(state, map.indicator, row.name, period?.period ?? "", resolved);
  if (map.form !== "per-residents" || !map.residents) return value;
  const { lang } = state.view;
  const residents = map.residents.values[row.index];
  const basis = map.residents.basis;
  return {
    ...value,
    formula: provenanceText("perResidents"),
    rules: ["C10"],
    inputs: [
      ...value.inputs,
      {
        label: provenanceText("residents"),
        value:
          residents === undefined || Number.isNaN(residents)
            ? vergleichTexts[lang].status["not-stated"]
            : formatsFor(lang).count(residents),
      },
    ],
    origins: [...value.origins, ...map.residents.origins],
    notes: [...value.notes, both((texts) => texts.legendResidents[basis]), provenanceText("twoDates")],
  };
}

/** Where the city's figure comes from, or the median that stands for it. */
export function cityProvenance(state: AppState, map: IndicatorMap, at = map.at): Provenance {
  const { lang } = state.view;
  const period = map.matrix.periods[at];
  if (!period) throw new Error(`the comparison has no period at ${at}`);
  const { city } = period;
  const value = valueProvenance(state, map.indicator, vergleichTexts[lang].city, period.period, city);
  const shown = map.periods[at];
  const reference = shown?.reference;
  if (map.form === "per-residents" && map.residents) {
    const n = shown?.areas.filter((one) => !Number.isNaN(one)).length ?? 0;
    const suppressed = period.areas.filter((area) => area.status === "suppressed").length;
    return {
      ...value,
      formula: provenanceText("perResidentsCity"),
      rules: ["C10"],
      inputs:
        reference === undefined
          ? []
          : [{ label: both((texts) => texts.city), value: shownNumber(map, reference, lang, true) }],
      n,
      missing: period.areas.length - n - suppressed,
      suppressed,
      origins: [...value.origins, ...map.residents.origins],
      notes: [provenanceText("twoDates")],
    };
  }
  if (typeof city.value === "number" || !city.median) return { ...value, rules: ["C10"] };
  const { n, missing, suppressed } = city.median;
  return {
    ...value,
    rules: ["C10"],
    formula: provenanceText("median"),
    inputs:
      reference === undefined
        ? []
        : [{ label: both((texts) => texts.median), value: shownNumber(map, reference, lang) }],
    n,
    missing,
    suppressed,
  };
}

/** How far a Sozialraum is from the city. */
export function distanceProvenance(state: AppState, map: IndicatorMap, row: IndicatorRow): Provenance {
  const { lang } = state.view;
  const kind = distanceKind(map);
  const reference = map.periods[map.at]?.reference;
  const formula = { points: "points", unit: "points", percent: "percent", "share-of-city": "share" } as const;
  const city = cityProvenance(state, map);
  const area = areaProvenance(state, map, row);
  return {
    title: { de: `${distanceTitle(map, "de")}: ${row.name}`, en: `${distanceTitle(map, "en")}: ${row.name}` },
    formula: provenanceText(formula[kind ?? "unit"]),
    rules: ["C10"],
    inputs: [
      { label: provenanceText("areaValue"), value: rowSentence(map, row, lang) },
      {
        label: map.reference === "median" ? both((texts) => texts.median) : provenanceText("cityValue"),
        value: reference === undefined ? "–" : shownNumber(map, reference, lang, true),
      },
      { label: both((texts) => texts.columns.distance), value: distanceText(map, row.distance, lang) },
    ],
    n: city.n,
    missing: city.missing,
    suppressed: city.suppressed,
    origins: area.origins,
    notes: map.reference === "median" ? [provenanceText("medianNote")] : city.notes,
  };
}

/** The place of a Sozialraum among all that have a value. */
export function rankProvenance(state: AppState, map: IndicatorMap, row: IndicatorRow): Provenance {
  const area = areaProvenance(state, map, row);
  const period = map.matrix.periods[map.at];
  const n = map.ranks.filter((rank) => rank > 0).length;
  const suppressed = period?.areas.filter((one) => one.status === "suppressed").length ?? 0;
  return {
    title: {
      de: `${vergleichTexts.de.columns.rank}: ${row.name}`,
      en: `${vergleichTexts.en.columns.rank}: ${row.name}`,
    },
    formula: provenanceText("rank"),
    rules: ["C10"],
    inputs: [
      { label: provenanceText("areaValue"), value: rowSentence(map, row, state.view.lang) },
      { label: provenanceText("areas"), value: formatsFor(state.view.lang).count(n) },
    ],
    n,
    missing: (period?.areas.length ?? 0) - n - suppressed,
    suppressed,
    origins: area.origins,
    notes: [],
  };
}
