import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.ts";
import { loadCityMap } from "../../src/db/load-city-map.ts";
import { loadCoverage } from "../../src/db/load-coverage.ts";
import { loadSupply } from "../../src/db/load-supply.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import { coverageBySozialraum } from "./coverage-by-sozialraum.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { cityMap, level } from "./small-city.ts";

function place(id: string): Anlaufpunkt {
  return {
    id,
    name: "",
    kind: "quartierszentrum",
    lon: 10,
    lat: 54,
    topics: [],
    targetGroups: [],
    languages: [],
    status: "existing",
    resource: "places-file",
  };
}

/** [area, residents, distance]; −1 = outside, NaN = missing or no place. */
type Point = readonly [number, number, number];

async function load(db: Database, points: readonly Point[], placeAreas: readonly number[] = [0]): Promise<void> {
  await loadCoverage(db, {
    run: { level: "quartier", reachMetres: 800, kinds: ["quartierszentrum"], detour: 1 },
    cells: {
      row: Int32Array.from(points, (_, row) => row),
      area: Int32Array.from(points, (point) => point[0]),
      residents: Float64Array.from(points, (point) => point[1]),
      distance: Float64Array.from(points, (point) => point[2]),
      nearest: Int32Array.from(points, (point) => (Number.isNaN(point[2]) ? -1 : 0)),
    },
    places: { place: Int32Array.from(placeAreas, (_, i) => i), area: Int32Array.from(placeAreas) },
  });
}

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadCityMap(db, cityMap(level("quartier", { q0: undefined, q1: undefined, q2: undefined, q3: undefined })));
  await loadSupply(db, { anlaufpunkte: [place("p0"), place("p1")], kinds: [], anlaufpunkteOrigins: [] });
});
afterAll(() => db.close());

describe("the coverage table in SQL", () => {
  it("counts residents within the reach, the reach itself included, and knows the four states", async () => {
    await load(db, [
      [0, 100, 900],
      [1, 30, 800],
      [1, 30, 800.001],
      [2, 49, 0],
      [2, 51, 5000],
      [-1, 999, 10],
    ]);
    const rows = await coverageBySozialraum(db);
    expect(
      rows.map((row) => [row.sozialraum, row.status, row.residents, row.residentsReached, row.reachedShare]),
    ).toEqual([
      ["q0", "served", 100, 0, 0],
      ["q1", "reached", 60, 30, 0.5],
      ["q2", "gap", 100, 49, 0.49],
      ["q3", "unknown", undefined, undefined, undefined],
    ]);
    expect(rows.map((row) => [row.anlaufpunkteInside, row.per10000])).toEqual([
      [1, 100],
      [0, 0],
      [0, 0],
      [0, undefined],
    ]);
  });

  it("takes another reach and another share without a new measurement", async () => {
    await load(db, [
      [1, 49, 800],
      [1, 51, 900],
    ]);
    const statusOf = async (question: { reach?: number; reachedShare?: number }) =>
      (await coverageBySozialraum(db, question))[1]?.status;
    expect(await statusOf({})).toBe("gap");
    expect(await statusOf({ reachedShare: 0.49 })).toBe("reached");
    expect(await statusOf({ reach: 900 })).toBe("reached");
    expect(await statusOf({ reach: 0 })).toBe("gap");
  });

  it("weighs quantiles by residents and takes the smallest distance that holds half, and nine tenths, of them", async () => {
    await load(db, [
      [0, 5, 300],
      [0, 1, 100],
      [0, 4, 200],
      [1, 9, 100],
      [1, 1, 700],
      [2, 89, 100],
      [2, 11, 700],
      [3, 0, 50],
      [3, 2, 60],
    ]);
    const rows = await coverageBySozialraum(db);
    expect(rows.map((row) => [row.nearestMedianMetres, row.nearestP90Metres])).toEqual([
      [200, 300],
      [100, 100],
      [100, 700],
      [60, 60],
    ]);
  });

  it("does not take missing residents for none", async () => {
    await load(db, [
      [1, Number.NaN, 100],
      [1, 10, 900],
      [2, Number.NaN, 100],
      [3, 0, 100],
    ]);
    const rows = await coverageBySozialraum(db);
    expect(
      rows.slice(1).map((row) => [row.residents, row.residentsReached, row.nearestMedianMetres, row.status]),
    ).toEqual([
      [10, 0, 900, "gap"],
      [undefined, undefined, undefined, "unknown"],
      [0, 0, undefined, "unknown"],
    ]);
  });

  it("has no distances where no place was chosen, and knows nothing where the city has none", async () => {
    await load(db, [[0, 10, Number.NaN]], []);
    expect((await coverageBySozialraum(db))[0]).toMatchObject({
      residents: 10,
      residentsReached: 0,
      nearestMedianMetres: undefined,
      anlaufpunkteInside: 0,
      status: "gap",
    });
    await loadSupply(db, { anlaufpunkte: [], kinds: [], anlaufpunkteOrigins: [] });
    expect((await coverageBySozialraum(db))[0]).toMatchObject({
      residents: 10,
      residentsReached: undefined,
      anlaufpunkteInside: undefined,
      status: "unknown",
    });
  });

  it("is empty before the first measurement", async () => {
    await loadCityMap(db, cityMap(level("quartier", { q0: undefined })));
    expect(await coverageBySozialraum(db)).toEqual([]);
  });
});
