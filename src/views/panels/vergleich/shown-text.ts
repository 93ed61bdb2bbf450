import type { Language } from "../../../domain/localized.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { indicatorNumber, missingTexts, valueText } from "../../../i18n/value-text.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import { type DistanceKind, distanceKind, type IndicatorRow } from "../../../state/selectors/indicator-rows.ts";

/** A number as the comparison shows it, in the unit of the indicator or per 1,000 residents; `long` names that unit. */
export function shownNumber(map: IndicatorMap, value: number, language: Language, long = false): string {
  // A sentence says a value with the decimals that it has in the table beside it.
  if (map.form === "fills") return indicatorNumber(value, map.indicator, language, columnDigits(map));
  if (map.form !== "per-residents") return indicatorNumber(value, map.indicator, language);
  const number = formatsFor(language).fixed(value, columnDigits(map));
  return long ? `${number} ${vergleichTexts[language].perUnit}` : number;
}

/** As many decimals as the largest value of the map can carry: the same for every figure of a column. */
function columnDigits(map: IndicatorMap): number {
  if (map.form === "circles") return 0;
  if (map.form === "fills" && map.indicator.kind === "share") return 1;
  return map.largest >= 1000 ? 0 : map.largest >= 10 ? 1 : 2;
}

/** A figure for a column: with the same number of decimals as those above and below it. */
export function columnNumber(map: IndicatorMap, value: number, language: Language): string {
  const number = formatsFor(language).fixed(value, columnDigits(map));
  const unit = map.indicator.unit?.[language];
  // A longer unit stands at the head of the column.
  return map.form === "fills" && unit === "%" ? formatsFor(language).withUnit(number, unit) : number;
}

/** The value of a row, its class, or the reason why there is none. */
export function rowText(map: IndicatorMap, row: IndicatorRow, language: Language): string {
  if (row.shown !== undefined) return columnNumber(map, row.shown, language);
  // A count is known, the residents are not.
  const isUnrelated = map.form === "per-residents" && typeof row.resolved.value === "number";
  return isUnrelated ? missingTexts[language]["not-stated"] : valueText(row.resolved, map.indicator, language);
}

/** The same in a sentence, where the unit has to be said. */
export function rowSentence(map: IndicatorMap, row: IndicatorRow, language: Language): string {
  return row.shown === undefined ? rowText(map, row, language) : shownNumber(map, row.shown, language, true);
}

/** +3,4 · −12,0 % · 4,1 %. Points and units are named by the column. */
export function distanceText(map: IndicatorMap, distance: number | undefined, language: Language): string {
  const kind = distanceKind(map);
  if (distance === undefined || kind === undefined) return "–";
  const { fixed, withUnit } = formatsFor(language);
  const isRelative = kind === "percent" || kind === "share-of-city";
  const digits = isRelative || kind === "points" ? 1 : columnDigits(map);
  const value = isRelative ? distance * 100 : distance;
  const isZero = Number(value.toFixed(digits)) === 0;
  const sign = kind === "share-of-city" ? "" : isZero ? "±" : value > 0 ? "+" : "";
  const text = `${sign}${fixed(isZero ? 0 : value, digits)}`;
  return isRelative ? withUnit(text, "%") : text;
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
