import { useEffect, useMemo, useRef, useState } from "react";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { shownPlace } from "../../../state/selectors/active-offers.ts";
import { bandRows, cityBands, shownBands, shownZones } from "../../../state/selectors/band-rows.ts";
import { cellsInSight } from "../../../state/selectors/cells-in-sight.ts";
import { bandsPreset } from "../../../state/selectors/chosen-bands.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { useLimitWords } from "./use-limit-words.ts";
import type { WegeMap, wegeMap } from "./wege-map.ts";

/** What the map shows instead of the coverage while the panel of distances is open; the first map does not wait for its parts. */
export function useWegeMap(): WegeMap | "waiting" | undefined {
  const language = useLanguage();
  const formats = useFormats();
  const isOpen = useAppState((state) => state.view.panel === "distance");
  const wantsZones = useAppState(({ view }) => view.zones !== undefined && view.way === "walk");
  const isInSight = useAppState(cellsInSight);
  const asksCells = useAppState(({ view }) => view.cells) && !wantsZones;
  const wantsCells = asksCells && isInSight;
  const isTooFar = asksCells && !isInSight;
  const level = useAppState(activeLevel)?.id;
  const answer = useAppState(shownBands);
  const rows = useAppState(bandRows);
  const city = useAppState(cityBands);
  const zones = useAppState(shownZones);
  const zonesPlace = useAppState((state) => shownPlace(state, zones?.place)?.name);
  const words = useLimitWords(true);
  const speed = useAppState(({ view }) => (bandsPreset(view) === "minutes" ? view.speed : undefined));
  const population = useAppState((state) => state.document.supply?.population);
  const [draw, setDraw] = useState<{ readonly map: typeof wegeMap }>();
  useEffect(() => {
    if (isOpen && !draw) void import("./wege-map.ts").then((part) => setDraw({ map: part.wegeMap }));
  }, [isOpen, draw]);
  const last = useRef<{ readonly level: string | undefined; readonly map: WegeMap }>(undefined);
  const map = useMemo(() => {
    if (!isOpen || !draw) return undefined;
    if (!answer || !rows || !city || (wantsZones && !zones)) return undefined;
    const texts = distanceTexts[language];
    const notes = speed === undefined ? [] : [texts.minutesAt(texts.kmh(formats.fixed(speed, 1)))];
    if (isTooFar && population) notes.push(versorgungTexts[language].cellsWhenCloser);
    const shows = wantsZones ? "zones" : wantsCells && population ? "cells" : "areas";
    return draw.map({ shows, answer, rows, city, zones, zonesPlace, population, words, notes }, language, formats);
  }, [
    isOpen,
    draw,
    answer,
    rows,
    city,
    wantsZones,
    wantsCells,
    isTooFar,
    zones,
    zonesPlace,
    population,
    words,
    speed,
    language,
    formats,
  ]);
  useEffect(() => {
    if (map) last.current = { level, map };
  }, [level, map]);
  if (!isOpen) return undefined;
  // While the next one is counted the map stays as it is, so that nothing flickers under a dragged place.
  return map ?? (last.current?.level === level ? last.current?.map : undefined) ?? "waiting";
}
