import { describe, expect, test } from "vitest";
import { buildWalkingGraph } from "../../../src/analysis/network/build-walking-graph.ts";
import { measureWays } from "../../../src/analysis/network/measure-ways.ts";
import { type Lane, PLANE, snapped, toyGraph, toyNetwork } from "./lanes.ts";

const CROSS: Lane[] = [
  {
    line: [
      [0, 0],
      [100, 0],
    ],
  },
  {
    line: [
      [50, -40],
      [50, 40],
    ],
  },
];

describe("C11: the walking graph", () => {
  test("joins ends that meet, and no lines that only cross", () => {
    const { report } = toyGraph(CROSS);
    expect(report).toMatchObject({ edges: 2, nodes: 4, islands: 1 });
    const joined: Lane[] = [
      {
        line: [
          [0, 0],
          [50, 0],
        ],
      },
      {
        line: [
          [50, 0],
          [100, 0],
        ],
      },
      {
        line: [
          [50, -40],
          [50, 0],
        ],
      },
      {
        line: [
          [50, 0],
          [50, 40],
        ],
      },
    ];
    expect(toyGraph(joined).report).toMatchObject({ edges: 4, nodes: 5, islands: 0 });
  });

  test("joins ends whose degrees differ by the rounding of a file", () => {
    const network = toyNetwork([
      {
        line: [
          [0, 0],
          [50, 0],
        ],
      },
      {
        line: [
          [50, 0],
          [90, 0],
        ],
      },
    ]);
    const coordinates = network.coordinates.map((degree, k) => (k === 4 ? degree + 4e-12 : degree));
    expect(buildWalkingGraph({ ...network, coordinates }, PLANE).report.nodes).toBe(3);
  });

  test("leaves out steps for who cannot climb them, and then the way round is walked", () => {
    const lanes: Lane[] = [
      {
        line: [
          [0, 0],
          [0, 60],
        ],
        class: "steps",
      },
      {
        line: [
          [0, 0],
          [200, 0],
          [200, 60],
          [0, 60],
        ],
        class: "street",
      },
    ];
    const walk = (withoutSteps: boolean) => {
      const graph = toyGraph(lanes, withoutSteps);
      return measureWays(graph, snapped(graph, [[0, 0]]), snapped(graph, [[0, 60]]), 250).distance[0];
    };
    expect(walk(false)).toBeCloseTo(60, 2);
    expect(walk(true)).toBeCloseTo(460, 2);
    expect(toyGraph(lanes, true).report).toMatchObject({ edges: 1, steps: 1, withoutSteps: true });
    expect(toyGraph(lanes).report).toMatchObject({ edges: 2, steps: 1, withoutSteps: false });
  });

  test("takes a stated length that is longer than the line and spreads it along, and never one that is shorter", () => {
    const lanes: Lane[] = [
      {
        line: [
          [0, 0],
          [50, 0],
          [100, 0],
        ],
        lengthMetres: 250,
      },
      {
        line: [
          [100, 0],
          [300, 0],
        ],
        lengthMetres: 120,
      },
    ];
    const graph = toyGraph(lanes);
    const { distance } = measureWays(
      graph,
      snapped(graph, [
        [25, 0],
        [50, 0],
        [200, 0],
      ]),
      snapped(graph, [[100, 0]]),
      250,
    );
    expect([...distance]).toEqual([187.5, 125, 100].map((metres) => expect.closeTo(metres, 2)));
    expect(graph.report.tooShort).toBe(1);
  });

  test("counts what lies on islands, the longest part being no island", () => {
    const lanes: Lane[] = [
      {
        line: [
          [5000, 0],
          [5100, 0],
        ],
      },
      {
        line: [
          [0, 0],
          [300, 0],
        ],
      },
      {
        line: [
          [300, 0],
          [600, 0],
        ],
      },
      {
        line: [
          [5100, 0],
          [5100, 150],
        ],
        oneWay: true,
      },
    ];
    const { report, islands } = toyGraph(lanes);
    expect(report).toMatchObject({ islands: 1, islandEdges: 2, oneWay: 1 });
    expect(report.islandMetres).toBeCloseTo(250, 1);
    expect([...islands.partOfEdge]).toEqual([1, 0, 0, 1]);
  });

  test("can be empty, and throws for a vertex without a place and a line without two vertices", () => {
    expect(toyGraph([]).report).toMatchObject({ edges: 0, nodes: 0, metres: 0, islands: 0, islandMetres: 0 });
    const network = toyNetwork(CROSS);
    const coordinates = network.coordinates.map((degree, k) => (k === 3 ? Number.NaN : degree));
    expect(() => buildWalkingGraph({ ...network, coordinates }, PLANE)).toThrow("has no place");
    expect(() => toyGraph([{ line: [[0, 0]] }])).toThrow("line 0 has 1 vertices");
  });
});
