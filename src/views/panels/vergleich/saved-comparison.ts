import { numberCell, numberColumn, type SavedTable, textCell, textColumn } from "../../../domain/saved-table.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { activeIndicatorMap, distanceKind, indicatorRows } from "../../../state/selectors/indicator-rows.ts";
import { distanceUnit, shownUnit } from "./shown-text.ts";

/** The table of the comparison: all Sozialräume of the level, by id; the status of a row says why it has no value. */
export function savedComparison(state: AppState): SavedTable | undefined {
  const map = activeIndicatorMap(state);
  const rows = indicatorRows(state);
  if (!map || !rows) return undefined;
  const { lang } = state.view;
  const texts = vergleichTexts[lang];
  const period = map.periods[map.at]?.period;
  const kind = distanceKind(map);
  const unit = shownUnit(map, lang);
  const named = texts.csvColumns;
  const value = rows.some(({ resolved }) => resolved.text)
    ? textColumn(named.value)
    : numberColumn(named.value, undefined, unit === "%" ? "percent" : undefined);
  return {
    title: map.indicator.title[lang],
    columns: [
      textColumn(named.id),
      textColumn(named.area),
      textColumn(named.indicator),
      textColumn(named.period),
      value,
      textColumn(named.unit),
      textColumn(named.status),
      textColumn(named.how),
      numberColumn(named.distance),
      textColumn(named.distanceUnit),
      numberColumn(named.rank),
      numberColumn(named.missing),
      numberColumn(named.suppressed),
    ],
    rows: rows.map(({ id, name, resolved, shown, distance, rank }) => {
      // A count may be known and the residents that it is related to not.
      const hasValue = shown !== undefined || Boolean(resolved.text);
      const status = !hasValue && typeof resolved.value === "number" ? "not-stated" : resolved.status;
      return [
        textCell(id),
        textCell(name),
        textCell(map.indicator.id),
        textCell(period),
        resolved.text ? textCell(resolved.text) : numberCell(shown),
        textCell(unit),
        textCell(texts.status[status], status),
        textCell(texts.how[resolved.how], resolved.how),
        numberCell(distance === undefined ? undefined : plain(kind === "percent" ? distance * 100 : distance)),
        textCell(distance === undefined ? undefined : kind === "share-of-city" ? "0–1" : distanceUnit(map, kind, lang)),
        numberCell(rank),
        numberCell(resolved.missing),
        numberCell(resolved.suppressed),
      ];
    }),
    rules: ["C9", "C10"],
    sozialraeume: rows.map(({ id }) => id),
  };
}

/** 13.2 − 3.3 is 9.899999999999999 in binary: what is reckoned is written without such digits, what a source says with all of its own. */
const plain = (value: number) => Number(value.toPrecision(12));
