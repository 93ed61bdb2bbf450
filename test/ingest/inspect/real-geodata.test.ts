import { describe, expect, it } from "vitest";
import type { CityForData } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { hasSharedData } from "../../shared-data.ts";
import { sharedBytes, sharedShapefile } from "../geo-files.ts";

const NOWHERE: CityForData = { levels: [], indicators: [], names: [], paths: [] };
const FLENSBURG = "import/flensburg-all-formats";
const KOELN = "+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=2500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0";

interface Understood {
  readonly role?: string;
  readonly id?: string;
  readonly name?: string;
  /** As the draft has it: undefined where the file itself says it right. */
  readonly crs?: string | undefined;
  /** How the system is known, and which. */
  readonly system: [basis: string, crs: string];
  readonly axisOrder?: string;
}

const bytesOf = (path: string) =>
  /\.[a-z]+$/.test(path) ? sharedBytes(path) : sharedShapefile(path, [".shp", ".shx", ".dbf", ".prj"]);
const inspect = (path: string) => inspectFile(path.slice(path.lastIndexOf("/") + 1), bytesOf(path), NOWHERE);

describe.skipIf(!hasSharedData)("files of areas are understood without a question", () => {
  it.each<[path: string, understood: Understood]>([
    ["import/berlin_bezirke.kml", { id: "cartodb_id", name: "Name", system: ["declared", "CRS84"] }],
    ["import/berlin_bezirke_shp.zip", { id: "cartodb_id", name: "name", system: ["declared", "EPSG:4326"] }],
    ["flensburg/flensburg_stadtbezirke.zip", { id: "AREA_ID", name: "AREA_NAME", system: ["declared", "EPSG:25832"] }],
    ["flensburg/flensburg_stadtteile.zip", { id: "AREA_ID", name: "AREA_NAME", system: ["declared", "EPSG:25832"] }],
    ["flensburg/stadtteile.geojson", { id: "AREA_ID", name: "AREA_NAME", system: ["declared", "CRS84"] }],
    ["flensburg/statistische_bezirke.geojson", { id: "AREA_ID", name: "AREA_NAME", system: ["declared", "CRS84"] }],
    ["import/lor_planungsraum_crs84.geojson", { id: "RAUMID", name: "PLANUNGSRAUM", system: ["declared", "CRS84"] }],
    [
      "import/lor_prognoseraeume_2021_epsg25833.geojson",
      { id: "PGR_ID", name: "PGR_NAME", system: ["declared", "EPSG:25833"] },
    ],
    ["import/RBS_OD_STG_1412", { id: "STG", name: "STGName", system: ["declared", "EPSG:25833"] }],
    ["koeln/stadtteile.kml", { id: "STT_NR", name: "STT_NAME", system: ["declared", "CRS84"] }],
    ["koeln/shp/Stadtbezirk", { id: "STB_NR", name: "STB_NAME", system: ["declared", KOELN] }],
    ["koeln/shp/Stadtteil", { id: "STT_NR", name: "STT_NAME", system: ["declared", KOELN] }],
    ["koeln/shp/Stadtviertel", { id: "STV_NR", name: "STV_NAME", system: ["declared", KOELN] }],
    [
      "import/leipzig_districts_swapped_axes.json",
      { id: "key", name: "title", crs: "EPSG:4326", axisOrder: "yx", system: ["likely", "EPSG:4326"] },
    ],
    ...(
      [
        ["stadtteile.kml", "CRS84"],
        ["stadtteile_25832.fgb", "EPSG:25832"],
        ["stadtteile_4326.fgb", "EPSG:4326"],
        ["stadtteile_25832.gml", "EPSG:25832"],
        ["stadtteile_25832.gpkg", "EPSG:25832"],
        ["stadtteile_25832_crsmember.geojson", "EPSG:25832"],
        ["stadtteile_epsg25832_cp1252_nocpg.zip", "EPSG:25832"],
        ["stadtteile_epsg25833_cp1252_nocpg.zip", "EPSG:25833"],
        ["stadtteile_epsg3035_cp1252_nocpg.zip", "EPSG:3035"],
        ["stadtteile_epsg31467_cp1252_nocpg.zip", "EPSG:31467"],
        ["stadtteile_epsg3857_cp1252_nocpg.zip", "EPSG:3857"],
        ["stadtteile_epsg4326_cp1252_nocpg.zip", "EPSG:4326"],
      ] as const
    ).map(([file, crs]): [string, Understood] => [
      `${FLENSBURG}/${file}`,
      { id: "AREA_ID", name: "AREA_NAME", system: ["declared", crs] },
    ]),
    ...(
      [
        ["stadtteile_epsg25832_noprj_utf8.zip", "EPSG:25832"],
        ["stadtteile_rfc7946.geojson", "EPSG:4326"],
      ] as const
    ).map(([file, crs]): [string, Understood] => [
      `${FLENSBURG}/${file}`,
      { id: "AREA_ID", name: "AREA_NAME", crs, system: ["likely", crs] },
    ]),
  ])("%s", async (path, { id, name, crs, system, axisOrder }) => {
    const { draft, clues } = await inspect(path);
    expect(draft?.anlaufpunkt).toMatchObject({ role: "sozialraeume", columns: { id, name } });
    expect(draft?.anlaufpunkt.crs).toBe(crs);
    expect(draft?.anlaufpunkt.axisOrder).toBe(axisOrder);
    const known = clues.find(({ key }) => key === "crs");
    expect([known?.basis, known?.value]).toEqual(system);
  });
});

describe.skipIf(!hasSharedData)("other geodata", () => {
  it.each(["import/zensus2011_1km_berlin.fgb", "flensburg/zensus2011_1km_flensburg.fgb"])(
    "%s are cells with residents; the coordinates beside the geometry, in another system, are left alone",
    async (path) => {
      const { draft } = await inspect(path);
      expect(draft?.anlaufpunkt).toMatchObject({
        role: "population",
        columns: { residents: "Einwohner" },
        missing: { "-1": "suppressed", "-9": "not-applicable" },
      });
      expect(Object.keys(draft?.anlaufpunkt.columns ?? {})).not.toContain("x");
      expect(draft?.anlaufpunkt.crs).toBeUndefined();
    },
  );

  it("cells without residents are no Sozialräume, and the user is asked what they are", async () => {
    const { draft, clues } = await inspect("flensburg/zensus2011_100m_housing_flensburg.gpkg");
    expect(draft?.anlaufpunkt.role).toBe("population");
    expect(draft?.dialect).toEqual({ table: "zensus2011_100m_housing_flensburg" });
    expect(clues.find(({ key }) => key === "role")).toMatchObject({
      basis: "ask",
      others: ["sozialraeume", "background"],
    });
  });

  it.each([
    ["koeln/strassen.geojson", "length_m"],
    ["koeln/shp/Strassenabschnitt", "SHAPE_LEN"],
  ])("%s is a network with lengths", async (path, lengthMetres) => {
    const { draft } = await inspect(path);
    expect(draft?.anlaufpunkt).toMatchObject({ role: "network", columns: { lengthMetres } });
  });

  it("points without names may be corners of a network: the user is asked", async () => {
    const { clues } = await inspect("koeln/shp/Strassenknoten");
    expect(clues.find(({ key }) => key === "role")).toMatchObject({
      basis: "ask",
      value: "anlaufpunkte",
      others: ["population", "network-nodes"],
    });
  });

  it("an encoding that was guessed by the bytes can be changed, one that the file declares is no question", async () => {
    const guessed = (await inspect(`${FLENSBURG}/stadtteile_epsg25832_cp1252_nocpg.zip`)).clues;
    expect(guessed.find(({ key }) => key === "encoding")).toMatchObject({ basis: "likely", value: "windows-1252" });
    const declared = (await inspect("flensburg/flensburg_stadtteile.zip")).clues;
    expect(declared.find(({ key }) => key === "encoding")).toMatchObject({ basis: "declared", others: [] });
  });
});
