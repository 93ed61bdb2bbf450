import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network } from "../../../src/domain/network.ts";
import { networkFromExtract } from "../../../src/ingest/osm/extract-network.ts";
import { UnreadableExtract } from "../../../src/ingest/osm/unreadable-extract.ts";
import { dataBlock, fileBlock, headerBlock, joined, type WrittenBlock } from "./write-extract.ts";

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const QUARTIER = fixture("quartier.osm.pbf");
const PLAIN = fixture("quartier-plain.osm.pbf");

/** Node ids by position, as the source of the fixture has them. */
const NODES = new Map(
  [...new TextDecoder().decode(fixture("quartier.osm")).matchAll(/<node id="(\d+)".*?lat="(.*?)" lon="(.*?)"/g)].map(
    ([, id, lat, lon]) => [`${Number(lon)} ${Number(lat)}`, id as string],
  ),
);

/** Each edge as „class: node-node-node“, `>` where one may only go along it. */
function edgesOf(network: Network, name: (lon: number, lat: number) => string): string[] {
  return Array.from(network.classIndex, (classIndex, e) => {
    const names: string[] = [];
    for (let v = network.lineStarts[e] as number; v < (network.lineStarts[e + 1] as number); v++) {
      names.push(name(network.coordinates[2 * v] as number, network.coordinates[2 * v + 1] as number));
    }
    return `${network.classes[classIndex]}: ${names.join(network.oneWay[e] === 1 ? ">" : "-")}`;
  });
}

const byNode = (lon: number, lat: number): string => NODES.get(`${lon} ${lat}`) ?? `${lon} ${lat}`;
const byPosition = (lon: number, lat: number): string => `${lon} ${lat}`;

function flawOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof UnreadableExtract) return `${error.flaw} ${error.detail}`.trim();
    throw error;
  }
  return "none";
}

describe("the network of an extract", () => {
  test("has the ways of the invented quarter that one can walk along, cut where they share a node", () => {
    const { network, ways, cutWays, lostWays } = networkFromExtract(QUARTIER, "wege");
    expect(edgesOf(network, byNode)).toEqual([
      "street: 1-2",
      "street: 2-3",
      "street: 3-4",
      "street: 2-5",
      "street: 5-6",
      "path: 3-7",
      "steps: 7-8",
      "bridge: 6-9-10",
      "street: 4-15",
      "street: 10-16",
      "path: 5-19",
      "path: 3-20-21-22-3",
      "steps: 8>24",
      "path: 25>24",
      "path: 25-32",
      "tunnel: 1-34",
      "path: 34-35",
      "street: 10-36",
      "street: 36-37-38-36",
    ]);
    expect({ ways, cutWays, lostWays }).toEqual({ ways: 15, cutWays: 2, lostWays: 1 });
    expect([...network.lengthMetres].every(Number.isNaN)).toBe(true);
    expect(network).toMatchObject({ resource: "wege", classes: ["", "street", "path", "steps", "bridge", "tunnel"] });
  });

  test("is the same whether nodes are dense or plain, sorted or not, packed or not, with dates or without", () => {
    expect(networkFromExtract(PLAIN, "wege")).toEqual(networkFromExtract(QUARTIER, "wege"));
  });

  test("keeps each position to the last digit that was written", () => {
    const { coordinates } = networkFromExtract(QUARTIER, "wege").network;
    for (let v = 0; v < coordinates.length; v += 2) {
      expect(NODES.has(`${coordinates[v]} ${coordinates[v + 1]}`), `${coordinates[v]} ${coordinates[v + 1]}`).toBe(
        true,
      );
    }
  });

  test("tells after each block how far it is, and never more than all", () => {
    for (const bytes of [QUARTIER, PLAIN]) {
      const told: [number, number][] = [];
      networkFromExtract(bytes, "wege", (read, of) => told.push([read, of]));
      expect(told.length).toBeGreaterThan(1);
      expect(told.map(([read]) => read)).toEqual(told.map((_, i) => i + 1));
      expect(told.every(([read, of]) => read <= of)).toBe(true);
    }
  });

  const PATH = { highway: "path" };
  const written = (blocks: readonly WrittenBlock[], sorted = false): Uint8Array =>
    joined([headerBlock({ sorted }), ...blocks.map((block) => dataBlock(block))]);
  const edges = (bytes: Uint8Array) => edgesOf(networkFromExtract(bytes, "x").network, byPosition);

  test.each([false, true])("reads nodes west of Greenwich and south of the equator (plain: %s)", (plain) => {
    const nodes = [
      { id: 12_345_678_901, lon: -700_000_001, lat: -330_000_000 },
      { id: 12_345_678_900, lon: 5, lat: -900_000_000 },
      { id: -7, lon: -1_800_000_000, lat: 899_999_999 },
    ];
    expect(
      edges(written([{ nodes, plain }, { ways: [{ refs: [12_345_678_901, 12_345_678_900, -7], tags: PATH }] }])),
    ).toEqual(["path: -70.0000001 -33-5e-7 -90--180 89.9999999"]);
  });

  test("honours granularity and offsets of a block", () => {
    const block = {
      granularity: 1000,
      lonOffset: -1_000_000_000,
      latOffset: 52_000_000_000,
      nodes: [
        { id: 1, lon: 0, lat: 0 },
        { id: 2, lon: 1_000_000, lat: -2_000_000 },
      ],
      ways: [{ refs: [1, 2], tags: PATH }],
    };
    expect(edges(written([block]))).toEqual(["path: -1 52-0 50"]);
  });

  test("finds nodes that stand behind their ways, in any order, where the file is not sorted", () => {
    const ways = { ways: [{ refs: [3, 1, 2], tags: PATH }] };
    const nodes = { nodes: [2, 3, 1].map((id) => ({ id, lon: id * 1e7, lat: 0 })) };
    expect(edges(written([ways, nodes]))).toEqual(["path: 3 0-1 0-2 0"]);
  });

  test("drops a node that is named twice in a row, and a way that then is a point", () => {
    const nodes = [1, 2].map((id) => ({ id, lon: id * 1e7, lat: 0 }));
    const ways = [
      { refs: [1, 1, 2, 2], tags: PATH },
      { refs: [2, 2], tags: PATH },
      { refs: [1], tags: PATH },
      { refs: [], tags: PATH },
    ];
    expect(edges(written([{ nodes, ways }]))).toEqual(["path: 1 0-2 0"]);
  });

  test("leaves out nodes that are not on earth", () => {
    const nodes = [1, 2, 3].map((id) => ({ id, lon: id === 2 ? 1_900_000_000 : id * 1e7, lat: 0 }));
    const bytes = written([{ nodes, ways: [{ refs: [1, 2, 3], tags: PATH }] }]);
    expect(networkFromExtract(bytes, "x")).toMatchObject({ ways: 0, lostWays: 1, cutWays: 1 });
  });

  test("knows the day of the data where the extract says it", () => {
    const bytes = joined([headerBlock({ seconds: Date.UTC(2026, 10, 1, 12) / 1000 }), dataBlock({})]);
    expect(networkFromExtract(bytes, "x").date).toBe("2026-11-01");
  });

  test("has all of every way and nothing else, cut at shared nodes only, whatever the ways (oracle: sets of pairs)", () => {
    const way = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 8 }), fc.boolean(), (ways, sorted) => {
        const nodes = Array.from({ length: 12 }, (_, i) => ({ id: i + 1, lon: (i + 1) * 1e7, lat: 0 }));
        const blocks = [{ nodes }, ...ways.map((refs) => ({ ways: [{ refs, tags: PATH }] }))];
        const { network } = networkFromExtract(written(blocks, sorted), "x");
        const lines = edgesOf(network, (lon) => String(lon)).map((edge) => edge.slice(6).split("-"));
        const pairs = (line: readonly (string | number)[]) =>
          line.slice(1).flatMap((to, i) => (String(to) === String(line[i]) ? [] : [`${line[i]} ${to}`]));
        expect(lines.flatMap(pairs)).toEqual(ways.flatMap(pairs));
        const passes = new Map<number, number>();
        for (const ref of ways.flat()) passes.set(ref, (passes.get(ref) ?? 0) + 1);
        for (const line of lines) {
          for (const inner of line.slice(1, -1)) expect(passes.get(Number(inner))).toBe(1);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe("an extract that cannot be read", () => {
  test("says so wherever it breaks off", () => {
    const flaws = Array.from(QUARTIER, (_, length) =>
      flawOf(() => networkFromExtract(QUARTIER.subarray(0, length), "x")),
    );
    expect(new Set(flaws)).toEqual(new Set(["not-osm-pbf", "truncated", "none"]));
    // Between two blocks nothing tells that there should be more: after the header, the nodes, the ways.
    expect(flaws.filter((flaw) => flaw === "none")).toHaveLength(3);
  });

  test.each<[string, Uint8Array, string]>([
    ["is empty", new Uint8Array(0), "not-osm-pbf"],
    ["is text", new TextEncoder().encode('<?xml version="1.0"?><osm version="0.6"></osm>'), "not-osm-pbf"],
    ["is a zip", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0), "not-osm-pbf"],
    ["begins with data", dataBlock({}), "not-osm-pbf"],
    ["demands deleted objects", headerBlock({ required: ["HistoricalInformation"] }), "feature HistoricalInformation"],
    ["is packed with zstd", joined([headerBlock(), dataBlock({}, 7)]), "compression zstd"],
    [
      "has a block without content",
      joined([headerBlock(), fileBlock("OSMData", new Uint8Array(0), 9)]),
      "corrupt blob",
    ],
  ])("says what is wrong when it %s", (_, bytes, flaw) => {
    expect(flawOf(() => networkFromExtract(bytes, "x"))).toBe(flaw);
  });

  test("is refused when its header promises an order that it does not keep", () => {
    const nodes = [1, 2].map((id) => ({ id, lon: id * 1e7, lat: 0 }));
    const way = dataBlock({ ways: [{ refs: [1, 2], tags: { highway: "path" } }] });
    const order = (sorted: boolean) => joined([headerBlock({ sorted }), way, dataBlock({ nodes })]);
    expect(networkFromExtract(order(false), "x").ways).toBe(1);
    expect(flawOf(() => networkFromExtract(order(true), "x"))).toBe("corrupt Sort.Type_then_ID");
  });

  test("is refused before room is made for a block larger than the format allows", () => {
    const header = headerBlock();
    // BlobHeader { type: "OSMData", datasize: 2^31 − 1 }
    const huge = Uint8Array.of(
      0,
      0,
      0,
      15,
      0x0a,
      7,
      ...new TextEncoder().encode("OSMData"),
      0x18,
      0xff,
      0xff,
      0xff,
      0xff,
      7,
    );
    expect(flawOf(() => networkFromExtract(joined([header, huge]), "x"))).toBe("corrupt blob");
  });

  test("gives a network or says that it is broken, whatever bytes are turned over", () => {
    const change = fc.tuple(fc.nat(PLAIN.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.boolean(), fc.array(change, { minLength: 1, maxLength: 4 }), (plain, changes) => {
        const bytes = (plain ? PLAIN : QUARTIER).slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const flaw = flawOf(() => {
          const { network } = networkFromExtract(bytes, "x");
          expect(network.lineStarts.at(-1)).toBe(network.coordinates.length / 2);
          expect(network.coordinates.every(Number.isFinite)).toBe(true);
        });
        expect(flaw).not.toBe("");
      }),
      { numRuns: 1000 },
    );
  });
});
