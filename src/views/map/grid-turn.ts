import type { CellCloud } from "./map-scene.ts";

const SAMPLE = 400;
const METRES_PER_DEGREE = 111_320;

/**
 * How far the grid of the cells is turned against north, measured on neighbours: from a sample of cells the vector to the
 * nearest other one that is about one edge away.
 * @returns radians in (−π/4, π/4], counter-clockwise; 0 when there are no neighbours to measure on
 */
export function gridTurn({ lon, lat, cellSizeMetres }: CellCloud): number {
  const n = lon.length;
  // Neighbours of a row stand close to it in most files; where they do not, the grid stays unturned.
  const step = Math.max(1, Math.floor(n / SAMPLE));
  let cos = 0;
  let sin = 0;
  for (let i = 0; i < n; i += step) {
    const edge = cellSizeMetres[i] as number;
    const perLon = METRES_PER_DEGREE * Math.cos(((lat[i] as number) * Math.PI) / 180);
    for (let j = Math.max(0, i - 60); j < Math.min(n, i + 60); j++) {
      const dx = ((lon[j] as number) - (lon[i] as number)) * perLon;
      const dy = ((lat[j] as number) - (lat[i] as number)) * METRES_PER_DEGREE;
      const distance = Math.hypot(dx, dy);
      if (Math.abs(distance - edge) > 0.03 * edge) continue;
      // Four directions are one: the angle times four.
      const angle = 4 * Math.atan2(dy, dx);
      cos += Math.cos(angle);
      sin += Math.sin(angle);
    }
  }
  return cos === 0 && sin === 0 ? 0 : Math.atan2(sin, cos) / 4;
}
