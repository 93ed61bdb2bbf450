import { describe, expect, test } from "vitest";
import { snapToNetwork } from "../../../src/analysis/network/snap-to-network.ts";
import { reportSnapping } from "../../../src/analysis/network/snapping-report.ts";
import { type Lane, type Place, snapped, toyGraph } from "./lanes.ts";

const BENT: Lane[] = [
  {
    line: [
      [0, 0],
      [100, 0],
      [100, 100],
    ],
  },
];

function snap(lanes: readonly Lane[], places: readonly Place[], part?: number) {
  const graph = toyGraph(lanes);
  const x = Float64Array.from(places, ([px]) => px);
  const y = Float64Array.from(places, ([, py]) => py);
  const { edge, along, way } = snapToNetwork(graph, x, y, part);
  return places.map((_, i) => [edge[i], along[i], way[i]]);
}

const near = (...metres: number[]) => metres.map((value) => expect.closeTo(value, 3));

describe("C12: a point steps onto the network", () => {
  test("at the foot of its perpendicular, at a bend, or at an end", () => {
    expect(
      snap(BENT, [
        [40, 12],
        [112, 70],
        [130, -40],
        [-30, 40],
        [100, 160],
        [70, 0],
      ]),
    ).toEqual([
      [0, ...near(40, 12)],
      [0, ...near(170, 12)],
      [0, ...near(100, 50)],
      [0, ...near(0, 50)],
      [0, ...near(200, 60)],
      [0, ...near(70, 0)],
    ]);
  });

  test("on the nearest edge however small, and on one part of the network when asked so", () => {
    const lanes: Lane[] = [
      ...BENT,
      {
        line: [
          [20, 30],
          [60, 30],
        ],
      },
    ];
    expect(snap(lanes, [[40, 20]])).toEqual([[1, ...near(20, 10)]]);
    expect(snap(lanes, [[40, 20]], 0)).toEqual([[0, ...near(40, 20)]]);
  });

  test("up to two kilometres away", () => {
    expect(
      snap(BENT, [
        [50, -1999],
        [50, -2001],
        [90_000, 0],
      ]),
    ).toEqual([
      [0, ...near(50, 1999)],
      [-1, 0, Infinity],
      [-1, 0, Infinity],
    ]);
    expect(snap([], [[0, 0]])).toEqual([[-1, 0, Infinity]]);
  });

  test("and has to stand somewhere", () => {
    const graph = toyGraph(BENT);
    expect(() => snapToNetwork(graph, Float64Array.of(Number.NaN), Float64Array.of(0))).toThrow("point 0 has no place");
    expect(() => snapToNetwork(graph, Float64Array.of(1, 2), Float64Array.of(0))).toThrow("2 eastings and 1 northings");
  });

  test("and is counted where it could not: too far, or on an island, or without a way", () => {
    const graph = toyGraph([
      ...BENT,
      {
        line: [
          [600, 0],
          [640, 0],
        ],
      },
    ]);
    const homes: Place[] = [
      [50, 0],
      [50, -300],
      [620, 10],
      [50, 5000],
      [60, 0],
      [70, 0],
    ];
    const people = snapped(graph, homes);
    const residents = Float64Array.of(10, 20, 30, 40, Number.NaN, 60);
    const area = Int32Array.of(0, 0, 0, 0, 0, -1);
    const distance = Float64Array.of(1, Number.NaN, Infinity, Number.NaN, 1, 1);
    const at: Place[] = [
      [30, 0],
      [610, 10],
      [50, 260],
    ];
    const sites = {
      ...snapped(graph, at),
      x: Float64Array.from(at, ([x]) => x),
      y: Float64Array.from(at, ([, y]) => y),
    };
    const report = reportSnapping(graph, { residents, area }, people, distance, sites, 150);
    expect(report).toMatchObject({
      all: { points: 4, residents: 100 },
      unsnapped: { points: 2, residents: 60 },
      onIslands: { points: 1, residents: 30 },
      withoutWay: { points: 1, residents: 30 },
      farthest: Infinity,
    });
    expect([...report.sitePart]).toEqual([0, 1, -1]);
    expect([...report.siteToMain]).toEqual([Number.NaN, expect.closeTo(Math.hypot(510, 0), 2), Number.NaN]);
  });
});
