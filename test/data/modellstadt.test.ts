import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import proj4 from "proj4";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const COMMITTED = fileURLToPath(new URL("../../data/modellstadt/", import.meta.url));
const GENERATOR = fileURLToPath(new URL("../../data/generate-modellstadt.mjs", import.meta.url));
const UTM32 = "+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs";

type Point = [number, number];
type Row = Record<string, string>;
interface Feature<G = { type: string; coordinates: unknown }> {
  properties: Record<string, unknown>;
  geometry: G;
}

const folders: string[] = [];
function generate(...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "modellstadt-"));
  folders.push(folder);
  execFileSync(process.execPath, [GENERATOR, ...options, "--out", folder]);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const text = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
const rows = (folder: string, file: string): Row[] =>
  Papa.parse<Row>(text(folder, file), { header: true, skipEmptyLines: true }).data;
const features = <G>(folder: string, file: string): Feature<G>[] => JSON.parse(text(folder, file)).features;
const toMetres = (point: Point): Point => proj4("EPSG:4326", UTM32, point) as Point;

interface Area {
  id: string;
  parent: string;
  name: string;
  rings: Point[][];
}

function readAreas(folder: string, file: string): Area[] {
  return features<{ type: string; coordinates: never }>(folder, file).map(({ properties, geometry }) => ({
    id: String(properties.id),
    parent: String(properties.parent),
    name: String(properties.name),
    rings: (geometry.type === "Polygon" ? [geometry.coordinates] : (geometry.coordinates as Point[][][])).flat(
      1,
    ) as Point[][],
  }));
}

/** Even-odd over all rings at once, so holes and parts need no care. */
function contains(rings: Point[][], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i += 1) {
      const [a, b] = [ring[i - 1] as Point, ring[i] as Point];
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  }
  return inside;
}

/** Edges of the rings that no neighbour has the other way round; throws when two areas claim the same side. */
function outerEdges(areas: Area[]): Set<string> {
  const open = new Set<string>();
  for (const { rings, id } of areas) {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i += 1) {
        const [a, b] = [String(ring[i - 1]), String(ring[i])];
        if (open.has(`${a} ${b}`)) throw new Error(`${id} overlaps a neighbour at ${a}`);
        if (!open.delete(`${b} ${a}`)) open.add(`${a} ${b}`);
      }
    }
  }
  return open;
}

interface Supply {
  without: string[];
  gaps: string[];
  reached: number;
  residents: number;
}

function supplyWithin800(folder: string): Supply {
  const areas = readAreas(folder, "quartiere.geojson").map((area) => ({
    ...area,
    rings: area.rings.map((ring) => ring.map(toMetres)),
  }));
  const places = rows(folder, "anlaufpunkte.csv")
    .filter(({ kind, status }) => status === "existing" && (kind === "quartierszentrum" || kind === "beratungsstelle"))
    .map(({ lon, lat }) => toMetres([Number(lon), Number(lat)]));
  const people = new Map(areas.map(({ id }) => [id, { residents: 0, reached: 0 }]));
  for (const row of rows(folder, "einwohner-100m.csv")) {
    const centre: Point = [Number(row.x), Number(row.y)];
    const area = people.get(areas.find(({ rings }) => contains(rings, centre))?.id ?? "");
    if (!area) throw new Error(`cell ${centre} lies outside the city`);
    area.residents += Number(row.einwohner);
    if (places.some(([x, y]) => Math.hypot(x - centre[0], y - centre[1]) <= 800)) area.reached += Number(row.einwohner);
  }
  const without = areas.filter(({ rings }) => !places.some((place) => contains(rings, place))).map(({ name }) => name);
  const half = ({ id }: Area) => (people.get(id)?.reached ?? 0) < (people.get(id)?.residents ?? 0) / 2;
  return {
    without,
    gaps: areas.filter((area) => without.includes(area.name) && half(area)).map(({ name }) => name),
    reached: [...people.values()].reduce((sum, { reached }) => sum + reached, 0),
    residents: [...people.values()].reduce((sum, { residents }) => sum + residents, 0),
  };
}

describe("the generator of the model city", { timeout: 240_000 }, () => {
  let again = "";
  let other = "";
  beforeAll(() => {
    again = generate();
    other = generate("--seed", "7", "--residents", "60000");
  }, 240_000);

  it("writes exactly the files that are committed, byte by byte", () => {
    const files = readdirSync(again).sort();
    expect(
      readdirSync(COMMITTED)
        .filter((file) => file !== "README.md")
        .sort(),
    ).toEqual(files);
    for (const file of files) expect(text(again, file) === text(COMMITTED, file), file).toBe(true);
  });

  it("grows another city from another seed, with the residents that were asked for and the same kind of gaps", () => {
    expect(text(other, "quartiere.geojson")).not.toBe(text(again, "quartiere.geojson"));
    const supply = supplyWithin800(other);
    expect(supply.residents).toBe(60000);
    expect(supply.without.length).toBeGreaterThanOrEqual(10);
    expect(supply.gaps.length).toBeGreaterThanOrEqual(5);
  });

  it("refuses a size that is no whole number", () => {
    expect(() => execFileSync(process.execPath, [GENERATOR, "--seed", "x"], { stdio: "pipe" })).toThrow(
      /--seed must be a whole number/,
    );
  });

  it("writes a country of exactly as many cells as were asked for, whose areas share their borders", () => {
    const country = generate("--cells", "9000");
    const cells = rows(country, "einwohner-100m.csv");
    expect(cells).toHaveLength(9000);
    expect(new Set(cells.map(({ x, y }) => `${x} ${y}`)).size).toBe(9000);
    expect(rows(country, "anlaufpunkte.csv")).toHaveLength(24);
    const bezirke = readAreas(country, "stadtbezirke.geojson");
    expect(bezirke.length % 8).toBe(0);
    expect([...outerEdges(bezirke)].sort()).toEqual([...outerEdges(readAreas(country, "staedte.geojson"))].sort());
    for (const { x, y } of cells.slice(0, 50)) {
      const [lon, lat] = proj4(UTM32, "EPSG:4326", [Number(x), Number(y)]) as Point;
      expect(lon > 5.5 && lon < 15.5 && lat > 47 && lat < 55.5).toBe(true);
    }
  });
});

describe("the model city", () => {
  const areas = readAreas(COMMITTED, "quartiere.geojson");
  const values = Papa.parse<Row>(text(COMMITTED, "werte.csv"), {
    header: true,
    skipEmptyLines: true,
    delimiter: ";",
  }).data;
  const indicators = rows(COMMITTED, "indikatoren.csv");

  it("stays small enough to be embedded", () => {
    const bytes = readdirSync(COMMITTED).reduce((sum, file) => sum + readFileSync(join(COMMITTED, file)).length, 0);
    expect(bytes).toBeLessThan(4_000_000);
  });

  it("has 40 Quartiere in 8 Stadtbezirke that cover the city without gap or overlap", () => {
    const bezirke = readAreas(COMMITTED, "stadtbezirke.geojson");
    expect([areas.length, bezirke.length]).toEqual([40, 8]);
    expect([...outerEdges(areas)].sort()).toEqual([...outerEdges(bezirke)].sort());
    expect(areas.every(({ parent }) => bezirke.some(({ id }) => id === parent))).toBe(true);
  });

  it("has no straight-lined chessboard: a typical border turns at dozens of points", () => {
    const points = areas.map(({ rings }) => rings[0]?.length ?? 0).sort((a, b) => a - b);
    expect(points[20]).toBeGreaterThan(60);
  });

  it("houses 80,000 people in its cells, groups and areas alike, hardly one where there is water", () => {
    const cells = rows(COMMITTED, "einwohner-100m.csv");
    const water = features<{ type: string; coordinates: Point[][] }>(COMMITTED, "hintergrund.geojson").filter(
      ({ properties, geometry }) => properties.layer === "water" && geometry.type === "Polygon",
    );
    const wet = water.map(({ geometry }) => geometry.coordinates.map((ring) => ring.map(toMetres)));
    let sum = 0;
    let drowned = 0;
    for (const { x, y, einwohner, ...groups } of cells) {
      sum += Number(einwohner);
      expect(Object.values(groups).reduce((a, b) => a + Number(b), 0)).toBe(Number(einwohner));
      if (wet.some((rings) => contains(rings, [Number(x), Number(y)]))) drowned += Number(einwohner);
    }
    expect(sum).toBe(80000);
    // the middle of a cell may be wet while its houses stand on the bank
    expect(drowned).toBeLessThan(100);
    const published = features(COMMITTED, "quartiere.geojson").reduce((s, f) => s + Number(f.properties.residents), 0);
    expect(published).toBe(80000);
    expect(cells.length).toBeGreaterThan(2500);
  });

  it("lacks a Quartierszentrum and Beratungsstelle in about 12 Quartiere, and reach in 6 to 8 of them", () => {
    const { without, gaps, reached, residents } = supplyWithin800(COMMITTED);
    expect(without).toHaveLength(12);
    expect(gaps.length).toBeGreaterThanOrEqual(6);
    expect(gaps.length).toBeLessThanOrEqual(8);
    expect(gaps).toContain("Siedlung Birkenhain");
    expect(reached / residents).toBeGreaterThan(0.8);
    expect(reached / residents).toBeLessThan(0.95);
  });

  it("has 60 to 90 Anlaufpunkte of every kind, also planned and closed ones, at streets of the network", () => {
    const places = rows(COMMITTED, "anlaufpunkte.csv");
    expect(places.length).toBeGreaterThanOrEqual(60);
    expect(places.length).toBeLessThanOrEqual(90);
    expect(new Set(places.map(({ status }) => status))).toEqual(new Set(["existing", "planned", "closed"]));
    expect(new Set(places.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
    const streets = new Set(features(COMMITTED, "wegenetz.geojson").map(({ properties }) => properties.name));
    for (const { address } of places) expect(streets).toContain(address?.replace(/ \d+$/, ""));
  });

  it("brings two what-ifs along, about places that it has and one that it would get", () => {
    const places = new Map(rows(COMMITTED, "anlaufpunkte.csv").map((place) => [place.id, place]));
    const changes = rows(COMMITTED, "szenarien.csv");
    expect(new Set(changes.map(({ change }) => change))).toEqual(
      new Set(["add", "reopen", "close", "capacity", "kind", "move"]),
    );
    for (const { change, anlaufpunkt } of changes) expect(places.has(anlaufpunkt)).toBe(change !== "add");
    const status = (change: string) => places.get(changes.find((row) => row.change === change)?.anlaufpunkt)?.status;
    expect([status("reopen"), status("close")]).toEqual(["planned", "existing"]);
    const moorende = areas.find(({ name }) => name === "Moorende")?.rings ?? [];
    const added = changes.find(({ change }) => change === "add");
    expect(contains(moorende, [Number(added?.lon), Number(added?.lat)])).toBe(true);
  });

  describe("its walking network", () => {
    const edges = features<{ type: string; coordinates: Point[] }>(COMMITTED, "wegenetz.geojson");

    it("has streets, paths, steps and bridges, some one way, 2,500 to 5,000 edges", () => {
      expect(edges.length).toBeGreaterThan(2500);
      expect(edges.length).toBeLessThan(5000);
      expect(new Set(edges.map(({ properties }) => properties.class))).toEqual(
        new Set(["street", "path", "steps", "bridge"]),
      );
      expect(edges.some(({ properties }) => properties.oneWay === true)).toBe(true);
    });

    it("hangs together but for one small island", () => {
      const parent = new Map<string, string>();
      const root = (key: string): string => {
        const up = parent.get(key) ?? key;
        if (up === key) return key;
        const top = root(up);
        parent.set(key, top);
        return top;
      };
      const ends = edges.map(
        ({ geometry }) => [String(geometry.coordinates[0]), String(geometry.coordinates.at(-1))] as const,
      );
      for (const [a, b] of ends) parent.set(root(a), root(b));
      const sizes = new Map<string, number>();
      for (const [a] of ends) sizes.set(root(a), (sizes.get(root(a)) ?? 0) + 1);
      const [largest, ...rest] = [...sizes.values()].sort((a, b) => b - a);
      expect(largest).toBeGreaterThan(2500);
      expect(rest).toHaveLength(1);
      expect(rest[0]).toBeLessThan(10);
    });

    it("crosses the river on few bridges only", () => {
      const river = features<{ coordinates: Point[][] }>(COMMITTED, "hintergrund.geojson").find(
        ({ properties }) => properties.class === "river",
      );
      const rings = river?.geometry.coordinates ?? [];
      const crossing = edges.filter(({ geometry: { coordinates } }) =>
        coordinates.some((point) => contains(rings, point)),
      );
      expect(crossing.every(({ properties }) => properties.class === "bridge")).toBe(true);
      expect(crossing.length).toBeGreaterThanOrEqual(4);
      expect(crossing.length).toBeLessThanOrEqual(6);
    });
  });

  describe("its indicators", () => {
    const known = new Map(values.map((row) => [`${row.indikator} ${row.sozialraum} ${row.jahr}`, row]));
    const number = (row: Row | undefined) => (row?.wert === "-" ? 0 : Number(row?.wert?.replace(",", ".")));
    const personal = [
      "arbeitslose",
      "kinderarmut",
      "wbs-ausgestellt",
      "wohnungslose-minderjaehrige",
      "unterkunft-belegung",
    ];

    it("cover eight years, with missing and suppressed values", () => {
      expect(new Set(values.map(({ jahr }) => jahr)).size).toBe(8);
      expect(new Set(values.map(({ status }) => status))).toEqual(
        new Set(["ok", "suppressed", "not-stated", "not-applicable", "estimated"]),
      );
    });

    it("never publish a person or two, nor let the total give a single one away", () => {
      for (const id of personal) {
        for (let year = 2017; year <= 2024; year += 1) {
          const of = values.filter(
            (row) => row.indikator === id && row.jahr === String(year) && row.sozialraum !== "*",
          );
          expect(of.filter((row) => row.wert === "1" || row.wert === "2")).toEqual([]);
          const hidden = of.filter(({ status }) => status === "suppressed" || status === "not-stated");
          if (hidden.some(({ status }) => status === "suppressed")) expect(hidden.length).toBeGreaterThan(1);
        }
      }
    });

    it("add up to the city where every area is published, and shares follow their numerator and denominator", () => {
      let sums = 0;
      let shares = 0;
      for (const { id, kind, numerator, denominator, per } of indicators) {
        for (const { sozialraum, jahr, status, ...row } of values.filter((value) => value.indikator === id)) {
          if (kind === "count" && sozialraum === "*") {
            const parts = areas.map((area) => known.get(`${id} ${area.id} ${jahr}`));
            if (parts.some((part) => part?.status !== "ok")) continue;
            expect(
              parts.reduce((sum, part) => sum + number(part), 0),
              `${id} ${jahr}`,
            ).toBe(number(row));
            sums += 1;
          }
          const upper = known.get(`${numerator} ${sozialraum} ${jahr}`);
          const lower = known.get(`${denominator} ${sozialraum} ${jahr}`);
          if (kind !== "share" || status !== "ok" || !upper || !lower) continue;
          expect(number(row)).toBeCloseTo((number(upper) / number(lower)) * Number(per), 0);
          shares += 1;
        }
      }
      expect(sums).toBeGreaterThan(20);
      expect(shares).toBeGreaterThan(1000);
    });

    it("reach some of their targets and miss others", () => {
      const verdicts = indicators
        .filter(({ target }) => target !== "")
        .map(({ id, target, direction }) => {
          const latest = ["2024", "2023"].map((year) => known.get(`${id} * ${year}`)).find(Boolean);
          return direction === "more-is-worse" ? number(latest) <= Number(target) : number(latest) >= Number(target);
        });
      expect(verdicts.filter(Boolean).length).toBeGreaterThanOrEqual(4);
      expect(verdicts.filter((reached) => !reached).length).toBeGreaterThanOrEqual(4);
    });

    it("are named by goals that exist, while some goals are served by nothing", () => {
      const goals = [...rows(COMMITTED, "ziele-norderstedt.csv"), ...rows(COMMITTED, "ziele-quartiersmanagement.csv")];
      const ids = new Set(goals.map(({ id }) => id));
      const served = new Set(indicators.flatMap((row) => row.goals?.split(";").filter(Boolean) ?? []));
      const vorhaben = new Set(rows(COMMITTED, "vorhaben.csv").flatMap((row) => row.goals?.split(";") ?? []));
      for (const goal of [...served, ...vorhaben]) expect(ids).toContain(goal);
      for (const goal of goals) {
        for (const id of goal.indicators?.split(";").filter(Boolean) ?? [])
          expect(
            indicators.some((row) => row.id === id),
            id,
          ).toBe(true);
      }
      expect(goals.some(({ id = "", indicators: own }) => !own && !served.has(id) && !vorhaben.has(id))).toBe(true);
    });
  });
});
