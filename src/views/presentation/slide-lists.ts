import { useMemo } from "react";
import type { CoverageRow } from "../../domain/coverage-row.ts";
import type { Language } from "../../domain/localized.ts";
import { formatsFor } from "../../i18n/formats.ts";
import { vergleichTexts } from "../../i18n/vergleich-texts.ts";
import { versorgungTexts } from "../../i18n/versorgung-texts.ts";
import type { IndicatorMap } from "../../state/indicator-map.ts";
import { coverageRow, coverageRows } from "../../state/selectors/coverage-rows.ts";
import { gapList } from "../../state/selectors/gap-list.ts";
import { activeIndicatorMap, type IndicatorRow, indicatorRows } from "../../state/selectors/indicator-rows.ts";
import { useAppState, useLanguage } from "../app-context.tsx";
import { type SeriesMark, seriesMark } from "../charts/series-marks.ts";
import { extremes } from "../panels/vergleich/extremes.ts";
import { columnNumber, rowText, shownUnit } from "../panels/vergleich/shown-text.ts";

/** A few lines beside the map of a slide: a name and a figure each. */
export interface SlideList {
  readonly title: string;
  /** What the figures are. */
  readonly figures?: string | undefined;
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly value: string;
    /** How it is drawn on the map. */
    readonly mark?: SeriesMark | undefined;
    /** Nobody there has an Anlaufpunkt in reach. */
    readonly isGap?: boolean;
    /** Stands beside the others to compare them with. */
    readonly isReference?: boolean;
  }[];
}

/** More rows than any hall can read; how many of them stand there is a matter of room. */
const MOST = 16;

/** What the council talks about next: the areas with the most people unreached, the one that was chosen, or those that are compared. */
export function useSlideLists(): readonly SlideList[] {
  const language = useLanguage();
  const view = useAppState((state) => state.view.view);
  const compare = useAppState((state) => state.view.compare);
  const chosen = useAppState((state) =>
    state.view.sozialraum === undefined ? undefined : coverageRow(state, state.view.sozialraum),
  );
  const coverage = useAppState(coverageRows);
  const map = useAppState(activeIndicatorMap);
  const values = useAppState(indicatorRows);
  return useMemo(() => {
    if (view === "vergleich") return map && values ? comparedLists(map, values, compare, language) : [];
    if (view !== "versorgung") return [];
    if (chosen) return [measures(chosen, language)];
    return coverage ? [gaps(coverage, language)].filter(({ rows }) => rows.length > 0) : [];
  }, [view, compare, chosen, coverage, map, values, language]);
}

function gaps(rows: readonly CoverageRow[], language: Language): SlideList {
  const texts = versorgungTexts[language];
  return {
    title: texts.without,
    figures: texts.slideUnreached,
    rows: gapList(rows)
      .filter(({ residentsUnreached }) => residentsUnreached)
      .slice(0, MOST)
      .map(({ id, name, residentsUnreached, status }) => ({
        key: id,
        label: name,
        value: formatsFor(language).count(residentsUnreached ?? 0),
        isGap: status === "gap",
      })),
  };
}

function measures(row: CoverageRow, language: Language): SlideList {
  const { metrics } = versorgungTexts[language];
  const formats = formatsFor(language);
  const line = (key: keyof typeof metrics, value: number | undefined, format: (value: number) => string) => ({
    key,
    label: metrics[key],
    value: value === undefined ? "–" : format(value),
  });
  return {
    title: row.name,
    rows: [
      line("residents", row.residents, formats.count),
      line("residents_unreached", row.residentsUnreached, formats.count),
      line("reached_share", row.reachedShare, formats.share),
      line("nearest_median_m", row.nearestMedianMetres, formats.metres),
      line("anlaufpunkte_inside", row.anlaufpunkteInside, formats.count),
    ],
  };
}

function comparedLists(
  map: IndicatorMap,
  rows: readonly IndicatorRow[],
  compare: readonly string[],
  language: Language,
): SlideList[] {
  const texts = vergleichTexts[language];
  const unit = map.form === "circles" ? undefined : shownUnit(map, language);
  const figures = unit === "%" ? undefined : unit;
  const line = (row: IndicatorRow) => ({ key: row.id, label: row.name, value: rowText(map, row, language) });
  const chosen = compare.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  if (chosen.length > 0) {
    const reference = map.form === "circles" ? undefined : map.periods[map.at]?.reference;
    const city = {
      key: "*",
      label: map.reference === "median" ? texts.median : texts.city,
      value: reference === undefined ? "–" : columnNumber(map, reference, language),
      isReference: true,
    };
    return [
      {
        title: texts.compared,
        figures,
        rows: [
          ...chosen.map((row) => ({ ...line(row), mark: seriesMark(compare.indexOf(row.id)) })),
          ...(reference === undefined ? [] : [city]),
        ],
      },
    ];
  }
  const { highest, lowest } = extremes(rows);
  if (highest.length === 0) return [];
  return [
    { title: texts.highest, figures, rows: highest.map(line) },
    { title: texts.lowest, figures, rows: lowest.map(line) },
  ];
}
