import { ORIGIN } from "./city-plan.mjs";
import { fromUtm } from "./utm.mjs";

/** Degrees with six decimals: a decimetre, and the same text for the same point everywhere. */
const round = (value) => Math.round(value * 1e6) / 1e6;

/** City metres → longitude and latitude. */
export function toLonLat([x, y]) {
  const [lon, lat] = fromUtm([ORIGIN[0] + x, ORIGIN[1] + y]);
  return [round(lon), round(lat)];
}

/** A line in degrees, without points that coincide after rounding. */
export function lineToLonLat(points) {
  const result = [];
  for (const point of points) {
    const [lon, lat] = toLonLat(point);
    const last = result.at(-1);
    if (!last || last[0] !== lon || last[1] !== lat) result.push([lon, lat]);
  }
  return result;
}

/** A closed ring in degrees. */
function ringToLonLat(ring) {
  const open = ring[0][0] === ring.at(-1)[0] && ring[0][1] === ring.at(-1)[1] ? ring.slice(0, -1) : ring;
  const result = lineToLonLat(open);
  return [...result, result[0]];
}

export const polygonToLonLat = (polygon) => polygon.map(ringToLonLat);
