import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessNumberLook } from "../../../src/ingest/inspect/number-looks.ts";
import { parseNumber } from "../../../src/ingest/number-format.ts";

describe("how a table writes its numbers", () => {
  test("is decided by cells that can be read in one way only", () => {
    expect(guessNumberLook(["1.234", "12,5"])).toMatchObject({ decimalChar: ",", groupChar: "." });
    expect(guessNumberLook(["1,234", "12.5"])).toMatchObject({ decimalChar: ".", groupChar: "," });
    expect(guessNumberLook(["1.234.567"])).toMatchObject({ decimalChar: ",", groupChar: ".", isSure: true });
    expect(guessNumberLook(["1 234", "0,5"])).toMatchObject({ decimalChar: ",", groupChar: " " });
    expect(guessNumberLook(["12", "7"])).toMatchObject({ decimalChar: ".", groupChar: "", isSure: true });
    expect(guessNumberLook(["0.125", "7"])).toMatchObject({ decimalChar: ".", groupChar: "", isSure: true });
  });

  test("is not sure where every cell may be both", () => {
    expect(guessNumberLook(["1.234", "2.500"]).isSure).toBe(false);
    expect(guessNumberLook(["1,234"]).isSure).toBe(false);
  });

  test("reads back every number that an office writes in one way, once a cell decides", () => {
    const numbers = fc.array(fc.integer({ min: -5e8, max: 5e8 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(numbers, fc.constantFrom("de-DE", "en-US"), (values, locale) => {
        const write = (value: number) => (value / 100).toLocaleString(locale, { maximumFractionDigits: 2 });
        const cells = [...values, 123456750].map(write);
        const look = guessNumberLook(cells);
        for (const [i, value] of values.entries()) {
          expect(parseNumber(cells[i] as string, look)).toBeCloseTo(value / 100, 3);
        }
      }),
    );
  });
});
