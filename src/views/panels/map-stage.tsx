import { useEffect, useMemo, useRef, useState } from "react";
import { changeTransient, setPending } from "../../commands/app.ts";
import { changeView } from "../../commands/change-view.ts";
import { toggleCompared } from "../../commands/compare-sozialraum.ts";
import { hoverSozialraum, selectAnlaufpunkt, selectSozialraum } from "../../commands/show-on-map.ts";
import type { Legend } from "../../domain/legend.ts";
import { shapesBox } from "../../geo/shapes.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { activeLevel, sozialraumIndex } from "../../state/selectors/active-level.ts";
import { useApp, useAppState, useLanguage } from "../app-context.tsx";
import { MapLegend } from "../controls/map-legend.tsx";
import { CityMap } from "../map/city-map.tsx";
import type { MapCamera, MapView } from "../map/map-camera.ts";
import type { MapScene, MapTarget } from "../map/map-scene.ts";
import { useShownMap } from "../presentation/use-shown-map.ts";
import styles from "./map-stage.module.css";
import { ReadingNote } from "./reading-note.tsx";
import { SourceLine } from "./source-line.tsx";
import type { Stage } from "./stage.ts";
import { useDrawingTools } from "./standorte/use-drawing-tools.ts";
import { useSiteTools } from "./szenario/use-site-tools.ts";
import { useVergleichScene } from "./vergleich/vergleich-scene.ts";
import { useVersorgungScene } from "./versorgung/versorgung-scene.tsx";

/** A stage of fewer CSS pixels either way begins with its legend folded. */
const SMALL = { width: 700, height: 480 };
const BESIDE_LEGEND = { top: 0, right: 0, bottom: 0, left: 280 };
/** With all the height for it, the legend lies flat below the city. */
const ABOVE_LEGEND = { top: 0, right: 0, bottom: 118, left: 0 };
const ABOVE_TALL_LEGEND = { ...ABOVE_LEGEND, bottom: 172 };
/** Three entries a row, one row of marks, one for each note. */
const LEGEND_ROWS = 3;

/** The one map of the app: draws the scene of the view that is open, with its legend and source. */
export function MapStage({ isHidden }: { isHidden: boolean }) {
  const app = useApp();
  const language = useLanguage();
  const texts = shellTexts[language];
  const view = useAppState((state) => state.view.view);
  const present = useAppState((state) => state.view.present);
  const phase = useAppState((state) => state.transient.phase);
  const level = useAppState(activeLevel);
  const map = useAppState((state) => state.document.map);
  const position = useAppState((state) => state.view.map);
  const request = useAppState((state) => state.transient.camera);
  const hoveredId = useAppState((state) => state.transient.hoveredSozialraum);
  const versorgung = useVersorgungScene();
  const vergleich = useVergleichScene();
  const stage: Stage | undefined = view === "vergleich" ? vergleich : versorgung;
  const painted = useRef<MapScene>(undefined);
  const [isUnavailable, setUnavailable] = useState(false);
  const [hasGround, setGround] = useState(false);
  const fitted = useRef<MapView>(undefined);

  const home = useMemo(() => (level ? shapesBox(level.shapes) : undefined), [level]);
  const [size, setSize] = useState("");
  // Where the table leaves little height, the city stands beside the legend instead of below it.
  const [width = 0, height = 0] = size.split("×").map(Number);
  const isSmall = size !== "" && width < SMALL.width && height < SMALL.height;
  const [wantsFolded, setWantsFolded] = useState<boolean>();
  const isFolded = wantsFolded ?? isSmall;
  const isLow = useAppState((state) => state.view.table) && !present;
  const isFlat = !isLow && !present;
  const aboveLegend = stage && isTall(stage.legend) ? ABOVE_TALL_LEGEND : ABOVE_LEGEND;
  const inset = isFolded || present ? undefined : isFlat ? aboveLegend : isLow ? BESIDE_LEGEND : undefined;
  const camera = useMemo((): MapCamera | undefined => {
    if (request) return { mode: "fit", ...request, padding: 60 };
    if (position) return { mode: "view", ...position };
    // Until the room is known nobody can say what fits into it.
    if (size === "") return undefined;
    // Another city, a window or a legend of another size is another way home.
    return home && { mode: "fit", box: home, animate: false, key: `home ${map?.info.name} ${size} ${inset?.bottom}` };
  }, [request, position, home, map, size, inset]);

  const scene = stage?.scene;
  const frame = useShownMap(stage, home);
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = whole.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setSize(`${element.clientWidth}×${element.clientHeight}`));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const isPossible = !isHidden && !isUnavailable && (phase === "opening" || phase === "open");
    setPending(app, "ground", isPossible && !hasGround);
  }, [app, isHidden, isUnavailable, phase, hasGround]);
  const awaitsMap = !isHidden && !isUnavailable && phase === "open";
  useEffect(() => {
    setPending(app, "map", awaitsMap && (!scene || painted.current !== scene));
  }, [app, awaitsMap, scene]);

  const hoveredIndex = level && sozialraumIndex(level, hoveredId);
  const hovered = useMemo(
    (): MapTarget | undefined => (hoveredIndex === undefined ? undefined : { on: "sozialraum", area: hoveredIndex }),
    [hoveredIndex],
  );

  const siteTools = useSiteTools();
  const drawingTools = useDrawingTools();
  const select = (target: MapTarget | undefined) => {
    if (target?.on === "anlaufpunkt") return selectAnlaufpunkt(app, target.id);
    const id = target && level?.sozialraeume[target.area]?.id;
    if (view === "vergleich") {
      if (id) toggleCompared(app, id);
    } else selectSozialraum(app, id);
  };

  return (
    <div className={styles.stage} ref={whole}>
      <div ref={frame} className={styles.map}>
        <CityMap
          language={language}
          scene={scene}
          camera={camera}
          home={home}
          hovered={hovered}
          inset={inset}
          controls={!present}
          {...siteTools}
          {...drawingTools}
          scale={present ? 1.5 : 1}
          onCamera={(moved, asked) => {
            changeTransient(app, { mapZoom: moved.zoom, mapCentre: { lon: moved.lon, lat: moved.lat } });
            const { view: now, transient } = app.store.getState();
            // The whole city is where everyone begins: it does not belong into the address, nor when the window changes around it.
            const isFit = asked && !now.map && !transient.camera;
            if (isFit) fitted.current = moved;
            const isUnmoved = !now.map && !transient.camera && (!fitted.current || isSameView(fitted.current, moved));
            if (isFit || isUnmoved || !scene) return;
            changeView(app, { map: moved });
          }}
          onHover={(target) =>
            hoverSozialraum(app, target?.on === "sozialraum" ? level?.sozialraeume[target.area]?.id : undefined)
          }
          onSelect={select}
          onIdle={(drawn) => {
            painted.current = drawn;
            setPending(app, "map", awaitsMap && drawn !== scene);
            if (app.store.getState().transient.coverage) markFirstAnswer();
          }}
          onGround={() => setGround(true)}
          onUnavailable={() => setUnavailable(true)}
          tooltip={(target) => stage?.describe(target)}
        />
        {stage && !present ? (
          <div ref={sayHeight} className={styles.legend} data-flat={(isFlat && !isFolded) || undefined}>
            <MapLegend legend={stage.legend} isFlat={isFlat} isFolded={isFolded} onFold={setWantsFolded} />
          </div>
        ) : null}
        {phase === "opening" || !stage ? (
          <p className={styles.waiting} role="status">
            <ReadingNote otherwise={map ? texts.openingMap : texts.opening} />
          </p>
        ) : null}
      </div>
      {present ? null : <SourceLine withTable />}
    </div>
  );
}

const AROUND_LEGEND = 14;

/** Tells the map how much room its legend takes: what stands in the corner keeps clear of it. */
function sayHeight(legend: HTMLElement | null): (() => void) | undefined {
  const map = legend?.parentElement;
  if (!legend || !map) return undefined;
  const observer = new ResizeObserver(() => {
    map.style.setProperty("--legend-room", `${legend.offsetHeight + 2 * AROUND_LEGEND}px`);
  });
  observer.observe(legend);
  return () => {
    observer.disconnect();
    map.style.removeProperty("--legend-room");
  };
}

/** Does a legend that lies flat need more height than most? */
function isTall({ circles, entries, marks, notes }: Legend): boolean {
  return (
    circles !== undefined || Math.ceil(entries.length / 3) + Math.min(1, marks.length) + notes.length > LEGEND_ROWS
  );
}

/** Headline and status colours are painted: what `npm run bench` measures the way to. */
function markFirstAnswer(): void {
  if (performance.getEntriesByName("first-answer").length === 0) performance.mark("first-answer");
}

function isSameView(a: MapView, b: MapView): boolean {
  const near = (one: number, other: number, by: number) => Math.abs(one - other) < by;
  return near(a.zoom, b.zoom, 0.01) && near(a.lat, b.lat, 1e-5) && near(a.lon, b.lon, 1e-5);
}
