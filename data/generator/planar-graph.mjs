import { crossSegments, distance, nearestOnSegment, snap } from "./plane.mjs";
import { SegmentIndex } from "./segment-index.mjs";

/** A vertex this near to a segment lies on it. */
const ON_LINE = 0.6;

const keyOf = ([x, y]) => `${x},${y}`;

/** Splits segments wherever they touch or cross, until none does: ends then meet exactly or not at all. */
function splitAtCrossings(pieces) {
  let current = pieces;
  for (let round = 0; round < 8; round += 1) {
    const index = new SegmentIndex(60);
    const segments = current.map((piece) => Object.assign(index.add(piece.a, piece.b, piece.line), { cuts: [] }));
    let cut = false;
    for (const segment of segments) {
      const { a, b } = segment;
      const box = [
        Math.min(a[0], b[0]) - 1,
        Math.min(a[1], b[1]) - 1,
        Math.max(a[0], b[0]) + 1,
        Math.max(a[1], b[1]) + 1,
      ];
      for (const other of index.inBox(...box)) {
        if (other === segment) continue;
        let touches = false;
        for (const end of [other.a, other.b]) {
          const near = nearestOnSegment(end, a, b);
          if (near.distance > ON_LINE) continue;
          touches = true;
          if (distance(end, a) > 0.05 && distance(end, b) > 0.05) segment.cuts.push(end);
        }
        if (touches) continue;
        if (
          nearestOnSegment(a, other.a, other.b).distance <= ON_LINE ||
          nearestOnSegment(b, other.a, other.b).distance <= ON_LINE
        )
          continue;
        const hit = crossSegments(a, b, other.a, other.b);
        if (hit) segment.cuts.push([snap(hit.point[0]), snap(hit.point[1])]);
      }
      if (segment.cuts.length > 0) cut = true;
    }
    if (!cut) return current;
    const next = [];
    for (const { a, b, owner, cuts } of segments) {
      const along = (p) => (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1]);
      let from = a;
      for (const point of [...cuts.sort((p, q) => along(p) - along(q)), b]) {
        if (point[0] === from[0] && point[1] === from[1]) continue;
        next.push({ a: from, b: point, line: owner });
        from = point;
      }
    }
    current = next;
  }
  return current;
}

/** Nodes and edges of a plane graph; of several lines on one edge the first keeps it. */
export function buildGraph(lines) {
  const pieces = lines.flatMap((line) => line.points.slice(1).map((b, i) => ({ a: line.points[i], b, line })));
  const nodes = [];
  const nodeIds = new Map();
  const nodeAt = (point) => {
    const key = keyOf(point);
    let id = nodeIds.get(key);
    if (id === undefined) {
      id = nodes.length;
      nodeIds.set(key, id);
      nodes.push(point);
    }
    return id;
  };
  const edges = [];
  const known = new Set();
  for (const { a, b, line } of splitAtCrossings(pieces)) {
    const from = nodeAt(a);
    const to = nodeAt(b);
    const key = from < to ? `${from}-${to}` : `${to}-${from}`;
    if (from === to || known.has(key)) continue;
    known.add(key);
    edges.push({ from, to, line, length: distance(a, b) });
  }
  return { nodes, edges };
}

/** For each node the edges at it. */
export function edgesByNode(nodes, edges) {
  const lists = nodes.map(() => []);
  for (const edge of edges) {
    lists[edge.from].push(edge);
    lists[edge.to].push(edge);
  }
  return lists;
}

/** Removes dead ends as long as `drop(chain)` wants it; `chain` lists the edges from the loose end to the first junction. */
export function pruneDeadEnds(graph, drop) {
  let edges = graph.edges;
  for (let round = 0; round < 30; round += 1) {
    const at = edgesByNode(graph.nodes, edges);
    const gone = new Set();
    for (let start = 0; start < at.length; start += 1) {
      if (at[start].length !== 1) continue;
      const chain = [];
      let node = start;
      let edge = at[start][0];
      for (;;) {
        chain.push(edge);
        node = edge.from === node ? edge.to : edge.from;
        if (at[node].length !== 2) break;
        edge = at[node][0] === edge ? at[node][1] : at[node][0];
      }
      if (drop(chain, at[node].length)) for (const e of chain) gone.add(e);
    }
    if (gone.size === 0) break;
    edges = edges.filter((edge) => !gone.has(edge));
  }
  return { nodes: graph.nodes, edges };
}

/** Labels the connected parts: an array of part numbers by node (-1 without edges), and the size of each in edges. */
export function connectedParts(nodes, edges) {
  const at = edgesByNode(nodes, edges);
  const part = new Int32Array(nodes.length).fill(-1);
  const sizes = [];
  for (let start = 0; start < nodes.length; start += 1) {
    if (part[start] >= 0 || at[start].length === 0) continue;
    const stack = [start];
    part[start] = sizes.length;
    let size = 0;
    while (stack.length > 0) {
      const node = stack.pop();
      for (const edge of at[node]) {
        size += 1;
        const other = edge.from === node ? edge.to : edge.from;
        if (part[other] < 0) {
          part[other] = sizes.length;
          stack.push(other);
        }
      }
    }
    sizes.push(size / 2);
  }
  return { part, sizes };
}

/**
 * The faces between the edges (blocks). Half-edge 2e runs along edge e, 2e+1 against it; `faceOf` gives the face to the
 * left of a half-edge, -1 for the outside. Faces carry their ring of nodes and their area.
 */
export function findFaces(graph) {
  const { nodes, edges } = graph;
  const tail = (h) => (h % 2 === 0 ? edges[h >> 1].from : edges[h >> 1].to);
  const head = (h) => (h % 2 === 0 ? edges[h >> 1].to : edges[h >> 1].from);
  const outgoing = nodes.map(() => []);
  for (let h = 0; h < edges.length * 2; h += 1) outgoing[tail(h)].push(h);
  const angle = (h) => {
    const a = nodes[tail(h)];
    const b = nodes[head(h)];
    const dx = b[0] - a[0];
    const dy = b[1] - a[1];
    // a measure that grows with the angle, made of divisions only
    const r = dx / (Math.abs(dx) + Math.abs(dy));
    return dy < 0 ? 3 + r : 1 - r;
  };
  const next = new Int32Array(edges.length * 2);
  for (const list of outgoing) {
    list.sort((g, h) => angle(g) - angle(h));
    // the face to the left continues with the next edge clockwise from the way we came
    for (let i = 0; i < list.length; i += 1) next[list[i] ^ 1] = list[(i + list.length - 1) % list.length];
  }
  const faceOf = new Int32Array(edges.length * 2).fill(-2);
  const faces = [];
  for (let start = 0; start < faceOf.length; start += 1) {
    if (faceOf[start] !== -2) continue;
    const halfEdges = [];
    let h = start;
    do {
      halfEdges.push(h);
      faceOf[h] = -3;
      h = next[h];
    } while (h !== start);
    const ring = halfEdges.map((half) => nodes[tail(half)]);
    let area = 0;
    for (let i = 0; i < ring.length; i += 1) {
      const a = ring[i];
      const b = ring[(i + 1) % ring.length];
      area += (a[0] * b[1] - b[0] * a[1]) / 2;
    }
    const id = area > 0 ? faces.length : -1;
    for (const half of halfEdges) faceOf[half] = id;
    if (id >= 0) faces.push({ ring, halfEdges, area });
  }
  return { faces, faceOf, next, tail, head };
}
