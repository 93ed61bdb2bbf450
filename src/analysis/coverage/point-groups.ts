/**
 * Consecutive points in groups: where those of a group lie, and of which areas they are. Who draws a part of the map, or asks for one area, then
 * looks at some groups and not at the points of a whole country. Flat, small.
 */
export interface PointGroups {
  /** Points per group; the last one may have fewer. */
  readonly size: number;
  /** Interleaved west, south, east and north of each group, degrees. */
  readonly boxes: Float64Array;
  /** Interleaved lowest and highest index of an area in each group, −1 = outside all. */
  readonly areas: Int32Array;
}

/** Few enough that what lies at the edge of a screen is not drawn far beyond it, and a country has some hundred groups. */
const POINTS_PER_GROUP = 4096;

/** Groups points that stand in an order in which neighbours in the arrays are neighbours on the ground. O(points). */
export function groupPoints(
  lon: Float64Array,
  lat: Float64Array,
  area: Int32Array,
  size: number = POINTS_PER_GROUP,
): PointGroups {
  const groups = Math.ceil(lon.length / size);
  const boxes = new Float64Array(4 * groups);
  const areas = new Int32Array(2 * groups);
  for (let group = 0; group < groups; group++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    let lowest = 2 ** 31 - 1;
    let highest = -1;
    const end = Math.min(lon.length, (group + 1) * size);
    for (let i = group * size; i < end; i++) {
      const x = lon[i] as number;
      const y = lat[i] as number;
      const a = area[i] as number;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < south) south = y;
      if (y > north) north = y;
      if (a < lowest) lowest = a;
      if (a > highest) highest = a;
    }
    boxes.set([west, south, east, north], 4 * group);
    areas.set([lowest, highest], 2 * group);
  }
  return { size, boxes, areas };
}
