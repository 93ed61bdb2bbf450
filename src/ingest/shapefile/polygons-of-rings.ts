type Ring = GeoJSON.Position[];

/**
 * Rings of a shapefile as polygons with their holes. Outer rings run clockwise, holes the other way round, and nothing else says which
 * hole is whose: it is the smallest outer ring around it. A hole with no ring around it, and a file that turns all rings the wrong way,
 * are read by what lies in what.
 * @returns null when there is no ring
 */
export function polygonsOfRings(rings: Ring[]): GeoJSON.Polygon | GeoJSON.MultiPolygon | null {
  const measured = rings.map((ring) => ({ ring, area: signedArea(ring), holes: [] as Ring[] }));
  const outers = measured.filter(({ area }) => area <= 0);
  const inners = measured.filter(({ area }) => area > 0);
  if (outers.length === 0) return byNesting(rings);
  // The smallest around a hole comes first.
  const bySize = [...outers].sort((a, b) => Math.abs(a.area) - Math.abs(b.area));
  for (const inner of inners) {
    const outer = bySize.find(({ ring, area }) => -area >= inner.area && liesIn(inner.ring, ring));
    if (outer) outer.holes.push(inner.ring);
    else outers.push(inner);
  }
  return asGeometry(outers.map(({ ring, holes }) => [ring, ...holes]));
}

function byNesting(rings: Ring[]): GeoJSON.Polygon | GeoJSON.MultiPolygon | null {
  const bySize = [...rings].sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
  const polygons: Ring[][] = [];
  for (const [index, ring] of bySize.entries()) {
    const around = bySize.slice(0, index).filter((larger) => liesIn(ring, larger));
    const nearest = around.at(-1);
    const polygon = around.length % 2 === 1 ? polygons.find(([outer]) => outer === nearest) : undefined;
    if (polygon) polygon.push(ring);
    else polygons.push([ring]);
  }
  return asGeometry(polygons);
}

function asGeometry(polygons: Ring[][]): GeoJSON.Polygon | GeoJSON.MultiPolygon | null {
  const [only] = polygons;
  if (only === undefined) return null;
  return polygons.length === 1
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}

/** Negative when the ring runs clockwise. Coordinates of millions of metres are measured from the first corner: the sums stay exact. */
function signedArea(ring: Ring): number {
  const [x0, y0] = [ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0];
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1] as GeoJSON.Position, ring[i] as GeoJSON.Position];
    twice += ((a[0] ?? 0) - x0) * ((b[1] ?? 0) - y0) - ((b[0] ?? 0) - x0) * ((a[1] ?? 0) - y0);
  }
  return twice / 2;
}

/** Corners that decide where a ring lies; one of them may lie on the other ring, all of them do not. */
const ASKED = 9;

function liesIn(inner: Ring, outer: Ring): boolean {
  const step = Math.max(1, Math.floor(inner.length / ASKED));
  let inside = 0;
  let asked = 0;
  for (let i = 0; i < inner.length; i += step) {
    asked++;
    if (contains(outer, inner[i] as GeoJSON.Position)) inside++;
  }
  return inside > asked / 2;
}

function contains(ring: Ring, [x = 0, y = 0]: GeoJSON.Position): boolean {
  let isInside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi = 0, yi = 0] = ring[i] as GeoJSON.Position;
    const [xj = 0, yj = 0] = ring[j] as GeoJSON.Position;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) isInside = !isInside;
  }
  return isInside;
}
