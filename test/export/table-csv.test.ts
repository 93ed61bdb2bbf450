import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { harmlessText, originalText } from "../../src/domain/harmless-text.ts";
import {
  MISSING_CELL,
  numberColumn,
  type SavedCell,
  type SavedColumn,
  textColumn,
} from "../../src/domain/saved-table.ts";
import { tableCsv } from "../../src/export/table-csv.ts";

const NUMBER = numberColumn("n");

function csv(columns: readonly SavedColumn[], rows: readonly (readonly SavedCell[])[], language: "de" | "en"): string {
  const bytes = tableCsv({ title: "T", columns, rows, rules: [], sozialraeume: [] }, language);
  return new TextDecoder().decode(bytes);
}

describe("a table as CSV", () => {
  test.each([
    ["=1+1", "+49 30 1", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "=1\n+2"],
    [" =1", "\u00a0=1", "\ufeff=1", "\u200b=1", '"=1', "“=1", "'=1", "''@a"],
    ["＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1", "﹣1"],
  ])("disarms %j and its like with an apostrophe", (...formulas) => {
    for (const formula of formulas) {
      const [[cell = ""] = []] = Papa.parse<string[]>(
        csv([textColumn("head")], [[{ text: formula }]], "en").split("head\r\n")[1] ?? "",
        { newline: "\r\n" },
      ).data;
      expect(cell).toBe(`'${formula}`);
    }
  });

  test("leaves texts alone that are no formulas, whatever marks they hold", () => {
    for (const text of ["'t Zand", "„Haus“", "Mitte-Nord", "a=b", "1+1", "– ", "−5", "007", "´", "𝛼"]) {
      expect(harmlessText(text)).toBe(text);
    }
  });

  test("disarms a formula in the name of a column", () => {
    expect(csv([textColumn("=1")], [], "en")).toBe("'=1\r\n");
  });

  test("leaves negative numbers alone, also with a decimal comma", () => {
    expect(csv([NUMBER, numberColumn("b", 2)], [[{ number: -2 }, { number: -0.5 }]], "de")).toContain(
      "\r\n-2;-0,50\r\n",
    );
  });

  test("writes no thousands separators, no exponents and no minus before nothing", () => {
    const row = [{ number: 1234567.25 }, { number: 1e-7 }, { number: -0 }, { number: 1.5e21 }, { number: -2.5e-9 }];
    expect(csv([NUMBER, NUMBER, NUMBER, NUMBER, NUMBER], [row], "en")).toContain(
      "\r\n1234567.25,0.0000001,0,1500000000000000000000,-0.0000000025\r\n",
    );
    expect(csv([numberColumn("a", 2)], [[{ number: -0.001 }]], "en")).toContain("\r\n0.00\r\n");
  });

  test("leaves what is missing empty", () => {
    expect(csv([NUMBER, NUMBER], [[MISSING_CELL, { number: 0 }]], "de")).toContain("\r\n;0\r\n");
  });

  test("refuses numbers that are none", () => {
    expect(() => csv([NUMBER], [[{ number: Number.NaN }]], "de")).toThrow("not finite");
  });

  test("gives back every text that an apostrophe was put before, and only those", () => {
    const lead = fc.constantFrom("", "'", "''", " ", "\ufeff", '"', "„", "a");
    const formula = fc.constantFrom("=", "-", "＋", "\t", "\n", "", "x");
    const texts = fc.tuple(lead, lead, formula, fc.string({ unit: "binary" })).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const written = harmlessText(text);
        expect(originalText(written)).toBe(text);
        expect([text, `'${text}`]).toContain(written);
      }),
      { numRuns: 500 },
    );
  });
});
