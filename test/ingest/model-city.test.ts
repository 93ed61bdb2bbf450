import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { packageOnDisk } from "./package-on-disk.ts";
import { readWholePackage, type WholePackage } from "./read-whole-package.ts";

const FOLDER = fileURLToPath(new URL("../../data/modellstadt/", import.meta.url));

describe.skipIf(!existsSync(`${FOLDER}datapackage.json`))("the model city", () => {
  let city: WholePackage;
  beforeAll(async () => {
    city = await readWholePackage(packageOnDisk(FOLDER));
  });

  it("says that it is invented, in both languages", () => {
    expect(city.map.info.invented).toEqual({ de: "Modellstadt – erfundene Daten", en: "Model city – invented data" });
  });

  it("opens without an error or a warning", () => {
    expect(city.issues.filter(({ severity }) => severity !== "notice")).toEqual([]);
  });

  it("has something in every role, and loses no row", () => {
    const { records, supply, map } = city;
    expect(map.levels.map(({ id }) => id)).toEqual(["quartier", "stadtbezirk"]);
    expect(map.backgrounds.length).toBe(1);
    for (const many of [supply.anlaufpunkte, supply.kinds, records.indicators, records.goals, records.vorhaben]) {
      expect(many.length).toBeGreaterThan(3);
    }
    for (const many of [records.termine, records.akteure, records.network?.lengthMetres ?? []]) {
      expect(many.length).toBeGreaterThan(3);
    }
    expect(supply.scenarios?.map(({ title }) => title)).toEqual([
      "Neue Zentren am Stadtrand",
      "Schließung Zentrum Südpol",
    ]);
    expect(supply.population?.groups.length).toBe(5);
    expect(city.reports.filter(({ rejected }) => rejected > 0)).toEqual([]);
  });

  it("has observations of every status, so that all of them are seen", () => {
    const statuses = new Set(city.records.observations.status);
    for (const status of ["ok", "suppressed", "not-stated", "not-applicable"]) expect(statuses).toContain(status);
  });

  it("has population cells that name Sozialräume that exist, or none", () => {
    const ids = new Set(city.map.levels.flatMap(({ sozialraeume }) => sozialraeume.map(({ id }) => id)));
    const keys = city.supply.population?.sozialraum ?? [];
    expect(keys.every((key) => key === "" || ids.has(key))).toBe(true);
  });
});
