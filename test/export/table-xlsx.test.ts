import { type CellObject, read } from "@e965/xlsx";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { MISSING_CELL, numberColumn, type SavedTable, textColumn } from "../../src/domain/saved-table.ts";
import { tableXlsx } from "../../src/export/table-xlsx.ts";

const TABLE: SavedTable = {
  title: "Kinder [2024]: je Sozialraum / mit langem Namen",
  columns: [
    textColumn("id"),
    numberColumn("n"),
    numberColumn("share", 4, "share"),
    numberColumn("percent", 1, "percent"),
  ],
  rows: [
    [{ text: "007" }, { number: -1234.5 }, { number: 0.12345 }, { number: 12.34 }],
    [{ text: '=HYPERLINK("x")' }, MISSING_CELL, { number: 0 }, { number: 1e300 }],
  ],
  rules: [],
  sozialraeume: ["007", "2"],
};
const PROVENANCE = [
  { label: "Quelle", text: "=1+1" },
  { label: "Regel C1", text: "Menschen, nicht Flächen." },
];

const written = (language: "de" | "en", table = TABLE) => {
  const bytes = tableXlsx(table, PROVENANCE, language);
  const book = read(bytes, { cellNF: true, cellFormula: true, cellText: false });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  return { bytes, book, at: (ref: string) => sheet[ref] as CellObject | undefined };
};

describe("a table as a workbook", () => {
  test("has texts as texts, also those that look like formulas or numbers, and nothing that runs", () => {
    const { book, at } = written("de");
    expect(at("A2")).toMatchObject({ t: "s", v: "007", z: "@" });
    expect(at("A3")).toMatchObject({ t: "s", v: '=HYPERLINK("x")', z: "@" });
    const cells = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet) as CellObject[]);
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
  });

  test("has numbers as numbers that can be reckoned with, negative ones too, and shares as per cent", () => {
    const { at } = written("de");
    expect(at("B2")).toMatchObject({ t: "n", v: -1234.5, z: "#,##0.0" });
    expect(at("C2")).toMatchObject({ t: "n", v: 0.1235, z: "0.0 %" });
    expect(at("C3")).toMatchObject({ t: "n", v: 0 });
    expect(at("D2")).toMatchObject({ t: "n", v: 12.3, z: '#,##0.0" %"' });
    expect(at("D3")).toMatchObject({ v: 1e300, z: "General" });
    expect(written("en").at("C2")?.z).toBe("0.0%");
  });

  test("leaves a cell empty where a value is missing", () => {
    expect(written("de").at("B3")).toBeUndefined();
  });

  test("keeps its header in sight", () => {
    const sheet = strFromU8(unzipSync(written("de").bytes)["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2"[^>]* state="frozen"\/>/);
  });

  test.each([
    ["de", "Herkunft"],
    ["en", "Provenance"],
  ] as const)("says on its second sheet where it comes from (%s)", (language, name) => {
    const { book } = written(language);
    expect(book.SheetNames).toEqual(["Kinder 2024 je Sozialraum mit l", name]);
    const sheet = book.Sheets[name] ?? {};
    expect(["A1", "B1", "A2", "B2"].map((ref) => (sheet[ref] as CellObject).v)).toEqual(
      PROVENANCE.flatMap(({ label, text }) => [label, text]),
    );
  });

  test.each(["", "[]:*?/\\", "Herkunft", "herkunft", "'''", "😀".repeat(40)])(
    "finds a name for a sheet called %j",
    (title) => {
      const { book } = written("de", { ...TABLE, title });
      expect(book.SheetNames).toHaveLength(2);
      expect(book.SheetNames[0]).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    },
  );

  test("is the same file for the same table", () => {
    expect(written("de").bytes).toEqual(written("de").bytes);
  });
});
