import type { CoverageAnswer } from "../../../state/coverage-answer.ts";
import { areaSpan } from "../../../state/selectors/area-span.ts";
import type { NearestLines } from "../../map/map-scene.ts";

/** From each inhabited cell of one Sozialraum to its nearest place. */
export function nearestLines(answer: CoverageAnswer, area: number): NearestLines | undefined {
  const { demand, coverage } = answer;
  const from: number[] = [];
  const to: number[] = [];
  const residents: number[] = [];
  const [first, last] = areaSpan(demand, area);
  for (let i = first; i < last; i++) {
    if (demand.area[i] !== area || !((demand.residents[i] as number) > 0)) continue;
    const place = answer.places[coverage.points.nearest[i] as number];
    if (!place) continue;
    from.push(demand.lon[i] as number, demand.lat[i] as number);
    to.push(place.lon, place.lat);
    residents.push(demand.residents[i] as number);
  }
  if (residents.length === 0) return undefined;
  return { from: Float64Array.from(from), to: Float64Array.from(to), residents: Float64Array.from(residents) };
}
