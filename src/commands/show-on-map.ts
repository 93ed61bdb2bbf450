import { type LonLatBox, shapesBox } from "../geo/shapes.ts";
import { activeKinds } from "../state/selectors/active-kinds.ts";
import { activeLevel, sozialraumIndex } from "../state/selectors/active-level.ts";
import { shownPlace } from "../state/selectors/active-offers.ts";
import { type App, changeTransient } from "./app.ts";
import { changeView } from "./change-view.ts";

let nextKey = 1;

function flyTo(app: App, box: LonLatBox, animate = true): void {
  changeTransient(app, { camera: { box, animate, key: nextKey++ } });
}

/** Selects a Sozialraum, shows it on the map, and opens its Steckbrief; from other views it leads back to the map. */
export function showSozialraum(app: App, id: string, options: { level?: string | undefined } = {}): void {
  const { view, document } = app.store.getState();
  const onMap = view.view === "versorgung" || view.view === "vergleich";
  const level =
    document.map?.levels.find((candidate) => candidate.id === options.level) ?? activeLevel(app.store.getState());
  if (!level) return;
  const isFinest = level === document.map?.levels[0];
  changeView(app, {
    view: onMap ? view.view : "versorgung",
    level: isFinest ? undefined : level.id,
    sozialraum: id,
  });
  changeTransient(app, { pointed: undefined });
  const index = sozialraumIndex(level, id);
  const box = index === undefined ? undefined : shapesBox(level.shapes, index);
  if (box) flyTo(app, box);
}

export function clearSozialraum(app: App): void {
  changeView(app, { sozialraum: undefined });
}

/** About 600 m around a place. */
const AROUND_PLACE_DEGREES = 0.006;

function flyAround(app: App, { lon, lat }: { readonly lon: number; readonly lat: number }): void {
  const east = AROUND_PLACE_DEGREES / Math.cos((lat * Math.PI) / 180);
  flyTo(app, [lon - east, lat - AROUND_PLACE_DEGREES, lon + east, lat + AROUND_PLACE_DEGREES]);
}

export function showAnlaufpunkt(app: App, id: string): void {
  const place = shownPlace(app.store.getState(), id);
  if (!place) return;
  const { view } = app.store.getState();
  if (view.view !== "versorgung") changeView(app, { view: "versorgung" });
  // Places of kinds that are not chosen and closed ones have no sign of their own on the map.
  const isDrawn = place.status !== "closed" && activeKinds(app.store.getState()).includes(place.kind);
  const { lon, lat } = place;
  changeTransient(app, { selectedAnlaufpunkt: id, pointed: isDrawn ? undefined : { lon, lat } });
  flyAround(app, place);
}

/** Marks a coordinate on the map and flies there; `title` = what is there, where it is more than a place that was told of. */
export function showPoint(
  app: App,
  { lon, lat, title }: { readonly lon: number; readonly lat: number; readonly title?: string | undefined },
): void {
  if (app.store.getState().view.view !== "versorgung") changeView(app, { view: "versorgung" });
  changeTransient(app, { selectedAnlaufpunkt: undefined, pointed: { lon, lat, title } });
  flyAround(app, { lon, lat });
}

/** Takes up a proposed site by the id of its mark and flies there. */
export function showProposedSite(app: App, id: string, at: { readonly lon: number; readonly lat: number }): void {
  changeTransient(app, { selectedAnlaufpunkt: id, pointed: undefined });
  flyAround(app, at);
}

/** Selects where the user clicked; the map stays where it is. */
export function selectSozialraum(app: App, id: string | undefined): void {
  changeTransient(app, { selectedAnlaufpunkt: undefined, pointed: undefined });
  changeView(app, { sozialraum: id });
}

export function selectAnlaufpunkt(app: App, id: string | undefined): void {
  changeTransient(app, { selectedAnlaufpunkt: id, pointed: undefined });
}

export function hoverSozialraum(app: App, id: string | undefined): void {
  if (app.store.getState().transient.hoveredSozialraum !== id) changeTransient(app, { hoveredSozialraum: id });
}
