import { QUARTIERE } from "./city-plan.mjs";
import { findFaces, pruneDeadEnds } from "./planar-graph.mjs";
import { distance, pointInRing, ringArea } from "./plane.mjs";

/** What it costs a Quartier to grow across a line, in metres of way: rivers and railways divide, lanes do not. */
const PENALTY = {
  river: 4000,
  motorway: 1500,
  rail: 1900,
  primary: 420,
  secondary: 360,
  tertiary: 90,
  street: 25,
  path: 0,
  steps: 0,
  ditch: 0,
  divider: 0,
  border: 1e6,
};

/** Distance a Quartier may spread through open land is dear, so that fields go to the village amid them. */
const OPEN_LAND = 1.15;

/** Villages start first, works and yards last. */
const HEAD_START = { dorf: 0, gewerbe: 420 };

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
  const isBorder = (h) =>
    faceOf[h] >= 0 && labelOf[faceOf[h]] === label && !(faceOf[h ^ 1] >= 0 && labelOf[faceOf[h ^ 1]] === label);
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

/** The block in which a Quartier starts: the one at its centre, else the nearest that no other has taken. */
function startOf(quartier, faces, centres, taken) {
  const centre = [quartier.x, quartier.y];
  const own = faces.findIndex((face) => pointInRing(centre, face.ring));
  if (own >= 0 && !taken.has(own) && faces[own].area < 250000) return own;
  let best = -1;
  for (let face = 0; face < faces.length; face += 1) {
    if (taken.has(face) || faces[face].area > 250000) continue;
    if (best < 0 || distance(centres[face], centre) < distance(centres[best], centre)) best = face;
  }
  return best;
}

/**
 * Straightens the borders: a block that shares more of its sides with a neighbour (lines that divide count less) goes
 * over to it, as long as its Quartier still hangs together without it.
 */
function smoothLabels({ faces, faceOf, edges, labelOf, centres, fixed }) {
  const sides = faces.map(() => []);
  for (let h = 0; h < faceOf.length; h += 1) {
    const [own, other] = [faceOf[h], faceOf[h ^ 1]];
    if (own < 0 || other < 0 || own === other) continue;
    const penalty = PENALTY[edges[h >> 1].line.class] ?? 0;
    sides[own].push({ other, weight: edges[h >> 1].length / (1 + penalty / 60) });
  }
  const holdsWithout = (face) => {
    const label = labelOf[face];
    const members = sides[face].map((side) => side.other).filter((other) => labelOf[other] === label);
    if (members.length === 0) return true;
    const seen = new Set([members[0]]);
    const stack = [members[0]];
    while (stack.length > 0) {
      for (const { other } of sides[stack.pop()]) {
        if (other === face || labelOf[other] !== label || seen.has(other)) continue;
        seen.add(other);
        stack.push(other);
      }
    }
    return members.every((member) => seen.has(member));
  };
  const home = new Map(QUARTIERE.map((q) => [q.id, [q.x, q.y]]));
  for (let round = 0; round < 6; round += 1) {
    let moved = 0;
    for (let face = 0; face < faces.length; face += 1) {
      if (fixed.has(face) || faces[face].area > 400000) continue;
      const shares = new Map();
      for (const { other, weight } of sides[face])
        shares.set(labelOf[other], (shares.get(labelOf[other]) ?? 0) + weight);
      const own = shares.get(labelOf[face]) ?? 0;
      const [best, weight] = [...shares].sort((a, b) => b[1] - a[1])[0] ?? [labelOf[face], own];
      if (best === labelOf[face] || weight < 1.25 * own) continue;
      if (
        distance(centres[face], home.get(best)) > 2.2 * distance(centres[face], home.get(labelOf[face])) ||
        !holdsWithout(face)
      )
        continue;
      labelOf[face] = best;
      moved += 1;
    }
    if (moved === 0) break;
  }
}

/** Gives every face (block, field, wood) to the Quartier that reaches it first, and draws the areas. */
export function growQuartiere(graph, landUseAt) {
  const core = pruneDeadEnds(graph, () => true);
  const topology = findFaces(core);
  const { faces, faceOf } = topology;
  const centres = faces.map((face) => centroid(face.ring));
  const neighbours = faces.map(() => new Map());
  for (let h = 0; h < faceOf.length; h += 2) {
    const [a, b] = [faceOf[h], faceOf[h + 1]];
    if (a < 0 || b < 0 || a === b) continue;
    const penalty = PENALTY[core.edges[h >> 1].line.class] ?? 0;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ]) {
      const known = neighbours[from].get(to);
      if (known === undefined || penalty < known) neighbours[from].set(to, penalty);
    }
  }
  const open = centres.map(([x, y]) => ["feld", "wald"].includes(landUseAt(x, y)));
  const labelOf = new Array(faces.length).fill(undefined);
  const cost = new Float64Array(faces.length).fill(Number.POSITIVE_INFINITY);
  const queue = [];
  const offer = (face, value, quartier) => {
    if (value >= cost[face]) return;
    cost[face] = value;
    labelOf[face] = quartier;
    queue.push([value, face]);
  };
  const starts = new Set();
  const byId = new Map(QUARTIERE.map((q) => [q.id, q]));
  for (const quartier of QUARTIERE) {
    const start = startOf(quartier, faces, centres, starts);
    starts.add(start);
    offer(start, HEAD_START[quartier.use] ?? 150, quartier.id);
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
    const isVillage = byId.get(labelOf[face]).use === "dorf";
    for (const [other, barrier] of neighbours[face]) {
      if (done[other]) continue;
      // a village lies on both sides of its road
      const penalty = isVillage && barrier < 1000 ? barrier * 0.1 : barrier;
      const way = distance(centres[face], centres[other]);
      const toOpen = open[other] && !open[face] ? (isVillage ? 60 : 700) : 0;
      const toTown = open[face] && !open[other] ? 350 : 0;
      offer(other, cost[face] + way * (open[other] ? OPEN_LAND : 1) + penalty + toOpen + toTown, labelOf[face]);
    }
  }
  smoothLabels({ faces, faceOf, edges: core.edges, labelOf, centres, fixed: starts });
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
    whole: () =>
      polygonOf(
        labelOf.map(() => "whole"),
        "whole",
      ),
  };
}
