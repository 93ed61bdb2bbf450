import { createElement, useMemo } from "react";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeLevel, parentLevel, sozialraumIndex } from "../../../state/selectors/active-level.ts";
import { activeIndicatorMap, indicatorRows } from "../../../state/selectors/indicator-rows.ts";
import { indicatorSummary } from "../../../state/selectors/indicator-summary.ts";
import { useAppState, useLanguage } from "../../app-context.tsx";
import { seriesMark } from "../../charts/series-marks.ts";
import type { AreaClass, MapScene } from "../../map/map-scene.ts";
import type { Stage } from "../stage.ts";
import { BLANK_COLOUR, CIRCLE_COLOUR } from "./class-colours.ts";
import { comparisonSentence } from "./comparison-sentence.ts";
import { IndicatorTooltip } from "./indicator-tooltip.tsx";
import { mapClasses } from "./map-classes.ts";
import { legendOf } from "./map-legend-of.ts";

const BLANK: AreaClass = { key: "waiting", colour: BLANK_COLOUR, pattern: "none", label: "", count: 0 };

/** The analyst's map: an indicator as fills or circles, and the districts that are compared. */
export function useVergleichScene(): Stage | undefined {
  const language = useLanguage();
  const isOpen = useAppState((state) => state.view.view === "vergleich");
  const level = useAppState(activeLevel);
  const outline = useAppState(parentLevel);
  const backgrounds = useAppState((state) => state.document.map?.backgrounds);
  const map = useAppState(activeIndicatorMap);
  const rows = useAppState(indicatorRows);
  const summary = useAppState(indicatorSummary);
  const compare = useAppState((state) => state.view.compare);
  const chosen = useAppState((state) => state.view.sozialraum);

  const fills = useMemo(() => {
    if (!isOpen || !level) return undefined;
    if (!map || !rows) return { classes: [BLANK], areaClass: new Uint8Array(level.sozialraeume.length) };
    return mapClasses(map, rows, language);
  }, [isOpen, level, map, rows, language]);

  const circles = useMemo(() => {
    const values = map?.form === "circles" ? map.periods[map.at]?.areas : undefined;
    return values && map ? { values, maximum: map.largest, colour: CIRCLE_COLOUR } : undefined;
  }, [map]);

  const compared = useMemo(
    () =>
      compare.flatMap((id, position) => {
        const area = level && sozialraumIndex(level, id);
        return area === undefined ? [] : [{ area, colour: seriesMark(position).colour }];
      }),
    [compare, level],
  );

  const scene = useMemo((): MapScene | undefined => {
    if (!level || !fills || !backgrounds) return undefined;
    return {
      level,
      ...fills,
      circles,
      outline,
      selected: sozialraumIndex(level, chosen),
      compared,
      places: [],
      backgrounds,
    };
  }, [level, fills, circles, outline, chosen, compared, backgrounds]);

  return useMemo(() => {
    if (!scene) return undefined;
    const legend = map && rows ? legendOf(map, scene.classes, language) : undefined;
    return {
      scene,
      legend: legend ?? { title: vergleichTexts[language].legendWaiting, entries: [], marks: [], notes: [] },
      sentence: summary && comparisonSentence(summary, language),
      describe: (target) =>
        target.on === "sozialraum" ? createElement(IndicatorTooltip, { area: target.area }) : undefined,
    };
  }, [scene, map, rows, summary, language]);
}
