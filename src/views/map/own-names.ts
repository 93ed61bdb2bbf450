import type { Level } from "../../domain/sozialraum.ts";
import { shapesBox } from "../../geo/shapes.ts";
import { metresPerPixel } from "./ground-scale.ts";

/** The names that the Sozialräume of a level bear on the map, and the zoom from which they do. */
export interface OwnNames {
  readonly names: readonly string[];
  /** A whole number: filters of tiles see whole zooms only. */
  readonly from: number;
}

/** A name needs about this many pixels of its area's width. */
const ROOM = 68;
/** An area fills about this share of the box around it. */
const FILLED = 0.6;
const METRES_PER_DEGREE = 111_320;

const known = new WeakMap<Level, OwnNames>();

/** The same object for the same level. The zoom is the one at which half of the areas have room for a name. */
export function ownNames(level: Level): OwnNames {
  let own = known.get(level);
  if (!own) {
    own = { names: level.sozialraeume.map(({ name }) => name), from: zoomOfNames(level) };
    known.set(level, own);
  }
  return own;
}

function zoomOfNames({ sozialraeume, shapes }: Level): number {
  const edges: number[] = [];
  let latitude = 0;
  for (let area = 0; area < sozialraeume.length; area++) {
    const box = shapesBox(shapes, area);
    if (!box) continue;
    const [west, south, east, north] = box;
    latitude = (south + north) / 2;
    const width = (east - west) * METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
    edges.push(Math.sqrt(FILLED * width * (north - south) * METRES_PER_DEGREE));
  }
  const median = edges.sort((a, b) => a - b)[edges.length >> 1];
  if (!median) return 12;
  const zoom = Math.round(Math.log2(metresPerPixel(0, latitude) / (median / ROOM)));
  return Math.min(14, Math.max(8, zoom));
}
