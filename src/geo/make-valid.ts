import { difference, union } from "polyclip-ts";

type Area = GeoJSON.Polygon | GeoJSON.MultiPolygon;
type Cut = Parameters<typeof union>[0];

/** The polygons of an area, closed rings of positions. */
function polygonsOf(area: Area): GeoJSON.Position[][][] {
  return area.type === "Polygon" ? [area.coordinates] : area.coordinates;
}

const flat = (area: Area): Cut =>
  polygonsOf(area).map((rings) => rings.map((ring) => ring.map(([x, y]) => [x as number, y as number])));

/**
 * The area with its rings cut where they cross or touch themselves (union with itself, polyclip-ts): no ground is lost that lies inside
 * by the even-odd rule. In the coordinates given. Undefined when nothing is left, or the rings cannot be cut.
 */
export function madeValid(area: Area): GeoJSON.MultiPolygon | undefined {
  return cut(() => union(flat(area)));
}

/** The area without the ground of another one. Undefined when nothing is left, or they cannot be cut. */
export function withoutGround(area: Area, other: Area): GeoJSON.MultiPolygon | undefined {
  return cut(() => difference(flat(area), flat(other)));
}

function cut(make: () => [number, number][][][]): GeoJSON.MultiPolygon | undefined {
  try {
    const coordinates = make();
    return coordinates.length > 0 ? { type: "MultiPolygon", coordinates } : undefined;
  } catch {
    return undefined;
  }
}
