import { describe, expect, it } from "vitest";
import type { Issue } from "../../src/domain/issue.ts";
import { GERMAN_ISSUES } from "../../src/i18n/issue-sentences-de.ts";
import { issuePlaceText, issueText } from "../../src/i18n/issue-texts.ts";

const ISSUE: Issue = {
  code: "value-not-a-number",
  severity: "error",
  source: "werte.csv",
  row: 1234,
  column: "wert",
  context: { value: "viele", decimalChar: "," },
};

/** Every particular that any sentence uses. */
const EVERYTHING = {
  ...{
    value: "42",
    reason: "GRUND",
    expected: "string",
    files: 3,
    resources: 0,
    resource: "R",
    known: "csv",
    encoding: "utf-8",
  },
  ...{
    declared: "x",
    title: "T",
    metres: 5,
    crs: "EPSG:4326",
    ours: "id",
    present: "a, b",
    decimalChar: ".",
    allowed: "a, b",
  },
  ...{
    id: "1",
    kind: "k",
    address: "A",
    cells: 2,
    columns: 3,
    residents: 4,
    places: 5,
    sozialraeume: 6,
    type: "Point",
    meant: "01",
    ...{
      name: "Altstadt",
      period: "2020",
      earlier: "2019",
      later: "2021",
      years: "2016, 2017",
      indicator: "Kinder",
      indicatorEn: "Children",
    },
    ...{ parts: "Stadtteile", partsEn: "Quarters", population: "Zensus", indicators: 2, areas: 3, of: 9, gaps: 2 },
    ...{ part: ".shp", read: 3, promised: 5, other: "macintosh", line: 4, lines: 2 },
  },
};

describe("what issues say", () => {
  it.each(Object.keys(GERMAN_ISSUES) as Issue["code"][])("%s is whole sentences in both languages", (code) => {
    for (const context of [
      EVERYTHING,
      { ...EVERYTHING, id: "", kind: "", present: "", reason: "", declared: "", meant: "", resources: 2 },
      { ...EVERYTHING, further: 7 },
      { ...EVERYTHING, times: 9 },
    ]) {
      const [de, en] = (["de", "en"] as const).map((language) => issueText({ ...ISSUE, code, context }, language));
      for (const text of [de, en]) {
        expect(text).toMatch(/^werte\.csv, .+: .+[.!?]$/);
        expect(text).not.toMatch(/undefined|NaN|\[object| {2}|\(\)/);
      }
      expect(de).not.toBe(en);
    }
  });

  it("name file, row, column, value and what to do", () => {
    expect(issueText(ISSUE, "de")).toBe(
      "werte.csv, Zeile 1.234, Spalte „wert“: „viele“ ist keine Zahl, erwartet mit Dezimalkomma. Bitte berichtigen oder „decimalChar“ und „groupChar“ angeben. Der Wert wurde ausgelassen.",
    );
    expect(issueText(ISSUE, "en")).toMatch(/^werte\.csv, row 1,234, column “wert”: “viele” is not a number/);
  });

  it("speak of one as of one, and of several as of several", () => {
    const say = (code: Issue["code"], context: Issue["context"], language: "de" | "en") =>
      issueText({ code, severity: "notice", source: "a.csv", context }, language).replace(/^a\.csv: /, "");
    expect(say("population-outside", { cells: 1, residents: 40 }, "de")).toBe(
      "1 Zelle mit 40 Einwohner:innen liegt außerhalb aller Sozialräume. Sie zählt in keinem mit.",
    );
    expect(say("population-outside", { cells: 2, residents: 1 }, "de")).toMatch(/^2 Zellen mit 1 Person liegen /);
    expect(say("anlaufpunkte-outside", { places: 1 }, "de")).toMatch(/^1 Anlaufpunkt liegt .* zählt er mit\.$/);
    expect(say("anlaufpunkte-outside", { places: 3 }, "de")).toMatch(/^3 Anlaufpunkte liegen .* zählen sie mit\.$/);
    expect(say("sozialraeume-without-population", { sozialraeume: 1 }, "de")).toMatch(/^Für 1 Sozialraum sind /);
    expect(say("area-estimated", { sozialraeume: 1 }, "de")).toMatch(/^In 1 Sozialraum sind /);
    expect(say("population-outside", { cells: 1, residents: 1 }, "en")).toMatch(
      /^1 cell with 1 resident lies .* It counts/,
    );
    expect(say("sozialraeume-without-population", { sozialraeume: 1 }, "en")).toMatch(/ 1 area; its coverage /);
    expect(say("id-duplicate", { value: "7", further: 1 }, "de")).toMatch(/^Dasselbe an 1 weiteren Stelle; /);
  });

  it("count features in GeoJSON, and entries in the descriptor", () => {
    expect(issuePlaceText({ ...ISSUE, source: "a.geojson", column: undefined }, "de")).toBe("a.geojson, Objekt 1.234");
    const descriptor = { ...ISSUE, source: "datapackage.json", row: undefined, column: "resources[0].path" };
    expect(issuePlaceText(descriptor, "en")).toBe("datapackage.json, entry “resources[0].path”");
  });

  it("tell how many more there are, and how many rows have the same value", () => {
    expect(issueText({ ...ISSUE, context: { further: 2400 } }, "de")).toContain("2.400 weiteren Stellen");
    expect(issueText({ ...ISSUE, context: { value: "x", times: 12 } }, "de")).toContain("Das betrifft 12 Zeilen.");
  });

  it("keep a value text, whatever is in it, and short", () => {
    const text = issueText({ ...ISSUE, context: { value: `<b onclick=x>${"y".repeat(500)}` } }, "de");
    expect(text).toContain("„<b onclick=x>yyy");
    expect(text.length).toBeLessThan(350);
  });
});
