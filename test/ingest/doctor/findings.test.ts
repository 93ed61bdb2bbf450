import { describe, expect, it } from "vitest";
import type { Issue, IssueCode } from "../../../src/domain/issue.ts";
import { missingYears } from "../../../src/ingest/doctor/periods.ts";
import { examinePackage, readWholePackage } from "../read-whole-package.ts";
import { AREA_RESOURCE, csvResource, smallPackage, square } from "../small-package.ts";

const CHILDREN = [
  { id: "kinder", title: "Kinder", kind: "count" },
  { id: "quote", title: "Anteil der Kinder", unit: "%", kind: "share", numerator: "kinder", denominator: "alle" },
  { id: "alle", title: "Alle", kind: "count" },
];
const VALUES = csvResource("werte", { role: "observations", indicators: CHILDREN });

/** Rows of observations: area, indicator, period, value. */
const table = (...rows: (readonly [string, string, number, number | string])[]): string =>
  ["sozialraum,indicator,period,value", ...rows.map((row) => row.join(","))].join("\n");

const found = async (...args: Parameters<typeof smallPackage>) => examinePackage(smallPackage(...args));
const codes = (issues: readonly Issue[]): IssueCode[] => issues.map(({ code }) => code);
const only = (issues: readonly Issue[], code: IssueCode) => issues.filter((issue) => issue.code === code);

describe("areas", () => {
  const areas = (...features: object[]) => ({ "areas.geojson": { type: "FeatureCollection", features } });

  it("two squares side by side give no finding at all", async () => {
    expect(await found([], {})).toEqual([]);
  });

  it("a ring that crosses itself is told with the crossing, and cutting it is offered", async () => {
    const tie = square("c", "Schleife", 13.2);
    const [sw, se, ne, nw] = tie.geometry.coordinates[0] as number[][];
    const twisted = { ...tie, geometry: { type: "Polygon", coordinates: [[sw, ne, se, nw, sw]] } };
    const issues = await found([], areas(square("a", "A", 13), square("b", "B", 13.1), twisted));
    const [ring] = only(issues, "ring-invalid");
    expect(ring).toMatchObject({
      row: 3,
      source: "areas.geojson",
      context: { reason: "crosses-itself", name: "Schleife" },
    });
    expect(ring?.about?.[0]).toMatchObject({ on: "point" });
    expect(ring?.about?.[0]).toMatchObject({ lon: expect.closeTo(13.25, 6), lat: expect.closeTo(52.05, 6) });
    expect(ring?.repair).toEqual({ resource: "areas", repair: { repair: "make-valid" } });
  });

  it("the same area under another id is told once, and not as an overlap", async () => {
    const issues = await found(
      [],
      areas(square("a", "A", 13), square("b", "B", 13.1), square("c", "Noch einmal B", 13.1)),
    );
    expect(issues).toMatchObject([
      {
        code: "area-twice",
        row: 3,
        about: [{ id: "c" }, { id: "b" }],
        repair: { repair: { repair: "leave-out", lines: [3] } },
      },
    ]);
  });

  it("an area over its neighbour is told with the ground that both have; a small one can be cut", async () => {
    const large = await found([], areas(square("a", "A", 13), square("b", "B", 13.05)));
    expect(large).toMatchObject([
      { code: "areas-overlap", context: { percent: expect.closeTo(50, 1) }, about: [{ on: "point" }, {}, {}] },
    ]);
    expect(large[0]?.repair).toBeUndefined();
    const small = await found([], areas(square("a", "A", 13), square("b", "B", 13.099)));
    expect(small[0]?.repair).toEqual({ resource: "areas", repair: { repair: "cut-overlaps", share: 0.01 } });
  });
});

it("an area smaller than a plot is told, and may be left out", async () => {
  const scrap = square("c", "Rest", 13.3);
  scrap.geometry.coordinates = [
    [
      [13.3, 52],
      [13.30001, 52],
      [13.30001, 52.00001],
      [13.3, 52],
    ],
  ];
  const features = [square("a", "A", 13), square("b", "B", 13.1), scrap];
  expect(await found([], { "areas.geojson": { type: "FeatureCollection", features } })).toMatchObject([
    { code: "area-tiny", row: 3, repair: { repair: { repair: "leave-out", lines: [3] } } },
  ]);
});

it("residents of all areas and of all cells are compared where both are of one year", async () => {
  const areas = { type: "FeatureCollection", features: [square("a", "A", 13), square("b", "B", 13.1)] };
  for (const feature of areas.features) Object.assign(feature.properties, { residents: 1000 });
  const population = (period: string) => csvResource("zellen", { role: "population", period });
  const resources = [{ ...AREA_RESOURCE, anlaufpunkt: { ...AREA_RESOURCE.anlaufpunkt, period: "2024" } }];
  const files = { "areas.geojson": areas, "zellen.csv": "lon,lat,residents\n13.05,52.05,900\n13.15,52.05,950\n" };
  const of = (period: string) => found([], files, { resources: [...resources, population(period)] });
  expect(await of("2024")).toMatchObject([{ code: "residents-total-differs", context: { stated: 2000, cells: 1850 } }]);
  expect(await of("2022")).toEqual([]);
});

describe("repairs of areas", () => {
  it("overlaps that are cut go to the area whose id comes first; none is left, and the change is told", async () => {
    const features = [square("b", "B", 13), square("a", "A", 13.099)];
    const repairs = [{ repair: "cut-overlaps", share: 0.011 }];
    const resource = { ...AREA_RESOURCE, anlaufpunkt: { ...AREA_RESOURCE.anlaufpunkt, repairs } };
    const files = { "areas.geojson": { type: "FeatureCollection", features } };
    expect(await found([], files, { resources: [resource] })).toEqual([]);
    const { issues, map } = await readWholePackage(smallPackage([], files, { resources: [resource] }));
    expect(issues).toMatchObject([
      {
        code: "geometry-repaired",
        row: 1,
        context: { reason: "overlap-cut", other: "a", percent: expect.closeTo(-1, 2) },
      },
    ]);
    expect(map.levels[0]?.origin.repairs).toEqual([{ repair: "cut-overlaps", count: 1 }]);
  });

  it("where nothing is to be cut nothing changes", async () => {
    const repairs = [{ repair: "make-valid" }, { repair: "cut-overlaps", share: 0.5 }];
    const resource = { ...AREA_RESOURCE, anlaufpunkt: { ...AREA_RESOURCE.anlaufpunkt, repairs } };
    const plain = await readWholePackage(smallPackage([], {}));
    const repaired = await readWholePackage(smallPackage([], {}, { resources: [resource] }));
    expect(repaired.map.levels[0]?.shapes).toEqual(plain.map.levels[0]?.shapes);
    expect(repaired.map.levels[0]?.origin.repairs).toBeUndefined();
    expect(repaired.issues).toEqual([]);
  });
});

describe("places and rows", () => {
  const PLACES = csvResource("orte", { role: "anlaufpunkte", kind: "beratungsstelle" });
  const lines = (...rows: string[]) => ({ "orte.csv": ["id,name,lon,lat", ...rows].join("\n") });

  it("one name within 30 m is told with both places; farther away, or of another name, it is not", async () => {
    const issues = await found([PLACES], lines("1,Haus,13.05,52.05", "2, haus ,13.0503,52.05", "3,Haus,13.06,52.05"));
    expect(issues).toMatchObject([
      { code: "place-twice", row: 3, context: { otherRow: 2 }, repair: { repair: { lines: [3] } } },
    ]);
    expect(await found([PLACES], lines("1,Haus,13.05,52.05", "2,Hof,13.05,52.05"))).toEqual([]);
  });

  it("a place farther away than the city is wide is told, one beside the city is not", async () => {
    expect(await found([PLACES], lines("1,Nah,13.25,52.05"))).toEqual([]);
    const [far] = await found([PLACES], lines("1,Fern,52.05,13.05"));
    expect(far).toMatchObject({ code: "place-far", row: 2, about: [{ on: "point", lon: 52.05, lat: 13.05 }] });
  });

  it("a place whose axes are swapped can be put where it belongs; one at 0/0 lacks its coordinates", async () => {
    const repairs = [{ repair: "set-position", line: 2, lon: 13.05, lat: 52.05 }];
    const rows = lines("1,Falsch herum,52.05,13.05", "2,Nirgends,0,0");
    expect(await found([PLACES], rows)).toMatchObject([
      { code: "place-far", row: 2, context: { why: "swapped" }, repair: { resource: "orte", repair: repairs[0] } },
      { code: "place-far", row: 3, context: { why: "zero" }, repair: { repair: { repair: "leave-out", lines: [3] } } },
    ]);
    const repaired = csvResource("orte", { role: "anlaufpunkte", kind: "beratungsstelle", repairs });
    expect(await found([repaired], rows)).toMatchObject([{ code: "place-far", row: 3 }]);
  });

  it("an area in another part of the world is told, and does not hide places that lie there", async () => {
    const near = Array.from({ length: 5 }, (_, i) => square(`s${i}`, `S${i}`, 13 + i / 10));
    const swapped = square("z", "Falsch herum", 13);
    swapped.geometry.coordinates = swapped.geometry.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [y, x]));
    const issues = await found([PLACES], {
      "areas.geojson": { type: "FeatureCollection", features: [...near, swapped] },
      ...lines("1,Haus,13.05,52.05", "2,Nirgends,0,0"),
    });
    expect(issues).toMatchObject([
      { code: "area-far", row: 6, context: { why: "swapped" }, about: [{ on: "sozialraum", id: "z" }] },
      { code: "place-far", row: 3 },
    ]);
  });

  it("cells that are there twice are counted with their residents, blocks at one spot are not; a cell holds no town", async () => {
    const cells = (keys: object, ...rows: string[]) =>
      found([csvResource("zellen", { role: "population", ...keys })], {
        "zellen.csv": ["lon,lat,residents", ...rows].join("\n"),
      });
    const rows = ["13.05,52.05,40", "13.06,52.05,30", "13.05,52.05,40"];
    expect(await cells({}, ...rows)).toMatchObject([]);
    expect(await cells({ cellSizeMetres: 100 }, ...rows)).toMatchObject([
      {
        code: "cells-twice",
        row: 4,
        context: { cells: 1, residents: 40, otherRow: 2, same: 1 },
        repair: { repair: { repair: "drop-duplicates" } },
      },
    ]);
    expect(await cells({ cellSizeMetres: 100 }, "13.05,52.05,40000")).toMatchObject([{ code: "cell-crowded", row: 2 }]);
  });

  it("rows that are the same in every cell are counted, and dropping them is offered", async () => {
    const issues = await found([PLACES], lines("1,Haus,13.05,52.05", "2,Hof,13.06,52.05", "1,Haus,13.05,52.05"));
    expect(only(issues, "rows-identical")).toMatchObject([
      { row: 4, context: { rows: 1 }, repair: { resource: "orte", repair: { repair: "drop-duplicates" } } },
    ]);
  });
});

describe("values", () => {
  const examined = (...rows: Parameters<typeof table>) => found([VALUES], { "werte.csv": table(...rows) });

  it("a share below 0 or above 100 is told with its line and column", async () => {
    const issues = await examined(["a", "quote", 2020, 101.5], ["b", "quote", 2020, 100], ["a", "quote", 2021, -0.5]);
    expect(issues).toMatchObject([
      { code: "share-impossible", row: 2, column: "value", context: { value: 101.5 } },
      { code: "share-impossible", row: 4, context: { value: -0.5 } },
    ]);
  });

  it("a value that has a digit more or less than its neighbours in time is told, also zero between them; half of them is not", async () => {
    const series = (value: number) =>
      examined(["a", "kinder", 2019, 120], ["a", "kinder", 2020, value], ["a", "kinder", 2021, 118]);
    expect(await series(800)).toEqual([]);
    expect(await series(60)).toEqual([]);
    // A digit too many, while the number went down a little.
    expect(await series(1180)).toMatchObject([{ code: "value-jump", row: 3, about: [{ id: "a" }, { id: "kinder" }] }]);
    expect(codes(await series(11))).toEqual(["value-jump"]);
    expect(await series(0)).toMatchObject([
      { code: "value-jump", context: { value: 0, earlier: "2019", later: "2021" } },
    ]);
  });

  it("a count with a broken value is told; counts that are all broken and below 100 look like a rate", async () => {
    const counts = (...values: number[]) => examined(...values.map((v, i) => ["a", "kinder", 2015 + i, v] as const));
    expect(await counts(10, 12, 11, 12, 13)).toEqual([]);
    expect(await counts(10, 12, 11.5, 12, 13)).toMatchObject([{ code: "count-fractional", row: 4 }]);
    expect(codes(await counts(10.1, 12.4, 11.5, 12.2, 13.7))).toEqual(["count-looks-like-rate"]);
  });

  it("a count below zero is told, unless it is a balance by its name or by its values", async () => {
    const counts = (title: string, ...values: number[]) =>
      found([csvResource("werte", { role: "observations", indicators: [{ id: "n", title, kind: "count" }] })], {
        "werte.csv": table(...values.map((value, i) => ["a", "n", 2015 + i, value] as const)),
      });
    expect(await counts("Fälle", 4, 3, -3, 4, 5)).toMatchObject([
      { code: "value-below-zero", row: 4, context: { value: -3 } },
    ]);
    expect(await counts("Wanderungssaldo", 4, 3, -3, 4, 5)).toEqual([]);
    expect(await counts("Zuzüge minus Fortzüge", 4, -2, -3, 4, 5)).toEqual([]);
  });

  it("percentages that are all parts of one are told once, small percentages are not", async () => {
    const shares = (...values: number[]) => examined(...values.map((v, i) => ["a", "quote", 2015 + i, v] as const));
    expect(codes(await shares(0.153, 0.162, 0.158, 0.171, 0.149))).toEqual(["share-looks-like-fraction"]);
    expect(await shares(0.2, 0.3, 0.25, 0.2, 0.3)).toEqual([]);
  });

  it("shares that are whole numbers far beyond 100 look like a count, and are not told one by one", async () => {
    const issues = await examined(...[120, 300, 80, 410, 90].map((v, i) => ["a", "quote", 2015 + i, v] as const));
    expect(codes(issues)).toEqual(["rate-looks-like-count"]);
  });

  it("a share that does not fit its numerator and denominator is told", async () => {
    const definitions = csvResource("indikatoren", { role: "indicators" });
    const values = csvResource("werte", { role: "observations" });
    const share = (stated: number) =>
      found([definitions, values], {
        "indikatoren.csv":
          "id,title,unit,kind,numerator,denominator\nkinder,Kinder,,count,,\nalle,Alle,,count,,\nquote,Anteil,%,share,kinder,alle\n",
        "werte.csv": table(["a", "kinder", 2020, 37], ["a", "alle", 2020, 300], ["a", "quote", 2020, stated]),
      });
    expect(await share(12.3)).toEqual([]);
    expect(await share(13.3)).toMatchObject([
      { code: "quotient-differs", row: 4, context: { stated: 13.3, made: 12.33, areas: 1 } },
    ]);
  });

  it.each([1, 2, 3, 4, 5])(
    "the sum of the parts is told against the city if and only if a value was changed (%i)",
    async (k) => {
      const parts = [100 + 7 * k, 250 - 3 * k] as const;
      const city = parts[0] + parts[1];
      const rows = (change: number) =>
        examined(
          ["a", "kinder", 2020, parts[0] + change],
          ["b", "kinder", 2020, parts[1]],
          ["*", "kinder", 2020, city],
        );
      expect(await rows(0)).toEqual([]);
      expect(await rows(k)).toMatchObject([{ code: "sum-differs", row: 4, context: { stated: city, sum: city + k } }]);
      expect(codes(await rows(-k))).toEqual(["sum-differs"]);
    },
  );

  it("sums that differ in several years are one finding, which names the years and the largest difference", async () => {
    const year = (when: number, city: number) =>
      [
        ["a", "kinder", when, 500],
        ["b", "kinder", when, 700],
        ["*", "kinder", when, city],
      ] as const;
    const [sum, ...others] = await examined(
      ...year(2018, 1202),
      ...year(2019, 1205),
      ...year(2020, 1200),
      ...year(2021, 1190),
    );
    expect(others).toEqual([]);
    expect(sum).toMatchObject({
      code: "sum-differs",
      severity: "notice",
      row: 13,
      context: { periods: "2018, 2019, 2021", period: "2021", wholes: 3, of: 4, stated: 1190, sum: 1200, small: 1 },
    });
  });

  it("nothing is said of a sum of which a part is missing", async () => {
    expect(await examined(["a", "kinder", 2020, 10], ["*", "kinder", 2020, 30])).toEqual([]);
  });

  it("a row called „Gesamt“ that is the sum of the others is told; one that is not stays", async () => {
    const wide = csvResource("weit", {
      role: "observations",
      indicators: CHILDREN,
      period: "2020",
      values: { kinder: "kinder", alle: "alle" },
    });
    const rows = (total: string) => ({ "weit.csv": `sozialraum,kinder,alle\na,10,100\nb,20,300\n${total}\n` });
    expect(only(await found([wide], rows("Gesamt,30,400")), "row-total")).toMatchObject([
      { row: 4, context: { name: "Gesamt", columns: 2 }, repair: { repair: { repair: "leave-out", lines: [4] } } },
    ]);
    expect(only(await found([wide], rows("Gesamt,31,417")), "row-total")).toEqual([]);
  });

  const SIX = Array.from({ length: 6 }, (_, i) => square(`s${i}`, `S${i}`, 13 + i / 10));
  const ofSix = (make: (area: number, year: number) => number) =>
    found([VALUES], {
      "areas.geojson": { type: "FeatureCollection", features: SIX },
      "werte.csv": table(
        ...[2018, 2019, 2020].flatMap((year) =>
          SIX.map(({ properties }, i) => [properties.id, "kinder", year, make(i, year)] as const),
        ),
      ),
    });

  it("a year that repeats the year before in every area is told; what never changes, and small counts, are not", async () => {
    const copied = await ofSix((area, year) => 100 + 7 * area + (year === 2020 ? 2019 : year) - 2018);
    expect(copied).toMatchObject([
      { code: "period-repeated", row: 14, context: { period: "2020", before: "2019", areas: 6, indicators: 1 } },
    ]);
    expect(await ofSix((area) => 100 + 7 * area)).toEqual([]);
    expect(await ofSix((area, year) => area + (year === 2018 ? 1 : 0))).toEqual([]);
  });

  it("a year that is missing, and an area that is missing in one year", async () => {
    const years = [2015, 2016, 2018, 2019].flatMap((year) =>
      ["a", "b"].map((area) => [area, "kinder", year, 10 + year - 2015] as const),
    );
    expect(await examined(...years)).toMatchObject([{ code: "periods-missing", context: { years: "2017" } }]);
    const areas = SIX;
    const all = [2018, 2019, 2020].flatMap((year) =>
      areas.map(({ properties }) => [properties.id, "kinder", year, 12] as const),
    );
    const without = all.filter(([id, , year]) => id !== "s4" || year !== 2019);
    const issues = await found([VALUES], {
      "areas.geojson": { type: "FeatureCollection", features: areas },
      "werte.csv": table(...without),
    });
    expect(issues).toMatchObject([
      { code: "areas-missing-in-period", context: { period: "2019", areas: 1, name: "S4" }, about: [{ id: "s4" }, {}] },
    ]);
  });
});

describe("data that are too many to be read twice", () => {
  it("are not, and it is said", async () => {
    const population = csvResource("zellen", { role: "population" });
    const source = smallPackage([population, VALUES], {
      "zellen.csv": "lon,lat,residents\n80,20,5\n",
      "werte.csv": table(["a", "quote", 2020, 200]),
    });
    expect(codes(await examinePackage(source))).toEqual(["cells-far", "share-impossible"]);
    expect(await examinePackage(source, { cells: 3_000_000, values: 2_000_000 })).toMatchObject([
      { code: "check-left-out", source: "zellen.csv", context: { check: "population" } },
      { code: "check-left-out", source: "werte.csv", context: { check: "observations" } },
    ]);
  });
});

describe("years of a series", () => {
  it.each([
    [["2015", "2017", "2019"], []],
    [
      ["2011", "2017", "2018", "2019"],
      ["2012", "2013", "2014", "2015", "2016"],
    ],
    [["2015", "2016", "2018"], ["2017"]],
    [["2013", "2015", "2019", "2021"], ["2017"]],
    [["2010", "2013", "2018", "2020"], []],
    [["2020-05", "2020-07", "2020-08"], []],
  ])("%s lacks %s", (years, missing) => {
    expect(missingYears(years)).toEqual(missing);
  });
});
