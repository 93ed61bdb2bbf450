import fc from "fast-check";
import type { Lane, Place } from "./lanes.ts";

/* Random networks over sixteen fixed corners, scattered so that no two lanes lie on each other and no point has two nearest ones. */

const CORNERS: readonly Place[] = Array.from({ length: 16 }, (_, k) => [
  Math.round(((k * 137.31) % 1000) * 100) / 100,
  Math.round(((k * k * 71.77 + k * 311.9) % 1000) * 100) / 100,
]);

const PAIRS = CORNERS.flatMap((_, a) => CORNERS.slice(a + 1).map((__, k) => [a, a + 1 + k] as const));

/** Every edge of a network is drawn from a pair of corners, some with a bend, some of one way, some longer than they look. */
export const lanes: fc.Arbitrary<Lane[]> = fc.subarray(PAIRS, { minLength: 0, maxLength: 40 }).chain((pairs) =>
  fc.tuple(
    ...pairs.map(([a, b]) =>
      fc
        .record({ back: fc.boolean(), bend: fc.boolean(), oneWay: fc.nat({ max: 4 }), stretch: fc.nat({ max: 6 }) })
        .map(({ back, bend, oneWay, stretch }): Lane => {
          const from = CORNERS[a] as Place;
          const to = CORNERS[b] as Place;
          const middle: Place = [(from[0] + to[0]) / 2 + 17.3 + a, (from[1] + to[1]) / 2 - 31.7 - b];
          const line = bend ? [from, middle, to] : [from, to];
          const straight = Math.hypot(to[0] - from[0], to[1] - from[1]);
          return {
            line: back ? line.toReversed() : line,
            oneWay: oneWay === 0,
            ...(stretch === 0 ? { lengthMetres: 1.5 * straight + 10 } : {}),
          };
        }),
    ),
  ),
);

const cell = fc.integer({ min: -20, max: 120 });
/** Off every line by a fraction that no lane shares. */
export const place: fc.Arbitrary<Place> = fc.tuple(cell, cell).map(([x, y]) => [10 * x + 3.377, 10 * y + 2.691]);
