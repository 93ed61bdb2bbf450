import { type Shapes, shapesBox } from "../../geo/shapes.ts";
import { type AreaIndex, prepareAreas } from "./area-index.ts";
import { assignToAreas } from "./assign-cells.ts";

export interface AreaSample {
  readonly basis: "residential-land" | "area";
  /** Degrees; their number is a power of two, so that equal parts of whole residents add up without rounding. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

const POINTS = 256;
const FEWEST_ON_LAND = 16;
const TRIES = 65_536;

/**
 * Points that stand for the residents of an area whose total is known but not their homes (rule C7): evenly and always the same, by
 * the Halton sequence (bases 2 and 3) over the box of the area, on residential land within the area where there is enough, else
 * anywhere in the area. An area without extent is sampled at its first vertex; undefined when it has no polygon.
 */
export function sampleArea(shapes: Shapes, area: number, land: AreaIndex | undefined): AreaSample | undefined {
  const box = shapesBox(shapes, area);
  if (!box) return undefined;
  const index = prepareAreas(shapeOf(shapes, area), 1000);
  if (land) {
    const onLand = draw(box, [index, land]);
    if (onLand.lon.length >= FEWEST_ON_LAND) return { basis: "residential-land", ...onLand };
  }
  const anywhere = draw(box, [index]);
  if (anywhere.lon.length > 0) return { basis: "area", ...anywhere };
  const first = 2 * firstVertex(shapes, area);
  return {
    basis: "area",
    lon: shapes.coordinates.slice(first, first + 1),
    lat: shapes.coordinates.slice(first + 1, first + 2),
  };
}

function draw(
  [west, south, east, north]: readonly [number, number, number, number],
  inside: readonly AreaIndex[],
): { lon: Float64Array; lat: Float64Array } {
  const lon: number[] = [];
  const lat: number[] = [];
  for (let from = 1; from <= TRIES && lon.length < POINTS; from += 1024) {
    const tryLon = Float64Array.from({ length: 1024 }, (_, k) => west + (east - west) * halton(from + k, 2));
    const tryLat = Float64Array.from({ length: 1024 }, (_, k) => south + (north - south) * halton(from + k, 3));
    const found = inside.map((index) => assignToAreas(index, tryLon, tryLat).area);
    for (let k = 0; k < 1024 && lon.length < POINTS; k++) {
      if (found.some((area) => (area[k] as number) < 0)) continue;
      lon.push(tryLon[k] as number);
      lat.push(tryLat[k] as number);
    }
  }
  const size = lon.length > 0 ? 2 ** Math.floor(Math.log2(lon.length)) : 0;
  return { lon: Float64Array.from(lon.slice(0, size)), lat: Float64Array.from(lat.slice(0, size)) };
}

/** i-th member of the van der Corput sequence. */
function halton(i: number, base: number): number {
  let fraction = 1;
  let value = 0;
  for (let rest = i; rest > 0; rest = Math.floor(rest / base)) {
    fraction /= base;
    value += fraction * (rest % base);
  }
  return value;
}

function firstVertex(shapes: Shapes, area: number): number {
  return shapes.ringStarts[shapes.polygonStarts[shapes.areaStarts[area] as number] as number] as number;
}

function shapeOf(shapes: Shapes, area: number): Shapes {
  const { coordinates, ringStarts, polygonStarts, areaStarts } = shapes;
  const polygons = polygonStarts.slice(areaStarts[area], (areaStarts[area + 1] as number) + 1);
  const firstRing = polygons[0] as number;
  const rings = ringStarts.slice(firstRing, (polygons[polygons.length - 1] as number) + 1);
  const first = rings[0] as number;
  return {
    coordinates: coordinates.slice(2 * first, 2 * (rings[rings.length - 1] as number)),
    ringStarts: rings.map((v) => v - first),
    polygonStarts: polygons.map((r) => r - firstRing),
    areaStarts: Uint32Array.of(0, polygons.length - 1),
  };
}
