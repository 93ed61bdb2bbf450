import { useEffect } from "react";
import { addCorner, cancelDrawing, finishDrawing, removeCorner } from "../../../commands/draw-area.ts";
import { useApp, useAppState } from "../../app-context.tsx";
import type { CityMapProps } from "../../map/city-map.tsx";

/** While an area is drawn, clicks on the map are its corners; Enter closes it, Backspace takes the last corner away, Escape cancels. */
export function useDrawingTools(): Pick<CityMapProps, "onPlace"> {
  const app = useApp();
  const isDrawing = useAppState(({ view, transient }) => transient.drawing !== undefined && view.panel === "sites");
  useEffect(() => {
    if (!isDrawing) return;
    const press = (event: KeyboardEvent) => {
      const { target } = event;
      // A field and a button have these keys for themselves.
      const isOwn = target instanceof HTMLElement && target.closest("input, button, select, [role=option]") !== null;
      if (event.key === "Escape") cancelDrawing(app);
      else if (isOwn) return;
      else if (event.key === "Enter") finishDrawing(app);
      else if (event.key === "Backspace") removeCorner(app);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [app, isDrawing]);
  return isDrawing ? { onPlace: (lon, lat) => addCorner(app, { lon, lat }) } : {};
}
