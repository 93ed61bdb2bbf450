import { releaseArrays } from "../../work/release-arrays.ts";

/**
 * Points in an order in which neighbours in the array are neighbours on the ground, and the boxes of a pyramid over that order: level
 * 0 has the boxes of 32 consecutive points each, every further level the boxes of four boxes below, the last level is one box.
 * Made once per demand and used for any set of sites. Flat, transferable arrays; metres of the plane.
 */
export interface PointBlocks {
  readonly points: number;
  /** Boxes of level l are levelStarts[l] … levelStarts[l+1]−1. */
  readonly levelStarts: Uint32Array;
  /** Interleaved west, south, east, north of each box. */
  readonly boxes: Float64Array;
}

export const POINTS_PER_BLOCK = 32;
export const BOXES_PER_BOX = 4;

/** Order of the points along a Hilbert curve: `order[i]` is the index of the point that comes i-th. Deterministic; ties keep their order. */
export function hilbertOrder(x: Float64Array, y: Float64Array): Uint32Array {
  const n = x.length;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < n; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    if (px < west) west = px;
    if (px > east) east = px;
    if (py < south) south = py;
    if (py > north) north = py;
  }
  const scale = 65535 / (Math.max(east - west, north - south) || 1);
  const keys = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    keys[i] = hilbertIndex(((x[i] as number) - west) * scale, ((y[i] as number) - south) * scale);
  }
  const order = radixOrder(keys);
  releaseArrays(keys);
  return order;
}

/** Pyramid of boxes over points that stand in their order already. Throws when a coordinate is not finite. */
export function blockPoints(x: Float64Array, y: Float64Array): PointBlocks {
  const n = x.length;
  const levelStarts = [0];
  for (
    let count = Math.ceil(n / POINTS_PER_BLOCK);
    count > 0;
    count = count > 1 ? Math.ceil(count / BOXES_PER_BOX) : 0
  ) {
    levelStarts.push((levelStarts[levelStarts.length - 1] as number) + count);
  }
  const total = levelStarts[levelStarts.length - 1] as number;
  const boxes = new Float64Array(4 * total);
  for (let b = 0; b < (levelStarts[1] ?? 0); b++) {
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    const end = Math.min(n, (b + 1) * POINTS_PER_BLOCK);
    for (let i = b * POINTS_PER_BLOCK; i < end; i++) {
      const px = x[i] as number;
      const py = y[i] as number;
      if (!Number.isFinite(px + py)) throw new RangeError(`point ${i} has no place: ${px}, ${py}`);
      if (px < west) west = px;
      if (px > east) east = px;
      if (py < south) south = py;
      if (py > north) north = py;
    }
    boxes.set([west, south, east, north], 4 * b);
  }
  for (let level = 1; level + 1 < levelStarts.length; level++) {
    const below = levelStarts[level - 1] as number;
    const start = levelStarts[level] as number;
    for (let b = start; b < (levelStarts[level + 1] as number); b++) {
      const from = below + (b - start) * BOXES_PER_BOX;
      const to = Math.min(start, from + BOXES_PER_BOX);
      boxes.copyWithin(4 * b, 4 * from, 4 * from + 4);
      for (let c = from + 1; c < to; c++) {
        boxes[4 * b] = Math.min(boxes[4 * b] as number, boxes[4 * c] as number);
        boxes[4 * b + 1] = Math.min(boxes[4 * b + 1] as number, boxes[4 * c + 1] as number);
        boxes[4 * b + 2] = Math.max(boxes[4 * b + 2] as number, boxes[4 * c + 2] as number);
        boxes[4 * b + 3] = Math.max(boxes[4 * b + 3] as number, boxes[4 * c + 3] as number);
      }
    }
  }
  return { points: n, levelStarts: Uint32Array.from(levelStarts), boxes };
}

/** Place on the Hilbert curve of order 16 of a point in 0 … 65535 squared, bit by bit: H. S. Warren, Hacker's Delight, 16-2. */
function hilbertIndex(px: number, py: number): number {
  let x = px & 0xffff;
  let y = py & 0xffff;
  let index = 0;
  for (let side = 0x8000; side > 0; side >>= 1) {
    const right = x & side;
    const up = y & side;
    index = (index << 2) | (right ? (up ? 2 : 3) : up ? 1 : 0);
    if (!up) {
      if (right) {
        x = ~x;
        y = ~y;
      }
      const swapped = x;
      x = y;
      y = swapped;
    }
  }
  return index >>> 0;
}

/** Stable order of 32-bit keys, eleven bits at a time. */
function radixOrder(keys: Uint32Array): Uint32Array {
  const n = keys.length;
  let order = new Uint32Array(n);
  let spare = new Uint32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  const counts = new Uint32Array(2048);
  for (let shift = 0; shift < 32; shift += 11) {
    counts.fill(0);
    for (let i = 0; i < n; i++) {
      const digit = ((keys[i] as number) >>> shift) & 2047;
      counts[digit] = (counts[digit] as number) + 1;
    }
    let sum = 0;
    for (let d = 0; d < 2048; d++) {
      const count = counts[d] as number;
      counts[d] = sum;
      sum += count;
    }
    for (let i = 0; i < n; i++) {
      const item = order[i] as number;
      const digit = ((keys[item] as number) >>> shift) & 2047;
      const place = counts[digit] as number;
      counts[digit] = place + 1;
      spare[place] = item;
    }
    [order, spare] = [spare, order];
  }
  releaseArrays(spare);
  return order;
}
