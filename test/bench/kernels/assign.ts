import { bbox, booleanPointInPolygon, point, polygon } from "@turf/turf";
import Flatbush from "flatbush";
import { prepareAreas } from "../../../src/analysis/coverage/area-index.ts";
import { assignToAreas } from "../../../src/analysis/coverage/assign-cells.ts";
import { type Shapes, shapesBox } from "../../../src/geo/shapes.ts";
import { type CityInput, levelOf } from "./given-city.ts";
import {
  type BenchResult,
  demandThat,
  measureTime,
  measureTogether,
  seededRandom,
  type Timed,
} from "./measure-time.ts";

const POINTS = 1_000_000;

/** A million points in the box of a city, each to its area; the time of ours includes the making of its index. */
export function run(city: CityInput): BenchResult {
  const { shapes } = levelOf(city);
  const [west, south, east, north] = shapesBox(shapes) ?? [0, 0, 0, 0];
  const random = seededRandom(1_000_000);
  const lon = new Float64Array(POINTS);
  const lat = new Float64Array(POINTS);
  for (let i = 0; i < POINTS; i++) {
    lon[i] = west + (east - west) * random();
    lat[i] = south + (north - south) * random();
  }
  const build = measureTime(() => prepareAreas(shapes, POINTS), 7);
  const [ours, indexed] = measureTogether(
    [() => assignToAreas(prepareAreas(shapes, POINTS), lon, lat).area, () => flatbushRayCast(shapes, lon, lat)],
    7,
    2,
  ) as [Timed<Int32Array>, Timed<Int32Array>];
  const area = ours.result;
  demandThat(
    indexed.result.every((found, i) => found === area[i]),
    "flatbush with a ray cast",
  );
  const boxed = turfWithBoxes(city, lon, lat, 100_000);
  const naive = turfNaive(city, lon, lat, 2_000);
  for (const [name, { result }] of Object.entries({ boxed, naive })) {
    demandThat(
      result.every((found, i) => found === area[i]),
      `Turf, ${name}`,
    );
  }
  const ratio = (milliseconds: number) => milliseconds / ours.milliseconds;
  return {
    id: "assign-1m",
    what: `assignment of 1,000,000 points to the ${city.areas.length} areas of ${city.name}, index included`,
    value: ours.milliseconds,
    unit: "ms",
    ratios: {
      "Turf without a bounding box": ratio(naive.milliseconds),
      "bounding boxes, then Turf": ratio(boxed.milliseconds),
      "flatbush, then a ray cast on typed arrays": ratio(indexed.milliseconds),
    },
    notes: [
      `fastest of 7 runs: ${ours.fastest.toFixed(1)} ms; of the median the index: ${build.milliseconds.toFixed(1)} ms`,
      `Turf ${naive.milliseconds.toFixed(0)} ms (from 2,000 points), with boxes ${boxed.milliseconds.toFixed(0)} ms (from 100,000), ` +
        `flatbush ${indexed.milliseconds.toFixed(0)} ms`,
      "same answers for all points that the others were asked",
    ],
  };
}

function flatbushRayCast(shapes: Shapes, lon: Float64Array, lat: Float64Array): Int32Array {
  const { coordinates, ringStarts, polygonStarts, areaStarts } = shapes;
  const areas = areaStarts.length - 1;
  const index = new Flatbush(areas);
  for (let a = 0; a < areas; a++) {
    const [west, south, east, north] = shapesBox(shapes, a) ?? [0, 0, 0, 0];
    index.add(west, south, east, north);
  }
  index.finish();
  const contains = (area: number, x: number, y: number): boolean => {
    const from = polygonStarts[areaStarts[area] as number] as number;
    const to = polygonStarts[areaStarts[area + 1] as number] as number;
    let inside = false;
    for (let r = from; r < to; r++) {
      const end = (ringStarts[r + 1] as number) - 1;
      for (let v = 2 * (ringStarts[r] as number); v < 2 * end; v += 2) {
        const y1 = coordinates[v + 1] as number;
        const y2 = coordinates[v + 3] as number;
        if (y1 > y === y2 > y) continue;
        const x1 = coordinates[v] as number;
        if (x < x1 + ((y - y1) / (y2 - y1)) * ((coordinates[v + 2] as number) - x1)) inside = !inside;
      }
    }
    return inside;
  };
  const result = new Int32Array(lon.length);
  for (let i = 0; i < lon.length; i++) {
    const x = lon[i] as number;
    const y = lat[i] as number;
    let found = -1;
    for (const area of index.search(x, y, x, y)) {
      if ((found < 0 || area < found) && contains(area, x, y)) found = area;
    }
    result[i] = found;
  }
  return result;
}

function turfNaive(city: CityInput, lon: Float64Array, lat: Float64Array, sample: number) {
  const features = city.areas.map(({ rings }) => polygon(rings));
  return extrapolated(sample, (i) => {
    const place = point([lon[i] as number, lat[i] as number]);
    return features.findIndex((feature) => booleanPointInPolygon(place, feature));
  });
}

function turfWithBoxes(city: CityInput, lon: Float64Array, lat: Float64Array, sample: number) {
  const features = city.areas.map(({ rings }) => polygon(rings));
  const boxes = features.map((feature) => bbox(feature));
  return extrapolated(sample, (i) => {
    const x = lon[i] as number;
    const y = lat[i] as number;
    const place = point([x, y]);
    return features.findIndex((feature, k) => {
      const [west, south, east, north] = boxes[k] as [number, number, number, number];
      return x >= west && x <= east && y >= south && y <= north && booleanPointInPolygon(place, feature);
    });
  });
}

function extrapolated(sample: number, find: (i: number) => number) {
  const { milliseconds, result } = measureTime(() => Int32Array.from({ length: sample }, (_, i) => find(i)), 1, 0);
  return { milliseconds: (milliseconds * POINTS) / sample, result };
}
