import { type ReactNode, useMemo } from "react";
import type { LegendMark } from "../../../domain/legend.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { SITES_MOST } from "../../../state/view.ts";
import { useAppState, useLanguage } from "../../app-context.tsx";
import { later } from "../../controls/later.tsx";
import type { DrawnArea, MapTarget, PlaceMark } from "../../map/map-scene.ts";
import { CHANGED_INK } from "../versorgung/kind-marks.ts";
import { siteIndex, siteMarkId } from "./site-mark-id.ts";

const SiteTooltip = later("site-tooltip", () => import("./site-tooltip.tsx").then((part) => part.SiteTooltip));

interface SitesLayer {
  readonly marks: readonly PlaceMark[];
  readonly legend: LegendMark | undefined;
  /** What a planned place is while sites are sought; undefined = the same as everywhere. */
  readonly planned: string | undefined;
  readonly drawn: DrawnArea | undefined;
  describe(target: MapTarget): ReactNode | undefined;
}

/** More numbers than these hide one another and the city. */
const NUMBERED_AT_MOST = SITES_MOST;
const LOOK = { shape: "circle", colour: CHANGED_INK, hollow: true } as const;

/** What the panel of the best sites adds to the map: the proposed sites by their numbers, and the area that is or was drawn. */
export function useSitesLayer(): SitesLayer | undefined {
  const texts = versorgungTexts[useLanguage()];
  const isShown = useAppState(({ view }) => view.view === "versorgung" && view.panel === "sites");
  const isPlannedFixed = useAppState(({ view }) => view.sites.planned);
  const answer = useAppState((state) => state.transient.answers.bestSites);
  const drawing = useAppState((state) => state.transient.drawing);
  const corners = useAppState(({ view }) => (view.sites.where === "drawn" ? view.drawn : undefined));
  return useMemo(() => {
    if (!isShown) return undefined;
    const sites = answer && "proposal" in answer ? answer.sites : [];
    const marks = sites.map(
      ({ lon, lat, name }, index): PlaceMark => ({
        id: siteMarkId(index),
        lon,
        lat,
        ...LOOK,
        label: name ?? "",
        number: index < NUMBERED_AT_MOST ? index + 1 : undefined,
      }),
    );
    return {
      marks,
      planned: isPlannedFixed ? texts.plannedFixed : undefined,
      legend: marks.length > 0 ? { key: "proposed", ...LOOK, label: texts.proposedSites } : undefined,
      drawn: drawing ? { corners: drawing, isOpen: true } : corners && { corners, isOpen: false },
      describe(target) {
        const index = target.on === "anlaufpunkt" ? siteIndex(target.id) : undefined;
        return index === undefined ? undefined : <SiteTooltip index={index} />;
      },
    };
  }, [isShown, isPlannedFixed, answer, drawing, corners, texts]);
}
