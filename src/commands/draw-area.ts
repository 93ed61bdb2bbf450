import { CORNERS_MOST, type Corner } from "../state/view.ts";
import { type App, changeTransient } from "./app.ts";
import { changeView } from "./change-view.ts";

/** The next clicks on the map are the corners of an area. */
export function beginDrawing(app: App): void {
  changeTransient(app, { drawing: [], placing: undefined });
}

/** One more corner, whether clicked or typed; begins an area where none is being drawn. */
export function addCorner(app: App, corner: Corner): void {
  const { drawing = [] } = app.store.getState().transient;
  if (drawing.length >= CORNERS_MOST) return;
  changeTransient(app, { drawing: [...drawing, corner] });
}

export function removeCorner(app: App): void {
  const { drawing } = app.store.getState().transient;
  if (drawing) changeTransient(app, { drawing: drawing.slice(0, -1) });
}

export function cancelDrawing(app: App): void {
  changeTransient(app, { drawing: undefined });
}

/** The area is drawn: sites may stand in it. With fewer than three corners there is none. */
export function finishDrawing(app: App): void {
  const { transient, view } = app.store.getState();
  const { drawing } = transient;
  if (!drawing || drawing.length < 3) return;
  changeTransient(app, { drawing: undefined });
  changeView(app, { drawn: drawing, sites: { ...view.sites, where: "drawn" } });
}
