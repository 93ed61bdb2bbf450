import { describe, expect, test } from "vitest";
import { measureWays } from "../../../src/analysis/network/measure-ways.ts";
import { type Lane, type Place, snapped, toyGraph } from "./lanes.ts";

/* A river along y = 0 with a street on either bank and one bridge, at the east end:

     north street  (0, 50) ── (500, 50) ── (1000, 50)
                                                │ bridge
     south street  (0,−50) ── (500,−50) ── (1000,−50)                                                                       */
const NORTH_WEST: Place = [0, 50];
const NORTH: Place = [500, 50];
const NORTH_EAST: Place = [1000, 50];
const SOUTH_WEST: Place = [0, -50];
const SOUTH: Place = [500, -50];
const SOUTH_EAST: Place = [1000, -50];
const BANKS: Lane[] = [
  { line: [NORTH_WEST, NORTH] },
  { line: [NORTH, NORTH_EAST] },
  { line: [SOUTH_WEST, SOUTH] },
  { line: [SOUTH, SOUTH_EAST] },
];
const BRIDGE: Lane = { line: [NORTH_EAST, SOUTH_EAST], class: "bridge" };

function ways(lanes: readonly Lane[], points: readonly Place[], sites: readonly Place[], snapWithin = 250) {
  const graph = toyGraph(lanes);
  const { distance, nearest } = measureWays(graph, snapped(graph, points), snapped(graph, sites), snapWithin);
  return { metres: [...distance], nearest: [...nearest] };
}

describe("C13: a river with one bridge", () => {
  const site: Place = [0, 60];

  test("is crossed where the bridge is, and the pieces beside the street are walked too", () => {
    const { metres, nearest } = ways(
      [...BANKS, BRIDGE],
      [
        [0, -60],
        [700, -50],
        [100, 50],
        [1020, 0],
      ],
      [site],
    );
    // 10 to the street, 1000 east, 100 over the bridge, 1000 west, 10 to the door – 120 as the crow flies.
    expect(metres[0]).toBeCloseTo(2120, 2);
    expect(metres[1]).toBeCloseTo(300 + 100 + 1000 + 10, 2);
    // On the edge of the place itself.
    expect(metres[2]).toBeCloseTo(100 + 10, 2);
    expect(metres[3]).toBeCloseTo(20 + 50 + 1000 + 10, 2);
    expect(nearest).toEqual([0, 0, 0, 0]);
  });

  test("parts the city when the bridge is closed: there is no way, which is not the same as nothing known", () => {
    expect(
      ways(
        BANKS,
        [
          [0, -60],
          [100, 50],
          [100, 400],
        ],
        [site],
      ),
    ).toEqual({
      metres: [Infinity, expect.closeTo(110, 2), Number.NaN],
      nearest: [-1, 0, -1],
    });
  });

  test("lets a second place on the other bank serve its own bank, and of two at one address the first of the list", () => {
    const points: Place[] = [
      [0, -60],
      [1000, 10],
      [900, 50],
    ];
    const { metres, nearest } = ways([...BANKS, BRIDGE], points, [site, [0, -60], [0, -60]]);
    expect(metres[0]).toBeCloseTo(0 + 10 + 10, 2);
    expect(metres[1]).toBeCloseTo(40 + 1000 + 10, 2);
    expect(nearest).toEqual([1, 0, 0]);
  });

  test("that is walked in one direction carries people only so", () => {
    const southwards: Lane = { ...BRIDGE, oneWay: true };
    const north: Place = [900, 50];
    const south: Place = [900, -50];
    expect(ways([...BANKS, southwards], [north], [south]).metres[0]).toBeCloseTo(300, 2);
    expect(ways([...BANKS, southwards], [south], [north]).metres).toEqual([Infinity]);
    const northwards: Lane = { line: [SOUTH_EAST, NORTH_EAST], oneWay: true };
    expect(ways([...BANKS, northwards], [south], [north]).metres[0]).toBeCloseTo(300, 2);
    expect(ways([...BANKS, northwards], [north], [south]).metres).toEqual([Infinity]);
  });
});

describe("C13: one edge of one way", () => {
  const round: Lane[] = [
    {
      line: [
        [0, 0],
        [100, 0],
      ],
      oneWay: true,
    },
    {
      line: [
        [100, 0],
        [100, 50],
        [0, 50],
        [0, 0],
      ],
    },
  ];

  test("is walked to a place ahead, and all the way round to one behind", () => {
    const { metres } = ways(
      round,
      [
        [20, 0],
        [90, 0],
      ],
      [[80, 0]],
    );
    expect(metres[0]).toBeCloseTo(60, 2);
    expect(metres[1]).toBeCloseTo(10 + 200 + 80, 2);
  });

  test("is left at once by who stands at either end of it", () => {
    // At (0, 0) the way back along the other edge is open; at (100, 0) the place is there.
    const { metres } = ways(
      round,
      [
        [0, 0],
        [100, 0],
        [0, 0],
      ],
      [[0, 20]],
    );
    expect(metres[0]).toBeCloseTo(20, 2);
    expect(metres[1]).toBeCloseTo(50 + 100 + 30, 2);
    expect(ways(round, [[100, 10]], [[100, 0]]).metres[0]).toBeCloseTo(10, 2);
    expect(ways(round, [[50, 0]], [[100, 0]]).metres[0]).toBeCloseTo(50, 2);
  });
});

describe("C13: places", () => {
  test("that are too far from the network are reached by nobody, and do not hide the others", () => {
    const lanes: Lane[] = [
      {
        line: [
          [0, 0],
          [1000, 0],
        ],
      },
    ];
    const far: Place = [500, 300];
    expect(ways(lanes, [[450, 0]], [far]).metres).toEqual([Infinity]);
    expect(ways(lanes, [[450, 0]], [far, [0, 0]])).toEqual({ metres: [expect.closeTo(450, 2)], nearest: [1] });
    expect(ways(lanes, [[450, 0]], [far, [0, 0]], 301)).toEqual({ metres: [expect.closeTo(350, 2)], nearest: [0] });
  });

  test("that are none leave no ways, and neither does a network without edges", () => {
    expect(
      ways(
        [
          {
            line: [
              [0, 0],
              [1000, 0],
            ],
          },
        ],
        [[400, 0]],
        [],
      ),
    ).toEqual({ metres: [Number.NaN], nearest: [-1] });
    expect(ways([], [[400, 0]], [[0, 0]])).toEqual({ metres: [Number.NaN], nearest: [-1] });
  });

  test("of which several stand on one edge: each resident has the nearest", () => {
    const lanes: Lane[] = [
      {
        line: [
          [0, 0],
          [500, 0],
          [1000, 0],
        ],
      },
    ];
    const { metres, nearest } = ways(
      lanes,
      [
        [90, 0],
        [480, 0],
        [900, 30],
      ],
      [
        [700, 0],
        [100, 0],
        [450, 40],
        [1000, 0],
      ],
    );
    expect(nearest).toEqual([1, 2, 3]);
    expect(metres).toEqual([expect.closeTo(10, 2), expect.closeTo(70, 2), expect.closeTo(130, 2)]);
  });
});
