import type { ExpressionSpecification } from "maplibre-gl";

/** Zoom and the radius of the largest circle there, in CSS pixels; between two of them it grows exponentially. */
const STOPS = [
  [8, 6],
  [10, 15],
  [13, 50],
  [16, 90],
] as const;
const BASE = 1.5;

/** Radius of the circle of the largest value at a zoom, in CSS pixels: what the map draws, for its legend. */
export function largestCircle(zoom: number): number {
  let [below, radius] = STOPS[0] as readonly [number, number];
  if (zoom <= below) return radius;
  for (const [above, next] of STOPS) {
    if (zoom <= above) {
      const part = (BASE ** (zoom - below) - 1) / (BASE ** (above - below) - 1);
      return radius + part * (next - radius);
    }
    [below, radius] = [above, next];
  }
  return radius;
}

/** The same for the map: times the root of each feature's share of the largest value. */
export const CIRCLE_RADIUS = [
  "interpolate",
  ["exponential", BASE],
  ["zoom"],
  ...STOPS.flatMap(([zoom, radius]) => [zoom, ["*", radius, ["sqrt", ["get", "share"]]]]),
] as unknown as ExpressionSpecification;
