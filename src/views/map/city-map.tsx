import { type Map as MapLibre, Point } from "maplibre-gl";
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import type { Language } from "../../domain/localized.ts";
import type { LonLatBox } from "../../geo/shapes.ts";
import { mapTexts } from "../../i18n/map-texts.ts";
import styles from "./city-map.module.css";
import { type MapCamera, type MapInset, type MapView, moveTo, viewOf } from "./map-camera.ts";
import { MapControls } from "./map-controls.tsx";
import type { MapScene, MapTarget } from "./map-scene.ts";
import { ScaleLine } from "./scale-line.tsx";
import { SceneWriter } from "./scene-writer.ts";
import { type MovableSite, type MovePhase, SiteHandle } from "./site-handle.ts";
import { type MapUnavailable, startMap } from "./start-map.ts";

export interface CityMapProps {
  readonly language: Language;
  /** Undefined as long as there are no data: the map starts all the same. */
  readonly scene: MapScene | undefined;
  readonly camera: MapCamera | undefined;
  /** Box of the whole city, for the way home. */
  readonly home?: LonLatBox | undefined;
  /** CSS pixels at the edges that panels cover: controls and fitting keep clear of them. Keep the object stable. */
  readonly inset?: MapInset | undefined;
  /** What is pointed at elsewhere, in a list or a table. */
  readonly hovered?: MapTarget | undefined;
  /** The place that can be dragged; keep the object stable. */
  readonly movable?: MovableSite | undefined;
  readonly onMove?: ((id: string, lon: number, lat: number, phase: MovePhase) => void) | undefined;
  /** Set while the next click says where something shall stand. */
  readonly onPlace?: ((lon: number, lat: number) => void) | undefined;
  /** False on a slide: no buttons, the scale bar stays. */
  readonly controls?: boolean | undefined;
  /** How much larger than at the desk letters and marks are, for a projector. */
  readonly scale?: number | undefined;
  /** The map stands still after a move; `asked` = it jumped there because `camera` says so. */
  readonly onCamera?: ((view: MapView, asked: boolean) => void) | undefined;
  /** Called when the target under the pointer changes; the point is in CSS pixels from the upper left corner. */
  readonly onHover?: ((target: MapTarget | undefined, point: { x: number; y: number }) => void) | undefined;
  /** A click; undefined = on nothing. */
  readonly onSelect?: ((target: MapTarget | undefined) => void) | undefined;
  /** This scene is painted completely: tiles, labels, cells. Called again after each move. */
  readonly onIdle?: ((scene: MapScene) => void) | undefined;
  /** Areas and background are painted for the first time; places and cells follow. */
  readonly onGround?: (() => void) | undefined;
  /** There is no map; a notice with advice stands in its place. */
  readonly onUnavailable?: ((reason: MapUnavailable) => void) | undefined;
  /** A part could not be drawn, such as a background that cannot be read; the rest stands. Said once per message. */
  readonly onFailure?: ((reason: unknown) => void) | undefined;
  readonly tooltip?: ((target: MapTarget) => ReactNode) | undefined;
}

const NO_INSET: MapInset = { top: 0, right: 0, bottom: 0, left: 0 };
/** The middle of Germany, until a camera is asked for. */
const START: MapView = { zoom: 5.2, lat: 51.2, lon: 10.4 };

interface Engine {
  readonly map: MapLibre;
  readonly handle: SiteHandle;
  readonly writer: SceneWriter;
}

const sameTarget = (a: MapTarget | undefined, b: MapTarget | undefined) =>
  a === b ||
  (a?.on === "sozialraum" && b?.on === "sozialraum" && a.area === b.area) ||
  (a?.on === "anlaufpunkt" && b?.on === "anlaufpunkt" && a.id === b.id);

/** The map of the city: draws a scene, says what is pointed at and chosen, and when all of it is painted. */
export function CityMap(props: CityMapProps) {
  const { scene, camera, language, hovered } = props;
  const inset = props.inset ?? NO_INSET;
  const scale = props.scale ?? 1;
  const texts = mapTexts[language];
  const container = useRef<HTMLDivElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const engine = useRef<Engine | undefined>(undefined);
  const [unavailable, setUnavailable] = useState<MapUnavailable>();
  const [attempt, setAttempt] = useState(0);
  const [view, setView] = useState<MapView>();
  const [target, setTarget] = useState<MapTarget>();

  const idle = useEffectEvent((painted: MapScene) => props.onIdle?.(painted));
  const said = useRef(new Set<string>());
  const grounded = useEffectEvent(() => props.onGround?.());
  const failed = useEffectEvent((reason: unknown) => {
    const message = reason instanceof Error ? reason.message : String(reason);
    if (said.current.has(message)) return;
    said.current.add(message);
    props.onFailure?.(reason);
  });
  const isAsked = useRef(false);
  const moved = useEffectEvent((to: MapView) => {
    setView(to);
    props.onCamera?.(to, isAsked.current);
  });
  const point = useEffectEvent((next: MapTarget | undefined, at: Point) => {
    if (next) placeTip(tip.current, at, container.current);
    if (sameTarget(next, target)) return;
    setTarget(next);
    props.onHover?.(next, { x: at.x, y: at.y });
  });
  const select = useEffectEvent((chosen: MapTarget | undefined) => props.onSelect?.(chosen));
  const move = useEffectEvent((id: string, lon: number, lat: number, phase: MovePhase) =>
    props.onMove?.(id, lon, lat, phase),
  );
  const place = useEffectEvent((lon: number, lat: number) => {
    props.onPlace?.(lon, lat);
    return props.onPlace !== undefined;
  });
  const lose = useEffectEvent((reason: MapUnavailable) => {
    setUnavailable(reason);
    props.onUnavailable?.(reason);
  });
  const begin = useEffectEvent(() => ({ camera, title: texts.map }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt builds a new map.
  useLayoutEffect(() => {
    const box = container.current;
    if (!box) return;
    const start = begin();
    let map: MapLibre;
    try {
      const from = start.camera?.mode === "view" ? start.camera : START;
      map = startMap(box, { center: [from.lon, from.lat], zoom: from.zoom, locale: { "Map.Title": start.title } });
    } catch {
      lose("no-webgl");
      return;
    }
    const writer = new SceneWriter(map, failed, grounded);
    const handle = new SiteHandle(map, move);
    engine.current = { map, handle, writer };
    // A map that begins where it was asked to be does not move.
    setView(viewOf(map));
    map.on("idle", () => {
      const painted = writer.settled;
      if (painted) idle(painted);
    });
    map.on("error", (event) => failed(event.error));
    map.on("move", () => setView(viewOf(map)));
    map.on("moveend", () => moved(viewOf(map)));
    map.on("webglcontextlost", () => lose("context-lost"));
    map.on("click", (event) => {
      if (!place(event.lngLat.lng, event.lngLat.lat)) select(writer.targetAt(event.point));
    });
    const forget = followPointer(map, (at) => {
      // What is moved covers what lies below it.
      const next = at && !handle.isMoving ? writer.targetAt(at) : undefined;
      writer.hover(next);
      point(next, at ?? new Point(0, 0));
    });
    return () => {
      engine.current = undefined;
      forget();
      handle.remove();
      writer.finish();
      map.remove();
    };
  }, [attempt]);

  // A fit is asked for by its key, a view by its numbers; a panel that folds does not move the map.
  const asked = camera && (camera.mode === "fit" ? `fit ${camera.key}` : `${camera.zoom}/${camera.lat}/${camera.lon}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` stands for the camera; a new map has to be moved again.
  useEffect(() => {
    const map = engine.current?.map;
    if (!map || !camera) return;
    // A jump ends before the call returns, an animation does not.
    isAsked.current = true;
    moveTo(map, camera, inset);
    isAsked.current = false;
  }, [attempt, asked]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new map has to be told the scale again.
  useEffect(() => engine.current?.writer.enlarge(scale), [scale, attempt]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new map has to be told the scene again.
  useEffect(() => {
    if (scene) engine.current?.writer.write(scene);
  }, [scene, attempt]);

  useEffect(() => engine.current?.writer.hover(hovered), [hovered]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new map has to be told again what can be moved.
  useEffect(() => engine.current?.handle.write(props.movable, styles.handle ?? ""), [props.movable, attempt]);

  useEffect(() => {
    engine.current?.map.getCanvas().setAttribute("aria-label", texts.map);
  }, [texts]);

  const goHome = () => {
    const map = engine.current?.map;
    if (map && props.home) moveTo(map, { mode: "fit", box: props.home, animate: true, key: "home" }, inset);
  };
  // A legend whose words need more lines than most says its own height.
  const bottom = inset.bottom > 0 ? `max(${inset.bottom + 14}px, var(--legend-room, 0px))` : 14;
  const corner = { right: inset.right + 14, bottom };
  return (
    <div className={styles.frame}>
      <div
        ref={container}
        className={styles.map}
        data-over={target !== undefined}
        data-placing={props.onPlace !== undefined}
      />
      {unavailable ? (
        <MapNotice
          reason={unavailable}
          language={language}
          onRedraw={() => {
            setUnavailable(undefined);
            setAttempt(attempt + 1);
          }}
        />
      ) : (
        <div className={styles.corner} style={corner}>
          {props.controls !== false && (
            <MapControls
              language={language}
              onZoomIn={() => engine.current?.map.zoomIn()}
              onZoomOut={() => engine.current?.map.zoomOut()}
              onHome={props.home && goHome}
            />
          )}
          {view && scene && <ScaleLine view={view} language={language} scale={scale} />}
        </div>
      )}
      <div ref={tip} className={styles.tooltip} aria-hidden="true" hidden={!target || !props.tooltip}>
        {target && props.tooltip?.(target)}
      </div>
    </div>
  );
}

function MapNotice(props: {
  readonly reason: MapUnavailable;
  readonly language: Language;
  readonly onRedraw: () => void;
}) {
  const texts = mapTexts[props.language];
  const { title, advice } = texts.unavailable[props.reason];
  return (
    <div className={styles.notice} role="status">
      <h2>{title}</h2>
      <p>{advice}</p>
      <button type="button" className={styles.redraw} onClick={props.onRedraw}>
        {texts.redraw}
      </button>
    </div>
  );
}

/** Asks for the target once per frame at most, and not while the map is being dragged. */
function followPointer(map: MapLibre, onPoint: (at: Point | undefined) => void): () => void {
  let frame = 0;
  let last: Point | undefined;
  const look = () => {
    frame = 0;
    onPoint(last);
  };
  const plan = (at: Point | undefined) => {
    last = at;
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  map.on("mousemove", (event) => plan(map.isMoving() ? undefined : event.point));
  map.on("mouseout", () => plan(undefined));
  map.on("movestart", () => plan(undefined));
  return () => cancelAnimationFrame(frame);
}

/** Beside the pointer, on the side where there is room. */
function placeTip(tip: HTMLElement | null, at: Point, frame: HTMLElement | null): void {
  if (!tip || !frame) return;
  const left = at.x > frame.clientWidth - 320 ? `calc(${at.x - 14}px - 100%)` : `${at.x + 14}px`;
  const top = at.y > frame.clientHeight - 180 ? `calc(${at.y - 14}px - 100%)` : `${at.y + 14}px`;
  tip.style.transform = `translate(${left}, ${top})`;
}
