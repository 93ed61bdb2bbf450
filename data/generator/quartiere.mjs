import { QUARTIERE } from "./city-plan.mjs";
import { findFaces, pruneDeadEnds } from "./planar-graph.mjs";
import { distance, pointInRing, ringArea } from "./plane.mjs";

/** What it costs a Quartier to grow across a line, in metres of way: rivers and railways divide, lanes do not. */
const PENALTY = { river: 4000, motorway: 1500, rail: 1900, primary: 420, secondary: 360, tertiary: 90, street: 25, path: 0, steps: 0, ditch: 0, divider: 0, border: 1e6 };

/** Distance a Quartier may spread through open land is dear, so that fields go to the village amid them. */
const OPEN_LAND = 1.15;

function centroid(ring) {
  let x = 0;
  let y = 0;
  let sum = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i];
    const b = ring[(i + 1) % ring.length];
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
    sum += cross;
  }
  return [x / (3 * sum), y / (3 * sum)];
}

/** Rings (outer to the left, holes to the right) of the faces with one label, along the half-edges of the graph. */
function ringsOf(topology, nodes, labelOf, label) {
  const { faceOf, next, tail } = topology;
  const isBorder = (h) => faceOf[h] >= 0 && labelOf[faceOf[h]] === label && !(faceOf[h ^ 1] >= 0 && labelOf[faceOf[h ^ 1]] === label);
  const used = new Set();
  const rings = [];
  for (let start = 0; start < faceOf.length; start += 1) {
    if (used.has(start) || !isBorder(start)) continue;
    const ring = [];
    let h = start;
    do {
      used.add(h);
      ring.push(nodes[tail(h)]);
      h = next[h];
      while (!isBorder(h)) h = next[h ^ 1];
    } while (h !== start);
    rings.push(ring);
  }
  return rings;
}

/** Gives every face (block, field, wood) to the Quartier that reaches it first, and draws the areas. */
export function growQuartiere(graph, useAt) {
  const core = pruneDeadEnds(graph, () => true);
  const topology = findFaces(core);
  const { faces, faceOf } = topology;
  const centres = faces.map((face) => centroid(face.ring));
  const neighbours = faces.map(() => new Map());
  for (let h = 0; h < faceOf.length; h += 2) {
    const [a, b] = [faceOf[h], faceOf[h + 1]];
    if (a < 0 || b < 0 || a === b) continue;
    const penalty = PENALTY[core.edges[h >> 1].line.class] ?? 0;
    for (const [from, to] of [[a, b], [b, a]]) {
      const known = neighbours[from].get(to);
      if (known === undefined || penalty < known) neighbours[from].set(to, penalty);
    }
  }
  const open = centres.map(([x, y]) => ["feld", "wald"].includes(useAt(x, y)));
  const labelOf = new Array(faces.length).fill(undefined);
  const cost = new Float64Array(faces.length).fill(Number.POSITIVE_INFINITY);
  const queue = [];
  const offer = (face, value, quartier) => {
    if (value >= cost[face]) return;
    cost[face] = value;
    labelOf[face] = quartier;
    queue.push([value, face]);
  };
  for (const quartier of QUARTIERE) {
    const start = faces.findIndex((face) => pointInRing([quartier.x, quartier.y], face.ring));
    if (start < 0) throw new Error(`quartier ${quartier.id} lies in no block`);
    if (labelOf[start] !== undefined) throw new Error(`quartiere ${quartier.id} and ${labelOf[start]} start in one block`);
    offer(start, 0, quartier.id);
  }
  const done = new Uint8Array(faces.length);
  while (queue.length > 0) {
    let lowest = 0;
    for (let i = 1; i < queue.length; i += 1) if (queue[i][0] < queue[lowest][0]) lowest = i;
    const [, face] = queue[lowest];
    queue[lowest] = queue[queue.length - 1];
    queue.pop();
    if (done[face]) continue;
    done[face] = 1;
    for (const [other, penalty] of neighbours[face]) {
      if (done[other]) continue;
      const way = distance(centres[face], centres[other]);
      const toOpen = open[other] && !open[face] ? 250 : 0;
      const toTown = open[face] && !open[other] ? 500 : 0;
      offer(other, cost[face] + way * (open[other] ? OPEN_LAND : 1) + penalty + toOpen + toTown, labelOf[face]);
    }
  }
  const polygonOf = (labels, label) => {
    const rings = ringsOf(topology, core.nodes, labels, label).map((ring) => [...ring, ring[0]]);
    const outer = rings.filter((ring) => ringArea(ring) > 0);
    const holes = rings.filter((ring) => ringArea(ring) < 0);
    return outer.map((ring) => [ring, ...holes.filter((hole) => pointInRing(hole[0], ring))]);
  };
  const parents = labelOf.map((label) => label?.slice(0, 2));
  return {
    faces,
    labelOf,
    quartier: (id) => polygonOf(labelOf, id),
    stadtbezirk: (id) => polygonOf(parents, id),
  };
}
