import { contours } from "d3-contour";
import { fromPlane, planeScale } from "../../geo/local-plane.ts";
import type { Shapes } from "../../geo/shapes.ts";
import { EdgeWays } from "./edge-ways.ts";
import type { Snapped } from "./snap-to-network.ts";
import { type NodeWays, walkToSites } from "./walk-to-sites.ts";
import type { WalkingGraph } from "./walking-graph.ts";

export interface IsochroneOptions {
  /** Metres of way, in any order; at least one, none negative. */
  readonly bands: readonly number[];
  /** Sites farther than this from the network have no area. */
  readonly snapWithin: number;
  /** Metres beside a way that still count as on it; own choice: 75. */
  readonly beside?: number | undefined;
  /** Side of the raster in metres; own choice: 25. It is coarser where the area would need more than four million cells. */
  readonly cell?: number | undefined;
}

export interface Isochrones {
  /** Metres of way, ascending, each once; area b of `shapes` is where at most bands[b] metres are walked. */
  readonly bands: Float64Array;
  /** Degrees. Outer rings and holes; each area contains those of the smaller bands. */
  readonly shapes: Shapes;
  /** Side of the raster in metres as it was used. */
  readonly cell: number;
}

const MOST_CELLS = 4_000_000;

/**
 * From where a site is reached within so many metres, as areas (rule C14). A raster over the land asks at each of its points what a
 * resident there would be told: the nearest way within `beside` metres, the distance to it, and the way along the network – so a river
 * without a bridge stays a border however near the other bank is. Between raster points the border is drawn linearly (marching squares,
 * Lorensen & Cline 1987), so it is right to about half a cell; gaps and necks narrower than a cell may close or part.
 * 28 bytes per raster point. Throws when a band is not a number ≥ 0 or `cell` or `beside` is not above zero.
 */
export function isochrones(graph: WalkingGraph, sites: Snapped, options: IsochroneOptions): Isochrones {
  const { snapWithin, beside = 75, cell: wanted = 25 } = options;
  const bands = Float64Array.from(new Set(options.bands)).sort();
  for (const band of bands) if (!(band >= 0)) throw new RangeError(`band ${band} is not a number of metres`);
  if (bands.length === 0) throw new RangeError("no band is given");
  if (!(beside > 0 && wanted > 0)) throw new RangeError(`beside ${beside} and cell ${wanted} must be above zero`);
  const widest = bands[bands.length - 1] as number;
  // Two cells more than the widest band: its border runs between points inside and points outside.
  const walk = (cell: number): NodeWays => walkToSites(graph, sites, { snapWithin, upTo: widest + 2 * cell });
  const around = walk(wanted);
  const frame = frameAround(graph, sites, around, { snapWithin, wanted, upTo: widest + beside });
  if (!frame) return { bands, shapes: shapesOf([...bands].map(() => [])), cell: wanted };

  const nodes = frame.cell > wanted ? walk(frame.cell) : around;
  const { slack, off } = layWays(graph, sites, nodes, frame, beside, snapWithin);
  const { columns, rows, cell } = frame;
  const outline = contours().size([columns, rows]);
  const values = new Array<number>(columns * rows).fill(0);
  // Where a border leaps over a river its place between two raster points means nothing: it is kept from leaning against one of them.
  const steepest = 1.5 * cell;
  const areas = Array.from(bands, (band) => {
    for (let k = 0; k < values.length; k++) {
      const inside = Math.min(band - (slack[k] as number), beside - (off[k] as number));
      values[k] = Math.max(-steepest, Math.min(steepest, inside));
    }
    return outline
      .contour(values, 0)
      .coordinates.map((polygon) => polygon.map((ring) => toDegrees(graph, frame, ring)));
  });
  return { bands, shapes: shapesOf(areas), cell };
}

interface Frame {
  readonly west: number;
  readonly south: number;
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
}

/** A raster on multiples of its side over all that can be reached, with an empty border; undefined when nothing can. */
function frameAround(
  { nodeX, nodeY, segments, lineStarts, along, plane }: WalkingGraph,
  sites: Snapped,
  { distance }: NodeWays,
  { snapWithin, wanted, upTo }: { readonly snapWithin: number; readonly wanted: number; readonly upTo: number },
): Frame | undefined {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const include = (x: number, y: number, metres: number): void => {
    if (!(metres >= 0)) return;
    const r = metres * planeScale(plane, x) * 1.0001;
    west = Math.min(west, x - r);
    south = Math.min(south, y - r);
    east = Math.max(east, x + r);
    north = Math.max(north, y + r);
  };
  for (let v = 0; v < nodeX.length; v++)
    include(nodeX[v] as number, nodeY[v] as number, upTo - (distance[v] as number));
  for (let s = 0; s < sites.edge.length; s++) {
    const edge = sites.edge[s] as number;
    if (edge < 0 || (sites.way[s] as number) > snapWithin) continue;
    // The vertex before the site and what is walked between them.
    let v = lineStarts[edge] as number;
    while (v + 2 < (lineStarts[edge + 1] as number) && (along[v + 1] as number) < (sites.along[s] as number)) v++;
    const rest = upTo - (sites.way[s] as number) + (sites.along[s] as number) - (along[v] as number);
    include(segments.x[v] as number, segments.y[v] as number, rest);
  }
  if (!(east >= west)) return undefined;
  const cell = Math.max(wanted, Math.sqrt(((east - west) * (north - south)) / MOST_CELLS));
  const column = Math.floor(west / cell) - 1;
  const row = Math.floor(south / cell) - 1;
  return {
    west: column * cell,
    south: row * cell,
    cell,
    columns: Math.ceil(east / cell) + 2 - column,
    rows: Math.ceil(north / cell) + 2 - row,
  };
}

/** Per raster point the metres to the nearest way (`off`), and from there with them to a site (`slack`, Infinity = none). */
function layWays(
  graph: WalkingGraph,
  sites: Snapped,
  nodes: NodeWays,
  { west, south, cell, columns, rows }: Frame,
  beside: number,
  snapWithin: number,
): { slack: Float64Array; off: Float64Array } {
  const { segments, lineStarts, along, plane } = graph;
  const { x, y } = segments;
  const squared = new Float64Array(columns * rows).fill(Infinity);
  const nearest = new Int32Array(columns * rows).fill(-1);
  // A raster point beyond `beside` still says how far it is, so that the border between the two is drawn at the right place.
  const margin = beside + 2 * cell;
  for (let edge = 0; edge + 1 < lineStarts.length; edge++) {
    const last = (lineStarts[edge + 1] as number) - 1;
    for (let v = lineStarts[edge] as number; v < last; v++) {
      const ax = x[v] as number;
      const ay = y[v] as number;
      const dx = (x[v + 1] as number) - ax;
      const dy = (y[v + 1] as number) - ay;
      const first = Math.max(0, Math.ceil((Math.min(ax, ax + dx) - margin - west) / cell));
      const end = Math.min(columns - 1, Math.floor((Math.max(ax, ax + dx) + margin - west) / cell));
      const bottom = Math.max(0, Math.ceil((Math.min(ay, ay + dy) - margin - south) / cell));
      const top = Math.min(rows - 1, Math.floor((Math.max(ay, ay + dy) + margin - south) / cell));
      const overLength = 1 / (dx * dx + dy * dy || 1);
      for (let row = bottom; row <= top; row++) {
        const py = south + row * cell - ay;
        for (let column = first; column <= end; column++) {
          const px = west + column * cell - ax;
          const share = Math.min(1, Math.max(0, (px * dx + py * dy) * overLength));
          const ex = px - share * dx;
          const ey = py - share * dy;
          const d = ex * ex + ey * ey;
          const k = row * columns + column;
          if (d >= (squared[k] as number)) continue;
          squared[k] = d;
          nearest[k] = v;
        }
      }
    }
  }
  const ways = new EdgeWays(graph, nodes, sites, { snapWithin });
  const off = squared;
  const slack = new Float64Array(columns * rows).fill(Infinity);
  for (let k = 0; k < slack.length; k++) {
    const v = nearest[k] as number;
    if (v < 0) continue;
    const px = west + (k % columns) * cell;
    const py = south + Math.floor(k / columns) * cell;
    const dx = (x[v + 1] as number) - (x[v] as number);
    const dy = (y[v + 1] as number) - (y[v] as number);
    const ahead = ((px - (x[v] as number)) * dx + (py - (y[v] as number)) * dy) / (dx * dx + dy * dy || 1);
    const share = Math.min(1, Math.max(0, ahead));
    const step = (along[v + 1] as number) - (along[v] as number);
    const metres = share === 1 ? (along[v + 1] as number) : (along[v] as number) + share * step;
    off[k] = Math.sqrt(squared[k] as number) / planeScale(plane, px);
    slack[k] = ways.from(graph.edgeOfVertex[v] as number, metres) + (off[k] as number);
  }
  return { slack, off };
}

type DegreeRing = { readonly lon: Float64Array; readonly lat: Float64Array };

/** A ring of the raster, whose points stand in the middle of unit squares, in degrees; turned, so that outer rings run anticlockwise. */
function toDegrees({ plane }: WalkingGraph, { west, south, cell }: Frame, drawn: readonly number[][]): DegreeRing {
  const ring = drawn.toReversed();
  return fromPlane(
    plane,
    Float64Array.from(ring, (point) => west + ((point[0] as number) - 0.5) * cell),
    Float64Array.from(ring, (point) => south + ((point[1] as number) - 0.5) * cell),
  );
}

function shapesOf(areas: readonly (readonly (readonly DegreeRing[])[])[]): Shapes {
  const polygonStarts = [0];
  const areaStarts = [0];
  const ringStarts = [0];
  const rings: DegreeRing[] = [];
  for (const area of areas) {
    for (const polygon of area) {
      for (const ring of polygon) {
        rings.push(ring);
        ringStarts.push((ringStarts[ringStarts.length - 1] as number) + ring.lon.length);
      }
      polygonStarts.push(rings.length);
    }
    areaStarts.push(polygonStarts.length - 1);
  }
  const coordinates = new Float64Array(2 * (ringStarts[ringStarts.length - 1] as number));
  rings.forEach(({ lon, lat }, r) => {
    const start = ringStarts[r] as number;
    for (let k = 0; k < lon.length; k++) {
      coordinates[2 * (start + k)] = lon[k] as number;
      coordinates[2 * (start + k) + 1] = lat[k] as number;
    }
  });
  return {
    coordinates,
    ringStarts: Uint32Array.from(ringStarts),
    polygonStarts: Uint32Array.from(polygonStarts),
    areaStarts: Uint32Array.from(areaStarts),
  };
}
