import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridSegments, type NearestSegment, nearestSegment, type SegmentGrid } from "../../src/geo/segment-grid.ts";

type Line = readonly (readonly [number, number])[];

function gridOf(lines: readonly Line[]): SegmentGrid {
  const vertices = lines.flat();
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) as number) + line.length);
  return gridSegments(
    Float64Array.from(vertices, ([x]) => x),
    Float64Array.from(vertices, ([, y]) => y),
    Uint32Array.from(starts),
  );
}

function search(
  grid: SegmentGrid,
  x: number,
  y: number,
  within?: number,
  accept?: (segment: number) => boolean,
): NearestSegment {
  const found = { segment: 7, share: 7, footX: 7, footY: 7, squared: 7 };
  nearestSegment(grid, x, y, found, within, accept);
  return found;
}

/** Thousand steps along every segment, then the golden section around the best: no formula of the kernel. */
function byWalking(lines: readonly Line[], x: number, y: number): number {
  let best = Infinity;
  for (const line of lines) {
    for (let v = 0; v + 1 < line.length; v++) {
      const [ax, ay] = line[v] as readonly [number, number];
      const [bx, by] = line[v + 1] as readonly [number, number];
      const far = (t: number) => Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y);
      let low = 0;
      let high = 1;
      for (let step = 0; step < 80; step++) {
        const a = low + (high - low) / 3;
        const b = high - (high - low) / 3;
        if (far(a) <= far(b)) high = b;
        else low = a;
      }
      best = Math.min(best, far((low + high) / 2), far(0), far(1));
    }
  }
  return best;
}

const place = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }));
const lines = fc.array(fc.array(place, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 25 });

describe("the nearest segment", () => {
  test("is as near as any that a walk along all of them finds, inside the grid and far outside", () => {
    fc.assert(
      fc.property(lines, place, fc.constantFrom(1, 0.1, 30), (drawn, [x, y], factor) => {
        const found = search(gridOf(drawn), x * factor, y * factor);
        expect(Math.sqrt(found.squared)).toBeCloseTo(byWalking(drawn, x * factor, y * factor), 5);
        expect(Math.hypot(found.footX - x * factor, found.footY - y * factor)).toBeCloseTo(Math.sqrt(found.squared), 9);
      }),
      { numRuns: 400 },
    );
  });

  test("is found among thousands of short ones as a search through all of them finds it", () => {
    let seed = 11;
    const random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 32;
    };
    const streets: Line[] = Array.from({ length: 4000 }, () => {
      const x = random() * 20_000;
      const y = random() * 8_000;
      return [
        [x, y],
        [x + (random() - 0.5) * 200, y + (random() - 0.5) * 200],
      ];
    });
    const fine = gridOf(streets);
    // One cell over all: every question looks at every segment.
    const coarse: SegmentGrid = {
      ...fine,
      side: 1e6,
      columns: 1,
      rows: 1,
      cellStarts: Uint32Array.of(0, streets.length),
      segments: Uint32Array.from(streets, (_, k) => 2 * k),
    };
    expect(fine.columns * fine.rows).toBeGreaterThan(1000);
    for (let k = 0; k < 3000; k++) {
      const x = random() * 24_000 - 2000;
      const y = random() * 12_000 - 2000;
      expect(search(fine, x, y)).toEqual(search(coarse, x, y));
    }
  });

  test("may be asked only of some", () => {
    const grid = gridOf([
      [
        [0, 0],
        [10, 0],
      ],
      [
        [0, 5],
        [10, 5],
      ],
    ]);
    expect(search(grid, 4, 1).segment).toBe(0);
    expect(search(grid, 4, 1, undefined, (segment) => segment === 2)).toMatchObject({
      segment: 2,
      footX: 4,
      footY: 5,
      share: 0.4,
    });
    expect(search(grid, 4, 1, undefined, () => false).segment).toBe(-1);
  });

  test("counts up to a distance, which itself still counts", () => {
    fc.assert(
      fc.property(lines, place, fc.integer({ min: 0, max: 700 }), (drawn, [x, y], within) => {
        const grid = gridOf(drawn);
        const nearest = search(grid, x, y);
        const found = search(grid, x, y, within);
        if (nearest.squared <= within * within) expect(found).toEqual(nearest);
        else expect([found.segment, found.squared]).toEqual([-1, Infinity]);
      }),
      { numRuns: 300 },
    );
  });

  test("does not exist without lines, and lines without a place throw", () => {
    expect(search(gridOf([]), 1, 2)).toMatchObject({ segment: -1, squared: Infinity });
    expect(() =>
      gridOf([
        [
          [0, 0],
          [Number.NaN, 1],
        ],
      ]),
    ).toThrow("vertex 1 has no place");
  });
});
