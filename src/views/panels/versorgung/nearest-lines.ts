import type { CoverageAnswer } from "../../../state/coverage-answer.ts";
import { pointsOfArea } from "../../../state/selectors/points-of-area.ts";
import type { NearestLines } from "../../map/map-scene.ts";

/** From each inhabited cell of one Sozialraum to its nearest place. */
export function nearestLines(answer: CoverageAnswer, area: number): NearestLines | undefined {
  const { demand, coverage } = answer;
  const from: number[] = [];
  const to: number[] = [];
  const residents: number[] = [];
  for (const i of pointsOfArea(demand, area)) {
    if (!((demand.residents[i] as number) > 0)) continue;
    const place = answer.places[coverage.points.nearest[i] as number];
    if (!place) continue;
    from.push(demand.lon[i] as number, demand.lat[i] as number);
    to.push(place.lon, place.lat);
    residents.push(demand.residents[i] as number);
  }
  if (residents.length === 0) return undefined;
  return { from: Float64Array.from(from), to: Float64Array.from(to), residents: Float64Array.from(residents) };
}
