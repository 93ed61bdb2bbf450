import { type AreaIndex, locateInSlice } from "./area-index.ts";

/** Area per point, −1 = in none, and how many those are. */
export interface Assignment {
  readonly area: Int32Array;
  readonly outside: number;
}

/**
 * Assigns each point (degrees, one entry per point) to the area that contains it; border points belong to it, and where several
 * contain a point the smallest index wins – which is the smallest id, as levels are ordered (rule C2). Points with NaN are outside.
 * Throws when the arrays differ in length.
 */
export function assignToAreas(index: AreaIndex, lon: Float64Array, lat: Float64Array): Assignment {
  const n = lon.length;
  if (lat.length !== n) throw new RangeError(`${n} longitudes and ${lat.length} latitudes`);
  const { columns, rows, west, south, columnsPerDegree, rowsPerDegree } = index;
  const { cells, entries, sliceStarts, sliceArea, edges, coordinates } = index;
  const east = columnsPerDegree > 0 ? west + columns / columnsPerDegree : west;
  const north = rowsPerDegree > 0 ? south + rows / rowsPerDegree : south;
  const slackX = (east - west) * 1e-9;
  const slackY = (north - south) * 1e-9;
  const area = new Int32Array(n);
  let outside = 0;
  for (let i = 0; i < n; i++) {
    const x = lon[i] as number;
    const y = lat[i] as number;
    let found = -1;
    if (x >= west && y >= south && x <= east + slackX && y <= north + slackY) {
      let column = ((x - west) * columnsPerDegree) | 0;
      let row = ((y - south) * rowsPerDegree) | 0;
      if (column >= columns) column = columns - 1;
      if (row >= rows) row = rows - 1;
      found = cells[row * columns + column] as number;
      if (found < -1) {
        for (let e = -2 - found; ; e++) {
          const entry = entries[e] as number;
          if (entry < 0) {
            found = entry === -1 ? -1 : -2 - entry;
            break;
          }
          const from = sliceStarts[entry] as number;
          if (locateInSlice(coordinates, edges, from, sliceStarts[entry + 1] as number, x, y) >= 0) {
            found = sliceArea[entry] as number;
            break;
          }
        }
      }
    }
    if (found < 0) outside++;
    area[i] = found;
  }
  return { area, outside };
}
