import type { App } from "../../../commands/app.ts";
import { exportTable } from "../../../commands/export-table.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeIndicatorMap, distanceKind, indicatorRows } from "../../../state/selectors/indicator-rows.ts";
import { distanceUnit, shownUnit } from "./shown-text.ts";

/** Saves the table of the comparison: all Sozialräume of the level, by id; what is missing stays empty and its status says why. */
export async function saveComparison(app: App): Promise<void> {
  const state = app.store.getState();
  const map = activeIndicatorMap(state);
  const rows = indicatorRows(state);
  if (!map || !rows) return;
  const { lang } = state.view;
  const texts = vergleichTexts[lang];
  const period = map.periods[map.at]?.period ?? "";
  const kind = distanceKind(map);
  const text = (value: string | undefined) => (value ? { text: value } : ({ missing: true } as const));
  const number = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? ({ missing: true } as const) : { number: value };
  const columns = texts.csvColumns;
  await exportTable(
    app,
    [
      columns.id,
      columns.area,
      columns.indicator,
      columns.period,
      columns.value,
      columns.unit,
      columns.status,
      columns.how,
      columns.distance,
      columns.distanceUnit,
      columns.rank,
      columns.missing,
      columns.suppressed,
    ],
    rows.map((row) => [
      text(row.id),
      text(row.name),
      text(map.indicator.id),
      text(period),
      row.resolved.text ? text(row.resolved.text) : number(row.shown),
      text(shownUnit(map, lang)),
      text(texts.status[row.resolved.status]),
      text(texts.how[row.resolved.how]),
      number(row.distance === undefined || kind !== "percent" ? row.distance : row.distance * 100),
      text(row.distance === undefined ? undefined : kind === "share-of-city" ? "0–1" : distanceUnit(map, kind, lang)),
      number(row.rank),
      number(row.resolved.missing),
      number(row.resolved.suppressed),
    ]),
  );
}
