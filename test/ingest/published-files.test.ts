import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shapesBox } from "../../src/geo/shapes.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";
import { readWholePackage } from "./read-whole-package.ts";
import { csvResource, smallPackage } from "./small-package.ts";

const fileOf = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(sharedData(path)));

/** One file of areas as a package of its own. */
function areasOf(path: string, columns: object, more: object = {}) {
  const anlaufpunkt = { role: "sozialraeume", level: "area", columns, ...more };
  const resources = [{ name: "areas", path: "published.geojson", format: "geojson", anlaufpunkt }];
  return readWholePackage(smallPackage([], { "published.geojson": fileOf(path) }, { resources }));
}

describe.skipIf(!hasSharedData)("files as cities publish them", () => {
  const FLENSBURG = { id: "AREA_ID", name: "AREA_NAME" };

  it("with an old crs member lie where the same file in degrees lies, to the sixth decimal", async () => {
    const folder = "import/flensburg-all-formats";
    const projected = await areasOf(`${folder}/stadtteile_25832_crsmember.geojson`, FLENSBURG);
    const degrees = await areasOf(`${folder}/stadtteile_rfc7946.geojson`, FLENSBURG);
    const [a, b] = [projected.map.levels[0], degrees.map.levels[0]];
    expect(a?.sozialraeume.map(({ name }) => name)).toEqual(b?.sozialraeume.map(({ name }) => name));
    expect(a?.sozialraeume.length).toBe(13);
    for (let area = 0; area < 13; area++) {
      const [own, other] = [a && shapesBox(a.shapes, area), b && shapesBox(b.shapes, area)];
      own?.forEach((degree, i) => {
        expect(degree).toBeCloseTo(other?.[i] ?? Number.NaN, 5);
      });
    }
  });

  it("of Berlin open in CRS84 and in UTM 33, both by their crs member", async () => {
    const lor = await areasOf("import/lor_planungsraum_crs84.geojson", { id: "RAUMID", name: "PLANUNGSRAUM" });
    const forecast = await areasOf("import/lor_prognoseraeume_2021_epsg25833.geojson", {
      id: "PGR_ID",
      name: "PGR_NAME",
    });
    expect(lor.reports[0]).toMatchObject({ crs: "CRS84", rejected: 0 });
    expect(forecast.reports[0]).toMatchObject({ crs: "EPSG:25833", rejected: 0 });
    for (const { map } of [lor, forecast]) {
      const box = map.levels[0] && shapesBox(map.levels[0].shapes);
      expect(box?.map((degree) => Math.round(degree * 10) / 10)).toEqual([13.1, 52.3, 13.8, 52.7]);
    }
  });

  it("with swapped axes are told", async () => {
    const { issues } = await areasOf("import/leipzig_districts_swapped_axes.json", { id: "key", name: "title" });
    expect(issues.find(({ code }) => code === "coordinates-outside-crs")?.context.swapped).toBeGreaterThan(1);
  });

  it("in Windows-1252 with decimal comma give the same numbers as in UTF-8 with decimal point", async () => {
    const values = { mss2019_s1_unemployed_pct: "n", residence_5y_pct_2019: "m" };
    const areas = { "areas.geojson": fileOf("berlin/planungsraeume.geojson") };
    const read = async (path: string, keys: object) => {
      const table = csvResource("t", {
        role: "observations",
        period: "2020",
        columns: { sozialraum: "plr_id" },
        values,
        missing: { "": "not-stated" },
        ...keys,
      });
      const level = { id: "plr_id", name: "plr_name" };
      const resources = [
        { name: "areas", path: "areas.geojson", anlaufpunkt: { role: "sozialraeume", level: "plr", columns: level } },
        csvResource("i", { role: "indicators" }),
        table,
      ];
      const files = { ...areas, "t.csv": fileOf(path), "i.csv": "id,title\nn,N\nm,M\n" };
      return readWholePackage(smallPackage([], files, { resources }));
    };
    const german = await read("import/plr_indicators_de_cp1252.csv", { decimalChar: "," });
    const english = await read("berlin/plr_indicators.csv", {});
    expect(german.records.observations.value).toEqual(english.records.observations.value);
    expect(german.records.observations.status).toEqual(english.records.observations.status);
    expect(german.issues.map(({ code }) => code)).toEqual(["encoding-guessed"]);
    expect(english.issues).toEqual([]);
  });

  it("of the Zensus, with its code -1, lose no cell when the code is declared, and ask about it once when it is not", async () => {
    const read = (missing: object) => {
      const cells = csvResource("cells", {
        role: "population",
        crs: "EPSG:3035",
        cellSizeMetres: 1000,
        decimalChar: ",",
        columns: { x: "x_mp_1km", y: "y_mp_1km", residents: "Einwohner" },
        ...missing,
      });
      return readWholePackage(smallPackage([cells], { "cells.csv": fileOf("import/zensus2011_1km_berlin_de.csv") }));
    };
    const declared = await read({ missing: { "-1": "suppressed" } });
    expect(declared.issues).toEqual([]);
    expect(declared.reports.at(-1)).toMatchObject({ rejected: 0 });
    const { residents, suppressed, lon } = declared.supply.population ?? {
      residents: new Float64Array(),
      suppressed: new Uint8Array(),
      lon: new Float64Array(),
    };
    expect(residents.filter((value) => !Number.isNaN(value)).reduce((sum, value) => sum + value, 0)).toBeGreaterThan(
      3e6,
    );
    expect(suppressed.reduce((sum, one) => sum + one, 0)).toBe(residents.filter(Number.isNaN).length);
    expect(lon.every((degree) => degree > 12.9 && degree < 13.9)).toBe(true);

    const asked = await read({});
    expect(asked.issues).toMatchObject([{ code: "value-negative", context: { value: "-1" } }]);
    expect(Number(asked.issues[0]?.context.times)).toBe(suppressed.reduce((sum, one) => sum + one, 0));
  });
});
