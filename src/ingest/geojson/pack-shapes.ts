import type { CrsId } from "../../geo/crs.ts";
import { toLonLat } from "../../geo/crs.ts";
import type { Shapes } from "../../geo/shapes.ts";

export type RingFlaw = "too-short" | "not-a-number" | "outside-crs";

export interface PackedShapes {
  readonly shapes: Shapes;
  /** Flaws per geometry: rings that were left out, and rings that were closed. */
  readonly flaws: readonly { readonly index: number; readonly flaw: RingFlaw }[];
  readonly closed: readonly number[];
  /** Geometries of which nothing was left; they have no polygon in `shapes`. */
  readonly empty: readonly number[];
}

type Ring = readonly (readonly number[])[];

/**
 * Packs areas into flat arrays in the order given and projects them to degrees once. Rings that are open are closed; rings of fewer
 * than three different points and rings with coordinates that are no numbers are left out, a polygon with its outer ring.
 */
export function packShapes(geometries: readonly GeoJSON.Geometry[], crs: CrsId): PackedShapes {
  const flaws: { index: number; flaw: RingFlaw }[] = [];
  const closed: number[] = [];
  const empty: number[] = [];
  const kept = geometries.map((geometry, index) => {
    const polygons = polygonsOf(geometry).flatMap((polygon) => {
      const rings: Ring[] = [];
      for (const [r, ring] of polygon.entries()) {
        const flaw = flawOf(ring, crs);
        if (flaw === undefined) rings.push(ring);
        else {
          flaws.push({ index, flaw });
          if (r === 0) return [];
        }
      }
      return rings.length > 0 ? [rings] : [];
    });
    if (polygons.length === 0) empty.push(index);
    if (polygons.some((rings) => rings.some((ring) => !isClosed(ring)))) closed.push(index);
    return polygons;
  });
  return { shapes: flatten(kept, crs), flaws, closed, empty };
}

/** Polygons of an area; members of a collection that are no areas do not count. */
function polygonsOf(geometry: GeoJSON.Geometry): readonly (readonly Ring[])[] {
  switch (geometry.type) {
    case "Polygon":
      return Array.isArray(geometry.coordinates) ? [geometry.coordinates] : [];
    case "MultiPolygon":
      return Array.isArray(geometry.coordinates) ? geometry.coordinates : [];
    case "GeometryCollection":
      return geometry.geometries.flatMap(polygonsOf);
    default:
      return [];
  }
}

function flawOf(ring: Ring, crs: CrsId): RingFlaw | undefined {
  let different = 0;
  for (let i = 0; i < ring.length; i++) {
    const x = ring[i]?.[0];
    const y = ring[i]?.[1];
    if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y))
      return "not-a-number";
    if (i === 0 || x !== ring[i - 1]?.[0] || y !== ring[i - 1]?.[1]) different++;
  }
  if (isClosed(ring) && ring.length > 1) different--;
  if (different < 3) return "too-short";
  const xs = Float64Array.from(ring, (position) => position[0] as number);
  const ys = Float64Array.from(ring, (position) => position[1] as number);
  return toLonLat(crs, xs, ys) > 0 ? "outside-crs" : undefined;
}

function isClosed(ring: Ring): boolean {
  const first = ring[0];
  const last = ring[ring.length - 1];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

function flatten(areas: readonly (readonly (readonly Ring[])[])[], crs: CrsId): Shapes {
  const polygons = areas.flat();
  const rings = polygons.flat();
  let vertices = 0;
  for (const ring of rings) vertices += ring.length + (isClosed(ring) ? 0 : 1);
  const ringStarts = new Uint32Array(rings.length + 1);
  const polygonStarts = new Uint32Array(polygons.length + 1);
  const areaStarts = new Uint32Array(areas.length + 1);
  for (const [a, area] of areas.entries()) areaStarts[a + 1] = (areaStarts[a] as number) + area.length;
  for (const [p, polygon] of polygons.entries()) polygonStarts[p + 1] = (polygonStarts[p] as number) + polygon.length;
  const xs = new Float64Array(vertices);
  const ys = new Float64Array(vertices);
  let v = 0;
  for (const [r, ring] of rings.entries()) {
    const first = v;
    for (const position of ring) {
      xs[v] = position[0] as number;
      ys[v] = position[1] as number;
      v++;
    }
    if (!isClosed(ring)) {
      xs[v] = xs[first] as number;
      ys[v] = ys[first] as number;
      v++;
    }
    ringStarts[r + 1] = v;
  }
  toLonLat(crs, xs, ys);
  const coordinates = new Float64Array(2 * vertices);
  for (let i = 0; i < vertices; i++) {
    coordinates[2 * i] = xs[i] as number;
    coordinates[2 * i + 1] = ys[i] as number;
  }
  return { coordinates, ringStarts, polygonStarts, areaStarts };
}
