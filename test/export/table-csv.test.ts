import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { MISSING_CELL, tableCsv } from "../../src/export/table-csv.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a table as CSV", () => {
  test.each(["=1+1", "+49 30 1", "-2", "@SUM(A1)", "\tx", "\rx", "=1\n+2"])(
    "disarms the formula %j with an apostrophe",
    (formula) => {
      const [[cell = ""] = []] = Papa.parse<string[]>(
        text(tableCsv(["a"], [[{ text: formula }]], "en")).split("a\r\n")[1] ?? "",
        {
          newline: "\r\n",
        },
      ).data;
      expect(cell).toBe(`'${formula}`);
    },
  );

  test("leaves negative numbers alone, also with a decimal comma", () => {
    expect(text(tableCsv(["a", "b"], [[{ number: -2 }, { number: -0.5, digits: 2 }]], "de"))).toContain(
      "\r\n-2;-0,50\r\n",
    );
  });

  test("writes no thousands separators, no exponents and no minus before nothing", () => {
    const row = [{ number: 1234567.25 }, { number: 1e-7 }, { number: -0 }];
    expect(text(tableCsv(["a", "b", "c"], [row], "en"))).toContain("\r\n1234567.25,0.0000001,0\r\n");
  });

  test("leaves what is missing empty", () => {
    expect(text(tableCsv(["a", "b"], [[MISSING_CELL, { number: 0 }]], "de"))).toContain("\r\n;0\r\n");
  });

  test("refuses numbers that are none", () => {
    expect(() => tableCsv(["a"], [[{ number: Number.NaN }]], "de")).toThrow("not finite");
  });

  test("gives any text back to a reader, whatever it holds", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary-ascii" }), fc.constantFrom("ä;ö", "“”", "𝛼", "\u2028")), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows) => {
          const bytes = tableCsv(
            ["a", "b"],
            rows.map((row) => row.map((cell) => ({ text: cell }))),
            "de",
          );
          const read = Papa.parse<string[]>(text(bytes), { delimiter: ";", newline: "\r\n" }).data.slice(1, -1);
          const expected = rows.map((row) => row.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)));
          expect(read).toEqual(
            expected.map((row) => row.map((cell) => new TextDecoder().decode(new TextEncoder().encode(cell)))),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
