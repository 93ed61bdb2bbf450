/** A growing grid index of line segments, for questions such as "what lies within 80 m". */
export class SegmentIndex {
  #cell;
  #buckets = new Map();
  #stamp = 0;
  segments = [];

  constructor(cell = 80) {
    this.#cell = cell;
  }

  #key(ix, iy) {
    return (ix + 5000) * 10000 + (iy + 5000);
  }

  add(a, b, owner) {
    const segment = { a, b, owner, stamp: 0 };
    this.segments.push(segment);
    const x0 = Math.floor(Math.min(a[0], b[0]) / this.#cell);
    const x1 = Math.floor(Math.max(a[0], b[0]) / this.#cell);
    const y0 = Math.floor(Math.min(a[1], b[1]) / this.#cell);
    const y1 = Math.floor(Math.max(a[1], b[1]) / this.#cell);
    for (let ix = x0; ix <= x1; ix += 1) {
      for (let iy = y0; iy <= y1; iy += 1) {
        const key = this.#key(ix, iy);
        const bucket = this.#buckets.get(key);
        if (bucket) bucket.push(segment);
        else this.#buckets.set(key, [segment]);
      }
    }
    return segment;
  }

  addLine(points, owner) {
    for (let i = 1; i < points.length; i += 1) this.add(points[i - 1], points[i], owner);
  }

  /** Segments whose grid cells touch the box: a superset of what lies in it, each once. */
  inBox(minX, minY, maxX, maxY) {
    this.#stamp += 1;
    const found = [];
    for (let ix = Math.floor(minX / this.#cell); ix <= Math.floor(maxX / this.#cell); ix += 1) {
      for (let iy = Math.floor(minY / this.#cell); iy <= Math.floor(maxY / this.#cell); iy += 1) {
        for (const segment of this.#buckets.get(this.#key(ix, iy)) ?? []) {
          if (segment.stamp === this.#stamp) continue;
          segment.stamp = this.#stamp;
          found.push(segment);
        }
      }
    }
    return found;
  }

  near([x, y], radius) {
    return this.inBox(x - radius, y - radius, x + radius, y + radius);
  }
}
