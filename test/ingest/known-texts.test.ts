import fc from "fast-check";
import { expect, test } from "vitest";
import { KnownTexts } from "../../src/ingest/csv/known-texts.ts";

test("cells that come again are what was cut out of the text, however many there are and whatever shares their slot", () => {
  const known = new KnownTexts();
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."01689;xÄ–"), maxLength: 40 }),
      fc.nat(40),
      fc.nat(40),
      (text, a, b) => {
        const [from, to] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        expect(known.slice(text, from, to)).toBe(text.slice(from, to));
      },
    ),
  );
  // Far more texts than slots.
  for (let i = 0; i < 200_000; i++) {
    const cell = String(i * 7919);
    if (known.slice(`${cell};`, 0, cell.length) !== cell) throw new Error(`${cell} became another cell`);
  }
});
