import { useEffect, useMemo } from "react";
import { beginDrag, cancelDrag, dragTo, dropSite } from "../../../commands/drag-site.ts";
import { askForPlace, placeSite } from "../../../commands/place-site.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { activeScenario, shownPlace } from "../../../state/selectors/active-offers.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import type { CityMapProps } from "../../map/city-map.tsx";
import { kindMark } from "../versorgung/kind-marks.ts";

/** What the map lets one do to places: move the chosen one of a what-if, and say where a new one shall stand. */
export function useSiteTools(): Pick<CityMapProps, "movable" | "onMove" | "onPlace"> {
  const app = useApp();
  const texts = scenarioTexts[useLanguage()];
  const canEdit = useAppState(
    (state) => state.view.view === "versorgung" && !state.view.present && activeScenario(state) !== undefined,
  );
  const place = useAppState((state) => shownPlace(state, state.transient.selectedAnlaufpunkt));
  const kinds = useAppState((state) => state.document.supply?.kinds);
  const isPlacing = useAppState((state) => state.transient.placing === true);

  const movable = useMemo(() => {
    if (!canEdit || !place || place.status !== "existing") return undefined;
    const { id, name, lon, lat } = place;
    const kind = kinds?.findIndex((candidate) => candidate.id === place.kind) ?? 0;
    return { id, lon, lat, colour: kindMark(Math.max(0, kind)).colour, label: texts.handle(name || id) };
  }, [canEdit, place, kinds, texts]);

  useEffect(() => {
    if (!isPlacing) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      askForPlace(app, false);
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [app, isPlacing]);

  return {
    movable,
    onMove(id, lon, lat, phase) {
      if (phase === "begin") beginDrag(app, id);
      else if (phase === "move") dragTo(app, lon, lat);
      else if (phase === "drop") dropSite(app);
      else cancelDrag(app);
    },
    ...(isPlacing && { onPlace: (lon: number, lat: number) => placeSite(app, lon, lat) }),
  };
}
