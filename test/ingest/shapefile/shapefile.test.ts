import { describe, expect, it } from "vitest";
import { hasSharedData } from "../../shared-data.ts";
import {
  bytesOf,
  column,
  farthest,
  issueCodes,
  outlinesOf,
  readAs,
  readBytes,
  reasonOf,
  sharedBytes,
  sharedShapefile,
  tablesOf,
} from "../geo-files.ts";
import { latin, square, writeDbf, writeShp, zipped } from "./write-shapefile.ts";

const NAME = [{ name: "NAME", type: "C", length: 20 }];
const read = (files: Record<string, Uint8Array>, options = {}) => readAs("shp", zipped(files), options);
const points = (count: number) => writeShp(Array.from({ length: count }, (_, i) => ({ type: 1, parts: [[[i, i]]] })));

describe("a shapefile", () => {
  it("finds the hole of each polygon, also where rings are wound the wrong way", async () => {
    const hole = square(2, 2, 1).reverse();
    const far = square(20, 20, 5);
    const { shp } = writeShp([
      { type: 5, parts: [square(0, 0, 10), far, hole] },
      { type: 5, parts: [square(0, 0, 10).reverse(), square(2, 2, 1).reverse()] },
      { type: 15, parts: [square(0, 0, 1)] },
      null,
    ]);
    const { geometries } = await read({ "a.shp": shp });
    expect(geometries).toEqual([
      { type: "MultiPolygon", coordinates: [[square(0, 0, 10), hole], [far]] },
      { type: "Polygon", coordinates: [square(0, 0, 10).reverse(), square(2, 2, 1).reverse()] },
      { type: "Polygon", coordinates: [square(0, 0, 1)] },
      null,
    ]);
  });

  it("leaves out rows that are marked as deleted, with their shapes", async () => {
    const dbf = writeDbf(NAME, [["Nord"], ["weg"], ["Süd"]], { deleted: [1], driver: 0x57 });
    const table = await read({ "a.shp": points(3).shp, "a.dbf": dbf });
    expect(column(table, "NAME")).toEqual(["Nord", "Süd"]);
    expect(table.geometries).toMatchObject([{ coordinates: [0, 0] }, { coordinates: [2, 2] }]);
    expect([table.lineOf(0), table.lineOf(1)]).toEqual([1, 3]);
  });

  it("keeps keys as text, and takes asterisks and blanks for nothing, never for 0", async () => {
    const fields = [
      { name: "NR", type: "N", length: 6 },
      { name: "TAG", type: "D", length: 8 },
      { name: "JA", type: "L", length: 1 },
    ];
    const table = await read({
      "a.shp": points(3).shp,
      "a.dbf": writeDbf(fields, [
        ["000012", "20180131", "T"],
        ["******", "00000000", "?"],
        ["      ", "        ", "F"],
      ]),
    });
    expect(column(table, "NR")).toEqual(["000012", "", ""]);
    expect([...(table.columns[0]?.numbers ?? [])]).toEqual([12, Number.NaN, Number.NaN]);
    expect(column(table, "TAG")).toEqual(["2018-01-31", "", ""]);
    expect(column(table, "JA")).toEqual(["true", "", "false"]);
  });

  it.each<[what: string, cpg: string | undefined, driver: number, bytes: Uint8Array, encoding: string, said: boolean]>([
    ["its .cpg", "UTF-8", 0, bytesOf("Höhe"), "utf-8", false],
    ["its .cpg against its .dbf", "1252", 0x02, latin("Höhe"), "windows-1252", false],
    ["its .dbf", undefined, 0x57, latin("Höhe"), "windows-1252", false],
    ["its bytes, where both are wrong", "ANSI 1252", 0x57, bytesOf("Höhe"), "utf-8", true],
    ["its bytes, where the .cpg says UTF-8 in vain", "UTF-8", 0, latin("Höhe"), "windows-1252", true],
    ["its bytes, where nothing is said", undefined, 0, latin("Höhe"), "windows-1252", true],
  ])("has its encoding by %s", async (_, cpg, driver, bytes, encoding, said) => {
    const files = { "a.shp": points(1).shp, "a.dbf": writeDbf(NAME, [[bytes]], { driver }), "a.prj": bytesOf("") };
    const table = await read(cpg === undefined ? files : { ...files, "a.cpg": bytesOf(cpg) });
    expect(column(table, "NAME")).toEqual(["Höhe"]);
    expect(table.encoding).toBe(encoding);
    expect(issueCodes(table)).toEqual(said ? ["encoding-guessed"] : []);
  });

  it("reads the layer that is wanted of several in one zip, in folders and in capitals too", async () => {
    const zip = zipped({
      "alt/NORD.SHP": points(1).shp,
      "alt/Nord.DBF": writeDbf(NAME, [["Nord"]]),
      "alt/NORD.SHX": points(1).shx,
      "süd.shp": points(2).shp,
      "süd.dbf": writeDbf(NAME, [["a"], ["b"]]),
    });
    expect(await tablesOf("shp", zip)).toEqual([
      { name: "alt/NORD", rows: 1, hasGeometry: true },
      { name: "süd", rows: undefined, hasGeometry: true },
    ]);
    expect(column(await readAs("shp", zip, { table: "alt/NORD" }), "NAME")).toEqual(["Nord"]);
    expect(column(await readAs("shp", zip, { table: "süd" }), "NAME")).toEqual(["a", "b"]);
    expect(reasonOf(await readAs("shp", zip, { table: "west" }))).toBe("layer-missing");
  });

  it("says which parts are missing, and reads the others", async () => {
    const shapes = await readBytes("a.shp", points(2).shp);
    expect(shapes.geometries).toHaveLength(2);
    expect(shapes.issues.map(({ context }) => context.part)).toEqual([".dbf", ".prj"]);
    const cells = await readBytes("a.dbf", writeDbf(NAME, [["x"]]));
    expect(column(cells, "NAME")).toEqual(["x"]);
    expect(cells.geometries).toBeUndefined();
    expect(cells.issues.map(({ context }) => context.part)).toEqual([".shp"]);
  });

  it("says how many objects are missing when one of its files was cut", async () => {
    const whole = points(10);
    const dbf = writeDbf(
      NAME,
      Array.from({ length: 10 }, (_, i) => [`${i}`]),
    );
    const cut = await read({ "a.shp": whole.shp.slice(0, 200), "a.shx": whole.shx, "a.dbf": dbf });
    expect(cut.rowCount).toBe(10);
    expect(cut.geometries?.filter((geometry) => geometry !== null)).toHaveLength(3);
    expect(cut.issues).toContainEqual(
      expect.objectContaining({ code: "file-incomplete", context: { part: ".shp", read: 3, promised: 10 } }),
    );
    const cutTable = await read({ "a.shp": whole.shp, "a.dbf": dbf.slice(0, 65 + 4 * 21) });
    expect(cutTable.rowCount).toBe(10);
    expect(column(cutTable, "NAME")).toEqual(["0", "1", "2", "3", "", "", "", "", "", ""]);
    expect(issueCodes(cutTable)).toContain("file-incomplete");
  });

  it("is not taken in by counts that lie", async () => {
    const many = writeDbf(NAME, [["x"]], { promised: 4_000_000_000 });
    const table = await read({ "a.shp": points(1).shp, "a.dbf": many });
    expect(table.rowCount).toBe(1);
    expect(table.issues).toContainEqual(
      expect.objectContaining({ code: "file-incomplete", context: { part: ".dbf", read: 1, promised: 4e9 } }),
    );
    const { shp } = writeShp([{ type: 5, parts: [square(0, 0, 1)] }]);
    new DataView(shp.buffer).setInt32(100 + 8 + 40, 0x7ffffff0, true);
    const lying = await read({ "a.shp": shp });
    expect(lying.geometries).toEqual([null]);
    expect(issueCodes(lying)).toContain("geometry-unusable");
  });

  it.each<[what: string, files: Record<string, Uint8Array>, reason: string]>([
    ["nothing in it", {}, "zip-without-layer"],
    ["another zip in it", { "a.zip": zipped({ "a.shp": points(1).shp }) }, "zip-without-layer"],
    ["a .shp that is none", { "a.shp": bytesOf("PK nothing of the kind") }, "broken"],
    [
      "a .dbf of a version that is not read",
      { "a.shp": points(1).shp, "a.dbf": writeDbf(NAME, [["x"]], { version: 4 }) },
      "version",
    ],
    ["a .dbf without columns", { "a.shp": points(1).shp, "a.dbf": writeDbf([], []) }, "broken"],
  ])("with %s is refused with its reason", async (_, files, reason) => {
    const table = await read(files);
    expect(table.rowCount).toBe(0);
    expect(reasonOf(table)).toBe(reason);
  });

  it("keeps the name of a system that is not read, so that nobody takes it for degrees", async () => {
    const prj =
      'PROJCS["Irgendein_Gitter",GEOGCS["x",DATUM["y",SPHEROID["z",1,2]]],PROJECTION["Unbekannt"],UNIT["Meter",1]]';
    expect((await read({ "a.shp": points(1).shp, "a.prj": bytesOf(prj) })).crs).toBe("Irgendein_Gitter");
  });
});

describe.skipIf(!hasSharedData)("the shapefiles of Köln", () => {
  it.each([
    ["Stadtbezirk", 9],
    ["Stadtteil", 86],
    ["Stadtviertel", 371],
    ["Strassenabschnitt", 15_846],
    ["Strassenknoten", 11_142],
  ])("%s has %i objects", async (name, rows) => {
    const table = await readAs("shp", sharedShapefile(`koeln/shp/${name}`, [".shp", ".shx", ".dbf", ".prj"]));
    expect(table.rowCount).toBe(rows);
    expect(table.encoding).toBe("windows-1252");
    expect(table.crs).toMatch(/^\+proj=tmerc .*\+x_0=2500000 /);
    expect(table.issues).toEqual([]);
  });

  it("lie on the city's own GeoJSON, though their system looks like Gauß-Krüger and is UTM", async () => {
    const ours = await readAs("shp", sharedShapefile("koeln/shp/Stadtviertel", [".shp", ".dbf", ".prj"]));
    const theirs = await readBytes("x.geojson", sharedBytes("koeln/stadtviertel.geojson"));
    const id = ours.columns.map(({ name }) => name).find((name) => /STV_NR/i.test(name)) ?? "";
    const theirId = theirs.columns.find(
      ({ texts }) => texts[0] !== undefined && column(ours, id).includes(texts[0]),
    )?.name;
    const [a, b] = [outlinesOf(ours, id), outlinesOf(theirs, theirId ?? "")];
    expect(b.size).toBe(371);
    expect(farthest(b, a, 23)).toBeLessThan(1);
    expect(farthest(a, b, 23)).toBeLessThan(1);
  });

  it("have umlauts and keys as the city writes them", async () => {
    const table = await readAs("shp", sharedShapefile("koeln/shp/Strassenabschnitt", [".shp", ".dbf", ".prj"]));
    const cells = table.columns.flatMap(({ texts }) => texts.slice(0, 500));
    expect(cells.some((text) => /[äöüß]/.test(text))).toBe(true);
    expect(cells.some((text) => /\ufffd|Ã/.test(text))).toBe(false);
    expect(table.geometries?.every((geometry) => geometry?.type.endsWith("LineString"))).toBe(true);
  });
});

describe.skipIf(!hasSharedData)("the Stadtteile of Berlin as loose files", () => {
  it("are 195 areas with their names", async () => {
    const table = await readAs(
      "shp",
      sharedShapefile("import/RBS_OD_STG_1412", [".shp", ".shx", ".dbf", ".prj", ".cpg"]),
    );
    expect(table.rowCount).toBe(195);
    expect(table.crs).toBe("EPSG:25833");
    expect(column(table, "STGName")).toContain("Oberschöneweide");
    expect(column(table, "Beznr")).toContain("09");
    expect(table.issues).toEqual([]);
  });
});
