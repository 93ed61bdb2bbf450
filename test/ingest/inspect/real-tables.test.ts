import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CityForData } from "../../../src/domain/data-draft.ts";
import { inspectFile } from "../../../src/ingest/inspect/inspect-file.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";

const city = (level: string, areas: readonly { id: string; name: string }[]): CityForData => ({
  levels: [{ level, title: level, areas }],
  indicators: [],
  names: [],
  paths: [],
});

const NOWHERE: CityForData = { levels: [], indicators: [], names: [], paths: [] };

function berlin(): CityForData {
  const { features } = JSON.parse(readFileSync(sharedData("import/lor_planungsraum_crs84.geojson"), "utf8")) as {
    features: { properties: { RAUMID: string; PLANUNGSRAUM: string } }[];
  };
  return city(
    "plr",
    features.map(({ properties }) => ({ id: properties.RAUMID, name: properties.PLANUNGSRAUM })),
  );
}

async function understood(path: string, of: CityForData) {
  const name = path.replace(/.*\//, "");
  const inspection = await inspectFile(name, new Uint8Array(readFileSync(sharedData(path))), of);
  const keys = inspection.draft?.anlaufpunkt;
  return {
    ...inspection,
    keys,
    dialect: inspection.draft?.dialect,
    clue: (key: string) => inspection.clues.find((clue) => clue.key === key),
    valuesIn: (column: string) => keys?.values?.[column],
    indicator: (title: string) => keys?.indicators?.find((each) => each.title === title),
  };
}

describe.skipIf(!hasSharedData)("of real tables is understood", () => {
  it("Berlin's monitoring: joined by its keys, residents on their day, classes in words left alone", async () => {
    const { keys, dialect, valuesIn, clue, indicator } = await understood("import/2019_MSS_cut.xlsx", berlin());
    expect(dialect).toEqual({ sheetName: "Sheet1" });
    expect(keys).toMatchObject({ role: "observations", level: "plr", columns: { sozialraum: "Nummer" } });
    expect(clue("areas")).toMatchObject({ basis: "certain", context: { by: "id", share: 100 } });
    expect(valuesIn("EW 31.12.2018")).toEqual({ indicator: "ew", period: "2018-12-31" });
    expect(valuesIn("S1")).toBe("s1");
    expect(indicator("Status-Index (Klasse)")).toBeDefined();
    // „+/-“ is a class of its own, and „mittel“ a word: neither is a value that is missing.
    expect(valuesIn("Dynamik-Index             (Klasse)")).toBeUndefined();
    expect(keys?.zero).toBeUndefined();
    expect(keys?.missing).toEqual({ "": "not-stated" });
    // The year of the others stands in the name of the file only: asked.
    expect([keys?.period, clue("period")?.basis]).toEqual(["2019", "ask"]);
  });

  it("Berlin's networks: three lines of header from column B on, the city's total left out, shares in per cent", async () => {
    const { keys, dialect, indicator, clue } = await understood(
      "import/Berlin_LOR_Versorgungsdaten_Stand_2402.xlsx",
      NOWHERE,
    );
    expect(dialect).toEqual({ headerRows: [2, 3, 4], headerJoin: " – ", sheetName: "LOR", commentRows: [547] });
    expect(clue("remarks")?.context).toMatchObject({ totals: 1 });
    expect(keys?.indicators?.length).toBe(12);
    expect(
      indicator("Ist-Versorgung – Glasfaser-Versorgung der Wohn- und Gewerbeeinheiten – Anteil (%)"),
    ).toMatchObject({
      unit: "%",
      kind: "share",
    });
    expect(
      keys?.values?.["Ausbauprognose 2024 – Gigabit-Versorgung der Wohn- und Gewerbeeinheiten – Anzahl"],
    ).toMatchObject({ period: "2024" });
  });

  it("Berlin's networks in a city with the older keys: none fits, joined by name, not for sure", async () => {
    const { keys, clue } = await understood("import/Berlin_LOR_Versorgungsdaten_Stand_2402.xlsx", berlin());
    if (clue("areas")) expect(keys?.sozialraumBy).toBe("name");
    expect(clue("areas")?.basis).not.toBe("certain");
  });

  it("Hamburg's quarters: title, header, districts and city left out, dots as suppressed, the day of the counts", async () => {
    const path = "import/Daten_fuer_die_Stadtteilprofile_2014.xlsx";
    const names = ["Hamburg-Altstadt", "HafenCity", "Neustadt", "St. Pauli", "Cranz", "Neuenfelde"];
    const { draft, keys, dialect, clue, valuesIn } = await understood(
      path,
      city(
        "stadtteil",
        names.map((name, i) => ({ id: `0${i}`, name })),
      ),
    );
    expect(draft?.title).toBe("Statistische Daten zu den Stadtteilen Hamburgs, © Statistikamt Nord");
    expect(dialect?.headerRows).toEqual([2, 3, 4]);
    expect(dialect?.commentRows).toEqual([104, 105, 106, 107, 108, 109, 110, 111]);
    expect(keys?.missing).toEqual({ ".": "suppressed" });
    expect(clue("codes")).toMatchObject({ basis: "ask", context: { cells: 63 } });
    const residents = Object.keys(keys?.values ?? {})[0] ?? "";
    expect(valuesIn(residents)).toMatchObject({ period: "2013-12-31" });
    expect(Object.keys(keys?.values ?? {}).length).toBe(68);
    expect(keys?.indicators?.filter(({ unit }) => unit === "%").length).toBeGreaterThan(15);
  });

  it("Berlin's register of residents: its month in every row, keys in parts left alone", async () => {
    const { keys, valuesIn } = await understood("import/EWR202012E_Matrix.csv", berlin());
    expect(keys).toMatchObject({ role: "observations", period: "2020-12", columns: { sozialraum: "RAUMID" } });
    expect(keys?.columns?.period).toBeUndefined();
    expect(valuesIn("E_E")).toBe("e-e");
    for (const name of ["ZEIT", "BEZ", "PGR", "BZR", "PLR"]) expect(valuesIn(name)).toBeUndefined();
  });

  it("Berlin's quarters of 2003: two lines of another encoding, the city on top left out, the day in the header", async () => {
    const { keys, dialect, valuesIn, issues } = await understood("import/berlin_2003_einwohner_cp1252.csv", NOWHERE);
    expect(issues.map(({ code }) => code)).toEqual(["encoding-mixed"]);
    expect(dialect).toMatchObject({ delimiter: ",", commentRows: [2] });
    expect(keys?.missing).toEqual({ "o.A.": "not-stated" });
    expect(valuesIn("Einwohner am 31.12.2002")).toEqual({ indicator: "einwohner", period: "2002-12-31" });
    expect(keys?.indicators).toEqual([{ id: "einwohner", title: "Einwohner" }]);
  });

  it("indicators in Windows-1252 with decimal commas: signs of a class are no zero, years in the names are periods", async () => {
    const { keys, draft, valuesIn } = await understood("import/plr_indicators_de_cp1252.csv", berlin());
    expect(draft?.encoding).toBe("windows-1252");
    expect(keys).toMatchObject({ decimalChar: ",", missing: { "": "not-stated" }, columns: { sozialraum: "plr_id" } });
    expect(keys?.zero).toBeUndefined();
    expect(valuesIn("mss2019_dynamic")).toBeUndefined();
    expect(valuesIn("inhabitants_2020")).toEqual({ indicator: "inhabitants", period: "2020" });
    expect(valuesIn("bez_id")).toBeUndefined();
  });

  it("cells of the census, areas as text, and a table of Flensburg without its areas", async () => {
    const census = await understood("import/zensus2011_1km_berlin_de.csv", NOWHERE);
    expect(census.keys).toMatchObject({ role: "population", crs: "EPSG:3035", decimalChar: "," });
    const areas = await understood("import/flensburg-all-formats/stadtteile_wkt_semicolon.csv", NOWHERE);
    expect(areas.keys).toMatchObject({ role: "sozialraeume", crs: "EPSG:4326" });
    const benefits = await understood("flensburg/fl_basic_benefits_income_by_district.csv", NOWHERE);
    expect(benefits.keys).toMatchObject({ role: "observations", columns: { period: "year" } });
    expect(benefits.valuesIn("district_id")).toBeUndefined();
    expect(Object.keys(benefits.keys?.values ?? {})).toEqual([
      "male",
      "female",
      "age_18_to_under_65",
      "age_65_and_above",
    ]);
  });
});
