import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Coverage, Sites } from "../../src/analysis/coverage/coverage.ts";
import { measureCoverage } from "../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../src/analysis/coverage/prepare-demand.ts";
import type { Database } from "../../src/db/database.ts";
import { loadCityMap } from "../../src/db/load-city-map.ts";
import { loadCoverage } from "../../src/db/load-coverage.ts";
import { loadRecords } from "../../src/db/load-records.ts";
import { loadReports } from "../../src/db/load-reports.ts";
import { loadSupply } from "../../src/db/load-supply.ts";
import { goalProgress } from "../../src/db/queries/goal-progress.ts";
import { goalsOfSozialraum } from "../../src/db/queries/goals-of-sozialraum.ts";
import { indicatorCatalogue } from "../../src/db/queries/indicator-catalogue.ts";
import { resourceRows } from "../../src/db/queries/resource-rows.ts";
import { sozialraumProfile } from "../../src/db/queries/sozialraum-profile.ts";
import { isKnown } from "../../src/domain/measured.ts";
import { packageOnDisk } from "../ingest/package-on-disk.ts";
import { readWholePackage, type WholePackage } from "../ingest/read-whole-package.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";
import { coverageBySozialraum } from "./coverage-by-sozialraum.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { valuesIn } from "./values-in.ts";

const CITIES = [
  { name: "the model city", folder: fileURLToPath(new URL("../../data/modellstadt", import.meta.url)), exists: true },
  { name: "Berlin", folder: sharedData("berlin"), exists: hasSharedData },
  { name: "Köln", folder: sharedData("koeln"), exists: hasSharedData },
];

async function open(db: Database, folder: string): Promise<WholePackage> {
  const city = await readWholePackage(packageOnDisk(folder));
  await loadCityMap(db, city.map);
  await loadSupply(db, city.supply);
  await loadRecords(db, city.records);
  await loadReports(db, city.reports, city.issues);
  return city;
}

async function measureAndLoad(db: Database, city: WholePackage, level: string): Promise<Coverage> {
  const demand = prepareDemand({ population: city.supply.population, levels: city.map.levels, level });
  const chosen = city.supply.anlaufpunkte.flatMap((place, index) =>
    place.status === "existing" && place.kind === "quartierszentrum" ? [{ place, index }] : [],
  );
  const sites: Sites = {
    lon: Float64Array.from(chosen, ({ place }) => place.lon),
    lat: Float64Array.from(chosen, ({ place }) => place.lat),
  };
  const coverage = measureCoverage(demand, sites, { reach: 800, hasAnlaufpunkte: city.supply.anlaufpunkte.length > 0 });
  const place = Int32Array.from(chosen, ({ index }) => index);
  await loadCoverage(db, {
    run: { level, reachMetres: 800, kinds: ["quartierszentrum"], detour: 1 },
    cells: {
      row: demand.row,
      area: demand.area,
      residents: demand.residents,
      distance: coverage.points.distance,
      nearest: coverage.points.nearest.map((site) => place[site] ?? -1),
    },
    places: { place, area: coverage.siteArea },
  });
  return coverage;
}

const orMissing = (value: number | undefined): number => value ?? Number.NaN;

for (const { name, folder, exists } of CITIES) {
  describe.skipIf(!exists)(`${name} in the database`, () => {
    let db: Database;
    let city: WholePackage;
    beforeAll(async () => {
      db = await openTestDatabase();
      city = await open(db, folder);
    });
    afterAll(() => db.close());

    it("has every row that was read", async () => {
      const rows = await resourceRows(db);
      const inTable = (table: string) =>
        rows.filter((entry) => entry.table === table).reduce((sum, entry) => sum + entry.rows, 0);
      expect(inTable("sozialraeume")).toBe(city.map.levels.reduce((sum, level) => sum + level.sozialraeume.length, 0));
      expect(inTable("anlaufpunkte")).toBe(city.supply.anlaufpunkte.length);
      expect(inTable("population")).toBe(city.supply.population?.residents.length ?? 0);
      expect(inTable("observations")).toBe(city.records.observations.value.length);
      expect(inTable("vorhaben")).toBe(city.records.vorhaben.length);
      expect(inTable("termine")).toBe(city.records.termine.length);
      expect(inTable("akteure")).toBe(city.records.akteure.length);
      expect(inTable("network_edges")).toBe(city.records.network?.lengthMetres.length ?? 0);
      const names = new Set(city.reports.map((report) => report.name));
      // Goals and the like that no package defines come from the catalogues that are built in.
      const strangers = rows.filter((entry) => !names.has(entry.resource) && entry.table !== "goals");
      expect(strangers).toEqual([]);
    });

    it("has the same coverage in SQL as from the kernel, on every level, area by area", async () => {
      for (const { id, sozialraeume } of city.map.levels) {
        const { areas } = await measureAndLoad(db, city, id);
        const rows = await coverageBySozialraum(db);
        expect(rows.map((row) => row.sozialraum)).toEqual(sozialraeume.map((area) => area.id));
        expect(rows.map((row) => row.status)).toEqual(areas.status);
        expect(rows.map((row) => orMissing(row.anlaufpunkteInside))).toEqual([...areas.anlaufpunkteInside]);
        expect(rows.map((row) => orMissing(row.nearestMedianMetres))).toEqual([...areas.nearestMedian]);
        expect(rows.map((row) => orMissing(row.nearestP90Metres))).toEqual([...areas.nearestP90]);
        // Sample points of areas without cells carry fractions of residents, whose sums depend on their order in the last digits.
        rows.forEach((row, a) => {
          expectClose(orMissing(row.residents), areas.residents[a]);
          expectClose(orMissing(row.residentsReached), areas.reached[a]);
          expectClose(orMissing(row.reachedShare), areas.share[a]);
          expectClose(orMissing(row.per10000), areas.per10000[a]);
        });
      }
    });

    it("answers every question about every indicator, and never turns missing into a number", async () => {
      const catalogue = await indicatorCatalogue(db);
      expect(catalogue.map((entry) => entry.indicator)).toEqual(city.records.indicators.map((one) => one.id));
      for (const entry of catalogue) {
        const period = entry.periods.at(-1);
        const level = entry.levels[0];
        if (period === undefined || level === undefined) continue;
        const values = await valuesIn(db, { indicator: entry.indicator, period, level });
        expect(values.areas.length).toBe(city.map.levels.find((one) => one.id === level)?.sozialraeume.length);
        for (const value of values.areas) {
          if (isKnown(value.value)) expect(value.n).toBeGreaterThan(0);
          else if (value.text === undefined) expect(value.value).toBe(value.status);
        }
        if (isKnown(values.city.value)) expect(values.city.how).not.toBe("none");
      }
      const [first] = city.map.levels;
      const id = first?.sozialraeume[0]?.id;
      if (first && id !== undefined) {
        await sozialraumProfile(db, { level: first.id, id });
        await goalsOfSozialraum(db, { level: first.id, id });
      }
      expect((await goalProgress(db)).map((entry) => entry.goal)).toEqual(city.records.goals.map((goal) => goal.id));
    });
  });
}

function expectClose(found: number, expected: number | undefined): void {
  if (expected === undefined || Number.isNaN(expected)) expect(found).toBeNaN();
  else expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

describe.skipIf(!hasSharedData)("the figures of Berlin", () => {
  let db: Database;
  beforeAll(async () => {
    db = await openTestDatabase();
    await open(db, sharedData("berlin"));
  });
  afterAll(() => db.close());

  it("add up over the levels, counts and shares alike", async () => {
    const inBezirke = (indicator: string) => valuesIn(db, { indicator, period: "2020", level: "bezirk" });
    const { areas: bezirke, city: children } = await inBezirke("age-u6");
    const { city: residents } = await inBezirke("ewz");
    const { city: share } = await inBezirke("age-u6-anteil");
    expect(residents).toMatchObject({ how: "added", n: 448, missing: 0, suppressed: 0 });
    expect(share).toMatchObject({ how: "computed", numerator: children.value, denominator: residents.value });
    expect(share.value).toBeCloseTo((100 * Number(children.value)) / Number(residents.value), 12);
    expect(bezirke.length).toBe(12);
    expect(bezirke.reduce((sum, value) => sum + Number(value.value), 0)).toBe(children.value);
  });

  it("do not make a city's value from published shares, but name the median of the areas", async () => {
    const { city: poverty } = await valuesIn(db, { indicator: "s4", period: "2019", level: "planungsraum" });
    expect(poverty).toMatchObject({ value: "not-stated", how: "none" });
    expect(poverty.median?.n).toBeGreaterThan(400);
    expect(poverty.median?.missing).toBeGreaterThan(0);
  });
});
