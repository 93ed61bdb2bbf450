import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PackageSource } from "../../../src/domain/package-source.ts";
import type { Repair } from "../../../src/domain/repair.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";
import { packageOnDisk } from "../package-on-disk.ts";
import { examinePackage, readWholePackage } from "../read-whole-package.ts";

/** One published file of areas as a package of its own. */
function areasAlone(file: string, keys: object, repairs: readonly Repair[] = []): PackageSource {
  const path = file.split("/").at(-1) as string;
  const resource = {
    name: "areas",
    path,
    format: "geojson",
    anlaufpunkt: { role: "sozialraeume", level: "x", ...keys, ...(repairs.length > 0 ? { repairs } : {}) },
  };
  const descriptor = { name: "alone", anlaufpunkt: { version: 1 }, resources: [resource] };
  const files = {
    "datapackage.json": new Blob([JSON.stringify(descriptor)]),
    [path]: new Blob([readFileSync(sharedData(file))]),
  };
  return { kind: "files", files, label: path };
}

const VALID: readonly Repair[] = [{ repair: "make-valid" }];
const BEZIRKE = { columns: { id: "AREA_ID", name: "AREA_NAME" } };

it("nothing is odd about the model city", async () => {
  expect(await examinePackage(packageOnDisk(join(import.meta.dirname, "../../../data/modellstadt")))).toEqual([]);
});

describe.skipIf(!hasSharedData)("published data", () => {
  it("Flensburg's two Bezirke with broken rings are found, and valid after the repair with the ground they had", async () => {
    const file = "flensburg/statistische_bezirke.geojson";
    const before = await examinePackage(areasAlone(file, BEZIRKE));
    expect(before.filter(({ code }) => code === "ring-invalid").map(({ row }) => row)).toEqual([20, 38]);
    const source = areasAlone(file, BEZIRKE, VALID);
    expect((await examinePackage(source)).filter(({ code }) => code === "ring-invalid")).toEqual([]);
    const { issues, map, reports } = await readWholePackage(source);
    const repaired = issues.filter(({ context }) => context.reason === "made-valid");
    expect(repaired.map(({ row }) => row).sort()).toEqual([20, 38]);
    for (const { context } of repaired) expect(Math.abs(Number(context.squareMetres))).toBeLessThan(0.01);
    expect(map.levels[0]?.origin.repairs).toEqual([{ repair: "make-valid", count: 2 }]);
    expect(reports[0]?.repairs).toEqual([{ repair: "make-valid", count: 2 }]);
  });

  it("Leipzig's „Gesamt“ is told as the total of its 63 Ortsteile, and nothing else is", async () => {
    const file = "import/leipzig_districts_swapped_axes.json";
    const { features } = JSON.parse(readFileSync(sharedData(file), "utf8")) as GeoJSON.FeatureCollection;
    const total = features.findIndex(({ properties }) =>
      Object.values(properties ?? {})
        .join()
        .includes("Gesamt"),
    );
    const names = Object.entries(features[total]?.properties ?? {}).filter(([, value]) => typeof value === "string");
    const name = names.find(([, value]) => String(value).includes("Gesamt"))?.[0] as string;
    const issues = await examinePackage(areasAlone(file, { axisOrder: "yx", columns: { id: name, name } }));
    expect(issues).toMatchObject([{ code: "area-total", row: total + 1, context: { percent: 100 } }]);
    const repairs = issues.flatMap(({ repair }) => repair?.repair ?? []);
    expect(await examinePackage(areasAlone(file, { axisOrder: "yx", columns: { id: name, name } }, repairs))).toEqual(
      [],
    );
  });

  it("Köln's Stadtviertel with broken rings are valid after the repair", { timeout: 20_000 }, async () => {
    const repaired = await examinePackage(areasAlone("koeln/stadtviertel.geojson", {}, VALID));
    expect(repaired.map(({ code }) => code)).not.toContain("ring-invalid");
    expect(repaired.map(({ code }) => code)).toContain("areas-gap");
  });

  it("Berlin's findings are few, and each can be explained", async () => {
    const issues = await examinePackage(packageOnDisk(sharedData("berlin")));
    expect(issues.map(({ code, source, row }) => [code, source, row])).toEqual([
      // Two entries of one house each, at the same coordinates.
      ["place-twice", "anlaufpunkte.csv", 398],
      ["place-twice", "anlaufpunkte.csv", 496],
      // Published 2020 against cells of 2011.
      ["residents-differ", "planungsraeume.geojson", 16],
      ["residents-differ", "bezirksregionen.geojson", 121],
      // 436 residents in 2017, 9 and 12 in 2015 and 2019.
      ["value-jump", "mss_2017.csv", 122],
    ]);
  });
});
