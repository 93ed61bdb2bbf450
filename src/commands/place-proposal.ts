import { prepareAreas } from "../analysis/coverage/area-index.ts";
import { assignToAreas } from "../analysis/coverage/assign-cells.ts";
import type { SitingProposal } from "../analysis/siting/siting-tasks.ts";
import type { Level } from "../domain/sozialraum.ts";
import { pickShapes } from "../geo/pick-shapes.ts";
import { type LonLatBox, shapesBox } from "../geo/shapes.ts";
import type { ProposedSite } from "../state/sites-answer.ts";
import type { BestSitesQuestion } from "./best-sites-question.ts";

export function levelOf({ map, level }: Pick<BestSitesQuestion, "map" | "level">): Level {
  const found = map.levels.find(({ id }) => id === level);
  if (!found) throw new Error(`no level ${level}`);
  return found;
}

/** The sites of a proposal with what is known of their places. */
export function placeProposal(question: BestSitesQuestion, { sites, lon, lat, gains }: SitingProposal): ProposedSite[] {
  const { source } = question;
  const level = levelOf(question);
  const area = areasOf(level, lon, lat);
  return [...sites].map((candidate, k): ProposedSite => {
    const found = level.sozialraeume[area[k] as number];
    return {
      lon: lon[k] as number,
      lat: lat[k] as number,
      gain: gains[k] as number,
      name: source === "cells" ? undefined : source.names[candidate] || undefined,
      sozialraum: found && { id: found.id, name: found.name },
    };
  });
}

const boxes = new WeakMap<Level, ReturnType<typeof shapesBox>[]>();

/** In which areas a few points lie: only areas whose box holds one of them are looked at. */
function areasOf(level: Level, lon: Float64Array, lat: Float64Array): Int32Array {
  let known = boxes.get(level);
  if (!known) {
    known = level.sozialraeume.map((_, area) => shapesBox(level.shapes, area));
    boxes.set(level, known);
  }
  const byLon = [...lon.keys()].sort((a, b) => (lon[a] as number) - (lon[b] as number));
  const near = known.flatMap((box, area) => (box && holdsOne(box, byLon, lon, lat) ? [area] : []));
  const { area } = assignToAreas(prepareAreas(pickShapes(level.shapes, near), lon.length), lon, lat);
  return area.map((index) => near[index] ?? -1);
}

/** Whether one of the points, given in the order of their longitudes, lies in the box. */
function holdsOne(
  [west, south, east, north]: LonLatBox,
  byLon: readonly number[],
  lon: Float64Array,
  lat: Float64Array,
): boolean {
  let low = 0;
  let high = byLon.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lon[byLon[middle] as number] as number) < west) low = middle + 1;
    else high = middle;
  }
  for (; low < byLon.length; low++) {
    const k = byLon[low] as number;
    if ((lon[k] as number) > east) return false;
    if ((lat[k] as number) >= south && (lat[k] as number) <= north) return true;
  }
  return false;
}
