import { describe, expect, test } from "vitest";
import { wayQuantiles } from "../../../src/analysis/coverage/way-quantiles.ts";

const NONE = Infinity;
const UNKNOWN = Number.NaN;

function quantiles(ways: readonly (readonly [metres: number, weight: number])[]) {
  const [median, p90] = wayQuantiles(
    Float64Array.from(ways, ([metres]) => metres),
    Float64Array.from(ways, ([, weight]) => weight),
    new Int32Array(ways.length),
    1,
  );
  return [median?.[0], p90?.[0]];
}

describe("C5: quantiles of ways", () => {
  test("rank who has no way behind all others, and have no value where they fall on them", () => {
    expect(
      quantiles([
        [NONE, 10],
        [500, 60],
        [100, 30],
      ]),
    ).toEqual([500, 500]);
    expect(
      quantiles([
        [NONE, 11],
        [500, 59],
        [100, 30],
      ]),
    ).toEqual([500, UNKNOWN]);
    expect(
      quantiles([
        [NONE, 51],
        [500, 49],
      ]),
    ).toEqual([UNKNOWN, UNKNOWN]);
    expect(quantiles([[NONE, 5]])).toEqual([UNKNOWN, UNKNOWN]);
  });

  test("leave out those of whose way nothing is known", () => {
    expect(
      quantiles([
        [UNKNOWN, 1000],
        [500, 60],
        [100, 40],
      ]),
    ).toEqual([500, 500]);
    expect(
      quantiles([
        [UNKNOWN, 1000],
        [NONE, 40],
        [100, 60],
      ]),
    ).toEqual([100, UNKNOWN]);
    expect(quantiles([[UNKNOWN, 1000]])).toEqual([UNKNOWN, UNKNOWN]);
  });

  test("do not let the unpopulated speak", () => {
    expect(
      quantiles([
        [NONE, 0],
        [UNKNOWN, 0],
        [70, 1],
      ]),
    ).toEqual([70, 70]);
  });

  test("keep the groups apart", () => {
    const [median] = wayQuantiles(
      Float64Array.of(NONE, 40, 900, UNKNOWN),
      Float64Array.of(2, 3, 1, 8),
      Int32Array.of(0, 0, 1, 2),
      3,
    );
    expect([...(median ?? [])]).toEqual([40, 900, UNKNOWN]);
  });
});
