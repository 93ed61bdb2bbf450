/** Ends of lines that meet are one node. Degrees, one entry per node. */
export interface JoinedEnds {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Node of the first and of the last vertex of each line. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/** Ends meet when they agree to 1e-8 degrees, about a millimetre: what differs is the rounding of a file, not a gap in the pavement. */
const STEPS_PER_DEGREE = 1e8;

/**
 * Joins the ends of the given lines (rule C11). `coordinates`: interleaved lon, lat; line l has the vertices lineStarts[l] …
 * lineStarts[l+1]−1; `lines` are those to join. Nodes come in the order in which lines name them. O(lines), hashed.
 */
export function joinEnds(coordinates: Float64Array, lineStarts: Uint32Array, lines: Uint32Array): JoinedEnds {
  const slots = 2 ** Math.ceil(Math.log2(4 * lines.length + 2));
  const table = new Int32Array(slots).fill(-1);
  const lon = new Float64Array(2 * lines.length);
  const lat = new Float64Array(2 * lines.length);
  let nodes = 0;
  const nodeAt = (vertex: number): number => {
    const x = Math.round((coordinates[2 * vertex] as number) * STEPS_PER_DEGREE);
    const y = Math.round((coordinates[2 * vertex + 1] as number) * STEPS_PER_DEGREE);
    let slot = (Math.imul((x % 0x7fffffff) | 0, 0x9e3779b1) ^ Math.imul((y % 0x7fffffff) | 0, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (slots - 1);
    for (;;) {
      const node = table[slot] as number;
      if (node < 0) {
        lon[nodes] = x / STEPS_PER_DEGREE;
        lat[nodes] = y / STEPS_PER_DEGREE;
        table[slot] = nodes;
        return nodes++;
      }
      if (lon[node] === x / STEPS_PER_DEGREE && lat[node] === y / STEPS_PER_DEGREE) return node;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const from = new Uint32Array(lines.length);
  const to = new Uint32Array(lines.length);
  for (let e = 0; e < lines.length; e++) {
    const line = lines[e] as number;
    from[e] = nodeAt(lineStarts[line] as number);
    to[e] = nodeAt((lineStarts[line + 1] as number) - 1);
  }
  return { lon: lon.slice(0, nodes), lat: lat.slice(0, nodes), from, to };
}
