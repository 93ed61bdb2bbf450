import { describe, expect, test } from "vitest";
import { A4_PAGE, mapPixels } from "../../src/export/sheet-format.ts";
import { sheetPdf } from "../../src/export/sheet-pdf.ts";
import { exampleFonts, exampleSheet, extendedFonts, plainPicture } from "./example-sheet.ts";
import { objectOf, pdfString, readPdf } from "./read-pdf.ts";

const created = new Date("2026-11-22T12:00:00Z");
const { width, height } = mapPixels(A4_PAGE);
const picture = { ...plainPicture(Math.round(width * 2.6), Math.round(height * 2.6)), width, height };
const example = await sheetPdf({ sheet: exampleSheet, picture, fonts: exampleFonts, created });
const { objects, text } = readPdf(example);

describe("a page of A4", () => {
  test("is one page, landscape", () => {
    expect(objects).toContain("/MediaBox [0 0 841.89 595.28]");
    expect(objects.match(/\/Type \/Page\n/g)).toHaveLength(1);
  });

  test("says title, figures, legend with counts, method, sources, date and that the data are invented", () => {
    for (const phrase of [
      "12 von 40",
      "in 7 davon",
      "14.300 Menschen (18 %)",
      "Anlaufpunkt vorhanden 28",
      "Lücke: keiner erreichbar 7",
      "Quartierszentrum",
      "Jede Person zählt einmal",
      "Einwohnerregister (Stand 2024), CC0-1.0",
      "Modellstadt – erfundene Daten",
      "Erstellt am 22. November 2026",
      "km",
    ]) {
      expect(text).toContain(phrase);
    }
  });

  test("carries its language, its title, a mark of PDF/UA and a structure for screen readers", () => {
    expect(objects).toContain("/Lang (de-DE)");
    expect(objects).toContain("/DisplayDocTitle true");
    const title = /\/Title (\d+) 0 R/.exec(objects)?.[1] ?? "";
    expect(pdfString(objectOf(objects, title).slice(1, -1))).toMatch(/^In 12 von 40 Sozialräumen/);
    expect(objects).toContain("/Marked true");
    expect(objects).toContain("pdfuaid");
    for (const tag of ["Document", "H1", "H2", "P", "L", "LI", "LBody", "Figure"]) {
      expect(objects).toMatch(new RegExp(`/S /${tag}\\n`));
    }
  });

  test("tells the map in words for those who do not see it", () => {
    const alternatives = [...objects.matchAll(/\/Alt \(((?:\\.|[^\\)])*)\)/gs)].map(([, written = ""]) =>
      pdfString(written),
    );
    expect(alternatives.some((words) => words.includes("12 von 40") && words.includes("vorhanden 28"))).toBe(true);
  });

  test("keeps the words of two lines apart for those who hear or copy it", async () => {
    const words =
      "Wie weit ist es bis zum nächsten Anlaufpunkt, und wen betrifft das in welchem Sozialraum dieser Stadt?";
    const bytes = await sheetPdf({
      sheet: { ...exampleSheet, title: [{ text: words }] },
      picture,
      fonts: exampleFonts,
      created,
    });
    // Each text operator without the blank that the reader of the test puts between two.
    expect(readPdf(bytes, "").text).toContain(words);
  });

  test("embeds its fonts and needs none of the reader's", () => {
    expect(objects).toMatch(/\/BaseFont \/[A-Z]+\+SourceSans3-Regular/);
    expect(objects).toMatch(/\/BaseFont \/[A-Z]+\+SourceSans3-SemiBold/);
    expect(objects.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(objects).not.toContain("Helvetica");
  });

  test("holds the map with at least 200 pixels per inch, and takes its bytes as they are", () => {
    const drawnInches = 841.89 / 72;
    const pixels = Number(/\/Subtype \/Image[\s\S]*?\/Width (\d+)/.exec(objects)?.[1]);
    const inches = drawnInches * (width / 1.6 / 841.89);
    expect(pixels / inches).toBeGreaterThan(200);
    expect(objects).toContain("/Predictor 15");
    expect(objects).not.toContain("/SMask");
  });

  test("sets names with letters from elsewhere from the extension of the font", async () => {
    const sheet = { ...exampleSheet, title: [{ text: "Łódź-Straße und Budyšin" }] };
    const bytes = await sheetPdf({ sheet, picture, fonts: extendedFonts, created });
    const read = readPdf(bytes);
    expect(read.text.replaceAll(" ", "")).toContain("Łódź-StraßeundBudyšin");
    expect(read.text).not.toContain("\ufffd");
  });
});
