import type { Language } from "../../../domain/localized.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { indicatorNumber, valueText } from "../../../i18n/value-text.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import { type DistanceKind, distanceKind, type IndicatorRow } from "../../../state/selectors/indicator-rows.ts";

/** A number as the comparison shows it, in the unit of the indicator or per 1,000 residents; `long` names that unit. */
export function shownNumber(map: IndicatorMap, value: number, language: Language, long = false): string {
  if (map.form !== "per-residents") return indicatorNumber(value, map.indicator, language);
  const formats = formatsFor(language);
  const number = formats.decimal(value, value < 10 ? 2 : 1);
  return long ? `${number} ${vergleichTexts[language].perUnit}` : number;
}

/** The value of a row, its class, or the reason why there is none. */
export function rowText(map: IndicatorMap, row: IndicatorRow, language: Language, long = false): string {
  if (map.form === "per-residents" && row.shown !== undefined) return shownNumber(map, row.shown, language, long);
  if (map.form === "per-residents" && typeof row.resolved.value === "number") {
    return valueText({ ...row.resolved, value: "not-stated" }, map.indicator, language);
  }
  return valueText(row.resolved, map.indicator, language);
}

/** +3,4 · −12,0 % · 4,1 %. Points and units are named by the column. */
export function distanceText(map: IndicatorMap, distance: number | undefined, language: Language): string {
  const kind = distanceKind(map);
  if (distance === undefined || kind === undefined) return "–";
  const formats = formatsFor(language);
  if (kind === "share-of-city") return formats.share(distance, 1);
  const sign = distance > 0 ? "+" : "";
  if (kind === "percent") return `${sign}${formats.share(distance, Math.abs(distance) < 0.1 ? 1 : 0)}`;
  return `${sign}${formats.decimal(distance, kind === "points" || Math.abs(distance) >= 1 ? 1 : 2)}`;
}

/** Title of the column with the distances. */
export function distanceTitle(map: IndicatorMap, language: Language): string {
  const { columns } = vergleichTexts[language];
  if (map.form === "circles") return columns.share;
  return map.reference === "median" ? columns.distanceMedian : columns.distance;
}

/** What a distance is counted in. */
export function distanceUnit(
  map: IndicatorMap,
  kind: DistanceKind | undefined,
  language: Language,
): string | undefined {
  if (kind === "points") return vergleichTexts[language].percentagePoints;
  if (kind === "unit") return map.indicator.unit?.[language];
  return kind === undefined ? undefined : "%";
}

/** The unit that a legend, an axis or a column names: never „Personen“ for counts that say so in their title. */
export function shownUnit(map: IndicatorMap, language: Language): string | undefined {
  if (map.form === "per-residents") return vergleichTexts[language].perUnit;
  return map.form === "categories" ? undefined : map.indicator.unit?.[language];
}
