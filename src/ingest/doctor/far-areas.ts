import { type LonLatBox, type Shapes, shapesBox } from "../../geo/shapes.ts";

/** Hamburg has Neuwerk, eight times as far away as three quarters of the city are from its middle. */
const TIMES_AS_FAR = 20;
const LEAST_DEGREES = 0.5;
/** Of fewer nobody knows which one is the stray. */
const LEAST_AREAS = 4;

/** Where the city lies, and what is said to be its part and lies elsewhere. */
export interface CityGround {
  /** Of all areas that are not far; degrees. */
  readonly box?: LonLatBox | undefined;
  /** Of each level's shapes: indexes of areas that lie in another part of the world. */
  readonly far: ReadonlyMap<Shapes, ReadonlySet<number>>;
}

/** One area at 0/0 or with its axes swapped would make the city as wide as the world, and everything else would lie near it. */
export function cityGround(levels: readonly Shapes[]): CityGround {
  const boxes = levels
    .flatMap((shapes) =>
      Array.from({ length: shapes.areaStarts.length - 1 }, (_, index) => ({
        shapes,
        index,
        box: shapesBox(shapes, index),
      })),
    )
    .filter((one): one is typeof one & { readonly box: LonLatBox } => one.box !== undefined);
  const middleOf = ([west, south, east, north]: LonLatBox) => [(west + east) / 2, (south + north) / 2] as const;
  const lon = middle(boxes.map(({ box }) => middleOf(box)[0]));
  const lat = middle(boxes.map(({ box }) => middleOf(box)[1]));
  const distances = boxes.map(({ box }) => {
    const [x, y] = middleOf(box);
    return Math.max(Math.abs(x - lon), Math.abs(y - lat));
  });
  const usual = [...distances].sort((a, b) => a - b)[Math.floor(0.75 * (boxes.length - 1))] ?? 0;
  const most = boxes.length < LEAST_AREAS ? Infinity : Math.max(LEAST_DEGREES, TIMES_AS_FAR * usual);
  const far = new Map<Shapes, Set<number>>();
  let whole: LonLatBox | undefined;
  for (const [i, { shapes, index, box }] of boxes.entries()) {
    if ((distances[i] as number) > most) {
      far.set(shapes, (far.get(shapes) ?? new Set()).add(index));
      continue;
    }
    whole = whole
      ? [Math.min(whole[0], box[0]), Math.min(whole[1], box[1]), Math.max(whole[2], box[2]), Math.max(whole[3], box[3])]
      : box;
  }
  return { box: whole, far };
}

function middle(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Why something may lie elsewhere: nothing was entered, or north and east were swapped. */
export function whyFar(lon: number, lat: number, [west, south, east, north]: LonLatBox): "zero" | "swapped" | "far" {
  if (Math.abs(lon) < 0.1 && Math.abs(lat) < 0.1) return "zero";
  const [wide, high] = [east - west, north - south];
  const isSwapped = lat > west - wide && lat < east + wide && lon > south - high && lon < north + high;
  return isSwapped ? "swapped" : "far";
}
