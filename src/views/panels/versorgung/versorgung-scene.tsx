import { useMemo } from "react";
import type { Legend, LegendMark } from "../../../domain/legend.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { activeKinds } from "../../../state/selectors/active-kinds.ts";
import { activeLevel, parentLevel, sozialraumIndex } from "../../../state/selectors/active-level.ts";
import { countingPlaces, shownPlaces } from "../../../state/selectors/active-offers.ts";
import { cellsInSight } from "../../../state/selectors/cells-in-sight.ts";
import { coverageStatuses } from "../../../state/selectors/coverage-rows.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { fillOnPaper } from "../../map/fill-on-paper.ts";
import { INK } from "../../map/map-ink.ts";
import type { AreaClass, MapScene, MapTarget, PlaceMark } from "../../map/map-scene.ts";
import { useProvisionMap } from "../angebot/use-provision-map.ts";
import type { Stage } from "../stage.ts";
import { useSitesLayer } from "../standorte/use-sites-layer.tsx";
import { useWegeMap } from "../wege/use-wege-map.ts";
import { cellLegend, cellSource } from "./cell-cloud.ts";
import { CoverageTooltip } from "./coverage-tooltip.tsx";
import { CHANGED_INK, kindMark, MUTED_INK } from "./kind-marks.ts";
import { type MetricFills, metricClasses } from "./metric-classes.ts";
import { nearestLines } from "./nearest-lines.ts";
import { STATUS_FILLS, STATUS_ORDER } from "./status-classes.ts";

/** The sign of a coordinate that was asked for; ids of places are never empty. */
const POINTED = { id: "", shape: "circle", colour: INK.focus, hollow: true } as const;

/** The planner's map: status or a measure per Sozialraum, the places, the residents' cells, the ways of the chosen Sozialraum. */
export function useVersorgungScene(): Stage | undefined {
  const language = useLanguage();
  const formats = useFormats();
  const texts = versorgungTexts[language];
  const level = useAppState(activeLevel);
  const outline = useAppState(parentLevel);
  const backgrounds = useAppState((state) => state.document.map?.backgrounds);
  const supply = useAppState((state) => state.document.supply);
  // While a place is dragged, map and legend change with a status and not with every figure.
  const statuses = useAppState(coverageStatuses);
  const metric = useAppState((state) => state.view.metric);
  const classes = useAppState((state) => state.transient.answers.coverageClasses);
  const showCells = useAppState((state) => state.view.cells);
  const isInSight = useAppState(cellsInSight);
  const chosen = useAppState((state) => state.view.sozialraum);
  const answer = useAppState(({ view, transient }) =>
    view.metric !== "status" || view.cells || view.sozialraum !== undefined ? transient.coverage : undefined,
  );
  const selectedPlace = useAppState((state) => state.transient.selectedAnlaufpunkt);
  const pointed = useAppState((state) => state.transient.pointed);
  const kinds = useAppState(activeKinds);
  const allPlaces = useAppState(shownPlaces);
  const counting = useAppState((state) => countingPlaces(state));

  const provision = useProvisionMap();
  const wege = useWegeMap();
  const sites = useSitesLayer();

  const isMeasured = statuses !== undefined;
  const current = classes?.coverage === answer && classes?.metric === metric ? classes : undefined;

  const fills = useMemo((): (MetricFills & { readonly title?: string }) | undefined => {
    if (!level) return undefined;
    if (isMeasured && provision) return provision === "waiting" ? undefined : provision;
    if (isMeasured && wege) return wege === "waiting" ? undefined : { ...wege, notes: wege.legend.notes };
    if (statuses === undefined) {
      const empty: AreaClass = { key: "waiting", colour: INK.unclassed, pattern: "none", label: "", count: 0 };
      return { classes: [empty], areaClass: new Uint8Array(level.sozialraeume.length), notes: [] };
    }
    if (metric !== "status") return current && metricClasses(current, texts, formats);
    const areaClass = Uint8Array.from(statuses, (status) => STATUS_ORDER.indexOf(status));
    const states = STATUS_ORDER.map(
      (status, position): AreaClass => ({
        key: status,
        ...STATUS_FILLS[status],
        label: texts.status[status],
        count: areaClass.reduce((count, own) => (own === position ? count + 1 : count), 0),
      }),
    );
    return { classes: states, areaClass, notes: [] };
  }, [level, isMeasured, statuses, current, metric, provision, wege, texts, formats]);

  const places = useMemo(() => {
    const positions = new Map(supply?.kinds.map((kind, index) => [kind.id, index]));
    const today = new Set(supply?.anlaufpunkte);
    const counts = new Set(counting);
    return (
      allPlaces
        // Closed places are drawn only where the what-if has closed them.
        .filter((place) => kinds.includes(place.kind) && (place.status !== "closed" || !today.has(place)))
        .map((place): PlaceMark => {
          const mark = kindMark(positions.get(place.kind) ?? 0);
          const kind = supply?.kinds[positions.get(place.kind) ?? 0]?.title[language] ?? place.kind;
          const isMuted = counting !== undefined && !counts.has(place) && place.status !== "planned";
          return {
            id: place.id,
            lon: place.lon,
            lat: place.lat,
            ...mark,
            ...(!today.has(place) && { colour: CHANGED_INK }),
            ...(isMuted && { colour: MUTED_INK }),
            hollow: place.status === "planned" && !counts.has(place),
            label: place.name || kind,
          };
        })
    );
  }, [supply, allPlaces, counting, kinds, language]);

  const marks = useMemo(
    (): readonly PlaceMark[] =>
      pointed || sites
        ? [
            ...places,
            ...(sites?.marks ?? []),
            ...(pointed ? [{ ...POINTED, ...pointed, label: pointed.title ?? texts.pointed }] : []),
          ]
        : places,
    [places, sites, pointed, texts],
  );

  const cells = useMemo(() => {
    if (wege) return wege === "waiting" ? undefined : wege.cells;
    if (!showCells || !isInSight || !answer || !supply?.population) return undefined;
    return cellSource(answer, supply.population);
  }, [wege, showCells, isInSight, answer, supply]);
  const reachOfCells = cells && answer?.reach;
  const counted = useAppState(({ transient }) => {
    const { cellBands } = transient.answers;
    return cellBands?.coverage === transient.coverage ? cellBands : undefined;
  });
  const isTooFar = showCells && !isInSight && supply?.population !== undefined;
  const zones = wege === "waiting" ? undefined : wege?.zones;

  const drawn = sites?.drawn;

  const selected = level && sozialraumIndex(level, chosen);
  const lines = useMemo(
    () => (answer && selected !== undefined ? nearestLines(answer, selected) : undefined),
    [answer, selected],
  );

  const scene = useMemo((): MapScene | undefined => {
    if (!level || !fills || !backgrounds) return undefined;
    return {
      level,
      areaClass: fills.areaClass,
      classes: fills.classes,
      outline,
      selected,
      compared: [],
      places: marks,
      selectedPlace: pointed ? POINTED.id : selectedPlace,
      cells,
      lines,
      zones,
      drawn,
      backgrounds,
    };
  }, [level, fills, backgrounds, outline, selected, marks, pointed, selectedPlace, cells, lines, zones, drawn]);

  const legend = useMemo((): Legend | undefined => {
    if (!fills) return undefined;
    const signs = (supply?.kinds ?? []).flatMap((kind, index): LegendMark[] =>
      kinds.includes(kind.id) ? [{ key: kind.id, ...kindMark(index), label: kind.plural[language] }] : [],
    );
    const changed = places.find((place) => place.colour === CHANGED_INK);
    if (changed)
      signs.push({ key: "changed", shape: changed.shape, colour: CHANGED_INK, label: texts.changedInScenario });
    const muted = places.find((place) => place.colour === MUTED_INK);
    if (muted) signs.push({ key: "muted", shape: muted.shape, colour: MUTED_INK, label: texts.doesNotCount });
    const planned = places.find((place) => place.hollow);
    if (planned) {
      signs.push({
        key: "planned",
        shape: planned.shape,
        colour: planned.colour,
        hollow: true,
        label: sites?.planned ?? texts.planned,
      });
    }
    if (sites?.legend) signs.push(sites.legend);
    if (pointed) signs.push({ key: "pointed", ...POINTED, label: pointed.title ?? texts.pointed });
    if (wege && wege !== "waiting") return { ...wege.legend, marks: signs };
    if (reachOfCells !== undefined) return { ...cellLegend(reachOfCells, counted, texts, formats), marks: signs };
    return {
      title: fills.title ?? texts.metrics[metric],
      entries: (isMeasured ? fills.classes : [])
        .filter((entry) => entry.count > 0)
        .map((entry) => ({ ...entry, colour: fillOnPaper(entry.colour) })),
      marks: signs,
      notes: [...fills.notes, ...(drawn ? [texts.drawnArea] : []), ...(isTooFar ? [texts.cellsWhenCloser] : [])],
    };
  }, [
    fills,
    isMeasured,
    supply,
    kinds,
    places,
    sites,
    drawn,
    pointed,
    reachOfCells,
    counted,
    isTooFar,
    metric,
    wege,
    texts,
    formats,
    language,
  ]);

  return useMemo(() => {
    if (!scene || !legend) return undefined;
    const own = provision === "waiting" ? undefined : provision?.describe;
    const describe = (target: MapTarget) =>
      sites?.describe(target) ?? own?.(target) ?? <CoverageTooltip target={target} />;
    return { scene, legend, describe };
  }, [scene, legend, provision, sites]);
}
