import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type { AppState } from "../app-state.ts";
import { activeLevel, sozialraumIndex } from "./active-level.ts";
import { pointsOfArea } from "./points-of-area.ts";

/** A place that residents of a Sozialraum go to: for how many it is the nearest, and how far they have it. */
export interface NearestPlace {
  readonly place: Anlaufpunkt;
  readonly isInside: boolean;
  /** Residents of the Sozialraum for whom it is the nearest. */
  readonly residents: number;
  /** Mean distance of these residents in metres; undefined for a place inside that is nobody's nearest. */
  readonly meanMetres?: number | undefined;
}

/** The places to which the residents of a Sozialraum have the shortest way, most residents first, and all places inside it. */
export function nearestPlaces(state: AppState, id: string): NearestPlace[] {
  const answer = state.transient.coverage;
  const level = activeLevel(state);
  const area = level && sozialraumIndex(level, id);
  if (!answer || area === undefined || answer.levelId !== level?.id) return [];
  const { demand, coverage } = answer;
  const residents = new Map<number, number>();
  const metres = new Map<number, number>();
  for (const i of pointsOfArea(demand, area)) {
    const people = demand.residents[i] as number;
    const site = coverage.points.nearest[i] as number;
    if (!(people > 0) || site < 0) continue;
    residents.set(site, (residents.get(site) ?? 0) + people);
    metres.set(site, (metres.get(site) ?? 0) + people * (coverage.points.distance[i] as number));
  }
  coverage.siteArea.forEach((siteArea, site) => {
    if (siteArea === area && !residents.has(site)) residents.set(site, 0);
  });
  return [...residents]
    .flatMap(([site, people]): NearestPlace[] => {
      const place = answer.places[site];
      if (!place) return [];
      return [
        {
          place,
          isInside: coverage.siteArea[site] === area,
          residents: people,
          meanMetres: people > 0 ? (metres.get(site) as number) / people : undefined,
        },
      ];
    })
    .sort((a, b) => b.residents - a.residents);
}
