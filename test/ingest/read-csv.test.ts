import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../src/ingest/csv/read-csv.ts";
import { parseNumber } from "../../src/ingest/number-format.ts";
import type { TableOptions } from "../../src/ingest/raw-table.ts";

const OPTIONS: TableOptions = { source: "table.csv", listSeparator: ";" };

function read(content: string | Uint8Array, options: Partial<TableOptions> = {}) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const table = readCsv(bytes, { ...OPTIONS, ...options });
  const rows = Array.from({ length: table.rowCount }, (_, row) => table.columns.map(({ texts }) => texts[row]));
  return { table, names: table.columns.map(({ name }) => name), rows, codes: table.issues.map(({ code }) => code) };
}

function encoded(
  text: string,
  encoding: "utf-8" | "utf-8-bom" | "windows-1252" | "utf-16le" | "utf-16be-bom",
): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return new TextEncoder().encode(text);
    case "utf-8-bom":
      return new TextEncoder().encode(`\ufeff${text}`);
    case "windows-1252": {
      const beyondLatin1: Record<string, number> = { "€": 0x80, "–": 0x96 };
      return Uint8Array.from(text, (character) => beyondLatin1[character] ?? character.charCodeAt(0));
    }
    case "utf-16le":
      return Uint8Array.from(
        [...text].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
      );
    case "utf-16be-bom":
      return Uint8Array.from(
        [...`\ufeff${text}`].flatMap((character) => [character.charCodeAt(0) >> 8, character.charCodeAt(0) & 255]),
      );
  }
}

describe("tables in text", () => {
  it("read back as they were written, whatever delimiter, quotes, line ends and encoding", () => {
    const cell = fc.string({ unit: fc.constantFrom(..."abcxyzÄöß€–,;\t|\"' .123\n"), maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(";", ",", "\t", "|"),
        fc.constantFrom("\n" as const, "\r\n" as const),
        fc.constantFrom("utf-8" as const, "utf-8-bom" as const, "windows-1252" as const, "utf-16be-bom" as const),
        fc.boolean(),
        (rows, delimiter, newline, encoding, quotes) => {
          const text = Papa.unparse([["id", "name", "größe"], ...rows], { delimiter, newline, quotes });
          const { names, rows: back } = read(encoded(text, encoding), encoding === "windows-1252" ? { encoding } : {});
          expect(names).toEqual(["id", "name", "größe"]);
          expect(back).toEqual(rows);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("give the numbers back that German and English tables write", () => {
    const formats = [
      { locale: "de-DE", format: { decimalChar: ",", groupChar: "." } },
      { locale: "en-GB", format: { decimalChar: ".", groupChar: "," } },
      { locale: "fr-FR", format: { decimalChar: ",", groupChar: " " } },
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.constantFrom(...formats),
        fc.boolean(),
        (n, { locale, format }, grouped) => {
          const text = (n / 1000).toLocaleString(locale, { maximumFractionDigits: 3, useGrouping: grouped });
          expect(parseNumber(text, format)).toBe(n / 1000);
        },
      ),
    );
  });

  it.each(["", " ", "-", ".", "1.2.3", "0x10", "Infinity", "NaN", "1e", "12 345", "1,5", "5%", "=1+1", "1_000"])(
    "never take %j for a number",
    (text) => {
      expect(parseNumber(text, { decimalChar: ".", groupChar: "" })).toBeNaN();
    },
  );

  it("do not read 1.23 as 123 where the point separates thousands", () => {
    expect(parseNumber("1.23", { decimalChar: ",", groupChar: "." })).toBeNaN();
    expect(parseNumber("1.234", { decimalChar: ",", groupChar: "." })).toBe(1234);
    expect(parseNumber("−1.234,5", { decimalChar: ",", groupChar: "." })).toBe(-1234.5);
  });

  it("read Windows-1252 that nobody declared, and say so", () => {
    const { rows, table } = read(encoded("id;name\n1;Süd – 5 €\n", "windows-1252"));
    expect(rows).toEqual([["1", "Süd – 5 €"]]);
    expect(table.issues).toMatchObject([
      { code: "encoding-guessed", severity: "notice", context: { encoding: "windows-1252" } },
    ]);
  });

  it("do not trust a declared encoding that the bytes contradict", () => {
    const { rows, codes } = read(encoded("id;name\n1;Süd\n", "windows-1252"), { encoding: "utf-8" });
    expect(rows).toEqual([["1", "Süd"]]);
    expect(codes).toEqual(["encoding-guessed"]);
  });

  it("read UTF-16 with and without a mark, and names of encodings as Python writes them", () => {
    expect(read(encoded("id;name\n1;Süd\n", "utf-16be-bom")).rows).toEqual([["1", "Süd"]]);
    expect(read(encoded("id;name\n1;Süd\n", "utf-16le")).rows).toEqual([["1", "Süd"]]);
    expect(read(encoded("id;name\n1;Süd\n", "utf-8-bom"), { encoding: "utf_8_sig" })).toMatchObject({
      names: ["id", "name"],
      codes: [],
    });
  });

  it("count lines as a spreadsheet does: blank lines and line breaks in cells included", () => {
    const { table } = read('id,name\n1,x\n\n2,"two\nlines"\n3,z\n');
    expect([0, 1, 2].map((row) => table.lineOf(row))).toEqual([2, 4, 5]);
    expect(read("\n\nid,name\n1,x\n").table.lineOf(0)).toBe(4);
  });

  it("fill up short rows, refuse rows with more than the header, and say both", () => {
    const { rows, table } = read("id,name\n1\n2,x,y\n3,z,\n4,w\n");
    expect(rows).toEqual([
      ["1", ""],
      ["3", "z"],
      ["4", "w"],
    ]);
    expect(table.rejected).toBe(1);
    expect(table.issues.map(({ row, severity }) => [row, severity])).toEqual([
      [2, "warning"],
      [3, "error"],
    ]);
    expect(table.lineOf(2)).toBe(5);
  });

  it("notice a quotation mark that nobody closes", () => {
    expect(read('id,name\n1,"x\n2,y\n').codes).toContain("row-malformed");
  });

  it("do not take the decimal comma for the delimiter", () => {
    expect(read("id|a\n1|2,5\n", { decimalChar: "," }).rows).toEqual([["1", "2,5"]]);
    expect(read("a,b,c;d\n", { decimalChar: "," }).names).toEqual(["a,b,c", "d"]);
  });

  it("keep a column called __proto__ a column", () => {
    const { names, rows } = read("__proto__,constructor\nx,y\n");
    expect([names, rows]).toEqual([["__proto__", "constructor"], [["x", "y"]]]);
  });

  it("have no rows when the file is empty", () => {
    expect(read("").table.rowCount).toBe(0);
    expect(read("id,name\n").table.rowCount).toBe(0);
  });
});
