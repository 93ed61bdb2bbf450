import Flatbush from "flatbush";
import { liesIn, type PlaneAreas } from "./plane-areas.ts";

/** Per point in metres of the plane the area it lies in, the first of several; −1 = none, or the point is no place. */
export function areaOfPoints(areas: PlaneAreas, x: Float64Array, y: Float64Array): Int32Array {
  const count = areas.squareMetres.length;
  const found = new Int32Array(x.length).fill(-1);
  if (count === 0) return found;
  const index = new Flatbush(count);
  for (let a = 0; a < count; a++) index.add(...(areas.boxes.slice(4 * a, 4 * a + 4) as unknown as Box));
  index.finish();
  for (let p = 0; p < x.length; p++) {
    const px = x[p] as number;
    const py = y[p] as number;
    if (!Number.isFinite(px + py)) continue;
    const near = index.search(px, py, px, py).sort((a, b) => a - b);
    found[p] = near.find((area) => liesIn(areas, area, px, py)) ?? -1;
  }
  return found;
}

type Box = [number, number, number, number];
