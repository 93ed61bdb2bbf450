import { beforeAll, describe, expect, it } from "vitest";
import { shapesBox } from "../../src/geo/shapes.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";
import { packageOnDisk } from "./package-on-disk.ts";
import { readWholePackage, type WholePackage } from "./read-whole-package.ts";

describe.skipIf(!hasSharedData)("the package of Berlin", () => {
  let city: WholePackage;
  beforeAll(async () => {
    city = await readWholePackage(packageOnDisk(sharedData("berlin")));
  });

  it("opens without a warning; only the seven places without a name are noticed, each with its row", () => {
    expect(city.issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      new Array(7).fill("notice name-missing"),
    );
    expect(city.issues.map(({ row }) => row)).toEqual([94, 203, 221, 320, 408, 896, 927]);
  });

  it("has its three levels, finest first, each sorted by id", () => {
    expect(city.map.levels.map(({ id, sozialraeume }) => [id, sozialraeume.length])).toEqual([
      ["planungsraum", 448],
      ["bezirksregion", 138],
      ["bezirk", 12],
    ]);
    for (const { sozialraeume, shapes } of city.map.levels) {
      const ids = sozialraeume.map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
      expect(shapes.areaStarts.length).toBe(ids.length + 1);
    }
    expect(city.map.levels[0]?.sozialraeume[0]).toMatchObject({
      id: "01011101",
      name: "Stülerstraße",
      residents: 3419,
    });
  });

  it("lies where Berlin lies, areas and cells", () => {
    const [level] = city.map.levels;
    const box = level && shapesBox(level.shapes);
    expect(box?.map((degree) => Math.round(degree * 100) / 100)).toEqual([13.09, 52.34, 13.76, 52.68]);
    const { lon, lat } = city.supply.population ?? { lon: [], lat: [] };
    expect([...lon].every((degree) => degree > 13 && degree < 13.9)).toBe(true);
    expect([...lat].every((degree) => degree > 52.3 && degree < 52.8)).toBe(true);
  });

  it("keeps every place and every resident", () => {
    expect(city.supply.anlaufpunkte.length).toBe(1202);
    expect(city.supply.kinds.map(({ id, existing }) => [id, existing])).toEqual([
      ["quartierszentrum", 416],
      ["bibliothek", 105],
      ["jugendfreizeiteinrichtung", 407],
      ["pflegeeinrichtung", 274],
    ]);
    const residents = city.supply.population?.residents ?? new Float64Array();
    expect(residents.length).toBe(35727);
    expect(residents.reduce((sum, value) => sum + value, 0)).toBe(3398326);
    expect(city.supply.population?.cellSizeMetres.filter((size) => size === 1000).length).toBe(102);
  });

  it("reads values, missing values and classes that are no numbers for what they are", () => {
    const { observations, indicators } = city.records;
    const find = (area: string, indicator: string, period: string) => {
      const i = observations.sozialraum.findIndex(
        (id, k) => id === area && observations.indicator[k] === indicator && observations.period[k] === period,
      );
      return { value: observations.value[i], status: observations.status[i], text: observations.text[i] };
    };
    expect(indicators.length).toBe(22);
    expect(find("01011101", "s1", "2015")).toEqual({ value: 5.77634, status: "ok", text: "" });
    expect(find("01011102", "s1", "2015")).toEqual({ value: Number.NaN, status: "not-stated", text: "" });
    expect(find("01011101", "mss-dynamik", "2015")).toEqual({ value: Number.NaN, status: "ok", text: "+/-" });
    expect(find("01011101", "mss-status", "2015")).toEqual({ value: 2, status: "ok", text: "" });
    expect(new Set(observations.text)).toEqual(new Set(["", "+", "+/-", "-"]));
    expect(new Set(observations.level)).toEqual(new Set(["planungsraum"]));
  });

  it("brings the goals that its indicators name from the built-in catalogue", () => {
    expect(city.records.goals.length).toBe(48);
    expect(city.records.goals.every(({ catalogue }) => catalogue === "S2")).toBe(true);
  });

  it("hands the tiles on as a file that can be asked in parts", () => {
    const [background] = city.map.backgrounds;
    expect(background).toMatchObject({ form: "tiles", schema: "openmaptiles", maxzoom: 12 });
    expect(background?.form === "tiles" && "file" in background.archive && background.archive.file.size).toBe(6108136);
  });

  it("reports what was read of each resource", () => {
    expect(city.reports.map(({ name, rows, rejected }) => [name, rows, rejected])).toEqual([
      ["planungsraeume", 448, 0],
      ["bezirksregionen", 138, 0],
      ["bezirke", 12, 0],
      ["hintergrund", 0, 0],
      ["anlaufpunkte", 1202, 0],
      ["einwohner-100m", 35727, 0],
      ["indikatoren", 22, 0],
      ["ewr-2020", 448, 0],
      ["mss-2015", 447, 0],
      ["mss-2017", 447, 0],
      ["mss-2019", 447, 0],
    ]);
    expect(city.reports.find(({ name }) => name === "einwohner-100m")).toMatchObject({
      crs: "EPSG:3035",
      encoding: "utf-8",
      period: "2011",
    });
  });
});

describe.skipIf(!hasSharedData)("the package of Köln", () => {
  let city: WholePackage;
  beforeAll(async () => {
    city = await readWholePackage(packageOnDisk(sharedData("koeln")));
  });

  it("opens without a warning; two areas lose a sliver that is no ring, and say so", () => {
    expect(city.issues.filter(({ severity }) => severity !== "notice")).toEqual([]);
    const repaired = city.issues.filter(({ code }) => code === "geometry-repaired");
    expect(repaired.map(({ row, context }) => [row, context.reason])).toEqual([
      [188, "too-short"],
      [275, "too-short"],
    ]);
  });

  it("tells the first twenty of its 583 places without a name, and the rest as a number", () => {
    const nameless = city.issues.filter(({ code }) => code === "name-missing");
    expect(nameless.length).toBe(21);
    expect(nameless.at(-1)?.context).toEqual({ further: 563 });
  });

  it("has both levels, all places, cells and street segments", () => {
    expect(city.map.levels.map(({ id, sozialraeume }) => [id, sozialraeume.length])).toEqual([
      ["stadtviertel", 371],
      ["stadtteil", 86],
    ]);
    expect(city.supply.anlaufpunkte.length).toBe(583);
    expect(city.supply.population?.residents.length).toBe(11579);
    expect(city.records.network?.lengthMetres.length).toBe(15846);
  });

  it("has street segments whose ends meet in the 11,145 points of the source", () => {
    const { coordinates, lineStarts } = city.records.network ?? { coordinates: [], lineStarts: new Uint32Array(1) };
    const ends = new Set<string>();
    for (let edge = 0; edge + 1 < lineStarts.length; edge++) {
      for (const v of [lineStarts[edge] as number, (lineStarts[edge + 1] as number) - 1]) {
        ends.add(`${coordinates[2 * v]},${coordinates[2 * v + 1]}`);
      }
    }
    expect(ends.size).toBe(11145);
  });
});
