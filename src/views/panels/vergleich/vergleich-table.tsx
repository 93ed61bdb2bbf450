import { useMemo } from "react";
import { toggleCompared } from "../../../commands/compare-sozialraum.ts";
import { exportTable } from "../../../commands/export-table.ts";
import type { Language } from "../../../domain/localized.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import {
  activeIndicatorMap,
  distanceKind,
  type IndicatorRow,
  indicatorRows,
} from "../../../state/selectors/indicator-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { seriesMark } from "../../charts/series-marks.ts";
import { SeriesSample } from "../../charts/series-sample.tsx";
import { Button } from "../../controls/button.tsx";
import { fillOnPaper } from "../../map/fill-on-paper.ts";
import { Swatch } from "../../map/swatch.tsx";
import type { DataColumn } from "../../tables/data-column.ts";
import { SozialraumTable } from "../../tables/sozialraum-table.tsx";
import { mapClasses } from "./map-classes.ts";
import { savedComparison } from "./saved-comparison.ts";
import { distanceText, distanceTitle, distanceUnit, rowText, shownUnit } from "./shown-text.ts";
import { valueNote } from "./value-note.ts";
import { areaProvenance, distanceProvenance, rankProvenance } from "./vergleich-provenance.ts";

const START = { column: "value", descending: true };
const NO_ROWS: readonly IndicatorRow[] = [];

/** All Sozialräume of the level with the indicator: the map in words and numbers. */
export function VergleichTable() {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const formats = useFormats();
  const map = useAppState(activeIndicatorMap);
  const rows = useAppState(indicatorRows) ?? NO_ROWS;
  const chosen = useAppState((state) => state.view.sozialraum);
  const compare = useAppState((state) => state.view.compare);
  const marked = useMemo(() => new Set(compare), [compare]);

  const columns = useMemo((): DataColumn<IndicatorRow>[] => {
    if (!map) return [];
    const { classes, areaClass } = mapClasses(map, rows, language);
    const kind = distanceKind(map);
    const unit = kind === "points" || kind === "unit" ? distanceUnit(map, kind, language) : undefined;
    const ranked = formats.count(map.ranks.filter((rank) => rank > 0).length);
    const hasParents = rows.some((row) => row.parentName !== undefined);
    const all: (DataColumn<IndicatorRow> | false)[] = [
      {
        id: "area",
        title: texts.columns.area,
        value: (row) => row.name,
        text: (row) => row.name,
        mark: (row) => {
          const one = classes[areaClass[row.index] as number];
          const position = compare.indexOf(row.id);
          return (
            <>
              {one && map.form !== "circles" ? <Swatch colour={fillOnPaper(one.colour)} pattern={one.pattern} /> : null}
              {position < 0 ? null : <SeriesSample mark={seriesMark(position)} />}
            </>
          );
        },
        width: 180,
      },
      hasParents && {
        id: "parent",
        title: texts.columns.parent,
        value: (row) => row.parentName,
        text: (row) => row.parentName ?? "–",
        width: 132,
      },
      {
        id: "value",
        title: map.form === "categories" ? texts.columns.category : texts.columns.value,
        hint: shownUnit(map, language),
        value: (row) => row.shown ?? row.resolved.text,
        text: (row) => rowText(map, row, language),
        provenance: (row) => areaProvenance(app.store.getState(), map, row),
        isNumber: true,
        width: 104,
      },
      kind !== undefined && {
        id: "distance",
        title: unit ? `${distanceTitle(map, language)} (${unit})` : distanceTitle(map, language),
        value: (row) => row.distance,
        text: (row) => distanceText(map, row.distance, language),
        provenance: (row) =>
          row.distance === undefined ? undefined : distanceProvenance(app.store.getState(), map, row),
        isNumber: true,
        width: 140,
      },
      kind !== undefined && {
        id: "rank",
        title: texts.rankOf(ranked),
        hint: texts.rankHint,
        value: (row) => row.rank,
        text: (row) => (row.rank === undefined ? "–" : formats.count(row.rank)),
        provenance: (row) => (row.rank === undefined ? undefined : rankProvenance(app.store.getState(), map, row)),
        isNumber: true,
        smallestFirst: true,
        width: 84,
      },
      {
        id: "status",
        title: texts.columns.status,
        value: (row) => texts.status[row.resolved.status],
        text: (row) => standText(row, language),
        width: 124,
      },
    ];
    return all.filter((column) => column !== false);
  }, [app, map, rows, compare, texts, formats, language]);

  if (!map) return <p style={{ padding: 16 }}>{texts.waiting}</p>;
  return (
    <SozialraumTable
      title={map.indicator.title[language]}
      detail={[formats.period(map.periods[map.at]?.period ?? ""), shownUnit(map, language)].filter(Boolean).join(" · ")}
      rows={rows}
      columns={columns}
      sort={START}
      marked={marked}
      actions={
        chosen === undefined ? null : (
          <Button onPress={() => toggleCompared(app, chosen)}>
            {compare.includes(chosen) ? texts.removeChosen : texts.addChosen}
          </Button>
        )
      }
      onSave={(format) => void exportTable(app, savedComparison, format)}
    />
  );
}

/** How a value came about, or why there is none. */
function standText({ resolved }: IndicatorRow, language: Language): string {
  const texts = vergleichTexts[language];
  if (typeof resolved.value !== "number" && !resolved.text) return texts.status[resolved.status];
  return valueNote(resolved, language) || texts.how[resolved.how];
}
