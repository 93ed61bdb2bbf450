import fc from "fast-check";
import { expect, test } from "vitest";
import { readAddress, writeAddress } from "../../src/state/address.ts";
import { CLASS_METHODS, COVERAGE_METRICS, DEFAULT_VIEW, VIEW_NAMES, type View } from "../../src/state/view.ts";

const id = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes(",") && text.isWellFormed());
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const views: fc.Arbitrary<View> = fc.record({
  data: maybe(id),
  view: fc.constantFrom(...VIEW_NAMES),
  lang: fc.constantFrom("de" as const, "en" as const),
  level: maybe(id),
  kind: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 4 })),
  reach: fc.integer({ min: 50, max: 20_000 }),
  metric: fc.constantFrom(...COVERAGE_METRICS),
  indicator: maybe(id),
  period: maybe(fc.constantFrom("2020", "2020-Q3", "2020-11", "2020-11-30")),
  classes: fc.record({ method: fc.constantFrom(...CLASS_METHODS), n: fc.integer({ min: 2, max: 9 }) }),
  sozialraum: maybe(id),
  compare: fc.uniqueArray(id, { maxLength: 6 }),
  map: maybe(
    fc.record({
      zoom: fc.integer({ min: 0, max: 2000 }).map((n) => n / 100),
      lat: fc.integer({ min: -8_000_000, max: 8_000_000 }).map((n) => n / 100_000),
      lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 100_000),
    }),
  ),
  present: fc.boolean(),
  per: maybe(fc.constant("residents" as const)),
  table: fc.boolean(),
  cells: fc.boolean(),
});

test("a written address restores exactly the view that was seen", () => {
  fc.assert(
    fc.property(views, (view) => {
      const restored = readAddress(writeAddress(view));
      expect(restored.ignored).toEqual([]);
      expect(JSON.parse(JSON.stringify(restored.view))).toEqual(JSON.parse(JSON.stringify(view)));
    }),
  );
});

test("an empty address is the default view, and the default view writes an empty address", () => {
  expect(readAddress("").view).toEqual(DEFAULT_VIEW);
  expect(writeAddress(DEFAULT_VIEW)).toBe("");
});

test("values that are not understood are ignored one by one and named, the others are kept", () => {
  const { view, ignored } = readAddress(
    "?view=karte&reach=-5&classes=magic:5&map=1/2&metric=status&period=20x0&lang=en&table=maybe&compare=1,2,3,4,5,6,7",
  );
  expect(ignored.map((value) => value.key).sort()).toEqual(
    ["classes", "compare", "map", "period", "reach", "table", "view"].sort(),
  );
  expect(view.lang).toBe("en");
  expect(view.reach).toBe(DEFAULT_VIEW.reach);
});

test("keys that others use are left alone", () => {
  expect(readAddress("?utm=1&__proto__=x").ignored).toEqual([]);
});
