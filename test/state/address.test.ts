import fc from "fast-check";
import { expect, test } from "vitest";
import { ANLAUFPUNKT_STATES } from "../../src/domain/anlaufpunkt.ts";
import { WEEKDAYS } from "../../src/domain/open-time.ts";
import { readAddress, writeAddress } from "../../src/state/address.ts";
import {
  CLASS_METHODS,
  COVERAGE_METRICS,
  DECAY_NAMES,
  DEFAULT_VIEW,
  PANELS,
  SITE_GROUNDS,
  SITING_GOALS,
  SPEEDS,
  SUPPLY_MEASURES,
  VIEW_NAMES,
  type View,
} from "../../src/state/view.ts";

const id = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes(",") && text.isWellFormed());
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const views: fc.Arbitrary<View> = fc.record({
  data: maybe(id),
  view: fc.constantFrom(...VIEW_NAMES),
  lang: fc.constantFrom("de" as const, "en" as const),
  level: maybe(id),
  kind: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 4 })),
  topic: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 3 })),
  group: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 3 })),
  speaks: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 3 })),
  open: maybe(
    fc.oneof(
      fc.record({ day: fc.constantFrom(...WEEKDAYS) }),
      fc.record({ day: fc.constantFrom(...WEEKDAYS), at: fc.nat({ max: 1439 }) }),
      fc.record({ from: fc.nat({ max: 1439 }) }),
      fc.record({ day: fc.constantFrom(...WEEKDAYS), from: fc.nat({ max: 1439 }) }),
    ),
  ),
  wheelchair: maybe(fc.constantFrom("yes" as const, "limited" as const)),
  status: maybe(fc.uniqueArray(fc.constantFrom(...ANLAUFPUNKT_STATES), { minLength: 1 })),
  people: maybe(id),
  reach: fc.integer({ min: 50, max: 20_000 }),
  way: maybe(fc.constant("walk" as const)),
  steps: maybe(fc.constant("none" as const)),
  detour: fc.integer({ min: 10, max: 20 }).map((tenths) => tenths / 10),
  speed: fc.constantFrom(...SPEEDS),
  bands: fc
    .uniqueArray(fc.integer({ min: 50, max: 20_000 }), { minLength: 1, maxLength: 6 })
    .map((list) => list.sort((a, b) => a - b)),
  scenario: maybe(id),
  panel: fc.constantFrom(...PANELS),
  sites: fc.record({
    n: fc.integer({ min: 1, max: 20 }),
    goal: fc.constantFrom(...SITING_GOALS),
    where: fc.constantFrom(...SITE_GROUNDS),
    planned: fc.boolean(),
  }),
  candidates: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 3 })),
  within: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 3 })),
  without: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 3 })),
  drawn: maybe(
    fc.array(
      fc.record({
        lat: fc.integer({ min: -8_000_000, max: 8_000_000 }).map((n) => n / 100_000),
        lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((n) => n / 100_000),
      }),
      { minLength: 3, maxLength: 6 },
    ),
  ),
  need: maybe(id),
  supply: fc.constantFrom(...SUPPLY_MEASURES),
  decay: maybe(fc.constantFrom(...DECAY_NAMES)),
  unit: maybe(fc.constantFrom("place" as const, "capacity" as const)),
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
  zones: maybe(id),
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
    "?sites=21:most-reached&drawn=1/2,3/4&open=at-10:00&speed=6&bands=800,x&detour=0.5&status=open&view=karte&reach=-5&classes=magic:5&map=1/2&metric=status&period=20x0&lang=en&table=maybe&compare=1,2,3,4,5,6,7",
  );
  expect(ignored.map((value) => value.key).sort()).toEqual(
    [
      "bands",
      "classes",
      "compare",
      "detour",
      "drawn",
      "map",
      "open",
      "period",
      "reach",
      "sites",
      "speed",
      "status",
      "table",
      "view",
    ].sort(),
  );
  expect(view.lang).toBe("en");
  expect(view.reach).toBe(DEFAULT_VIEW.reach);
});

test("keys that others use are left alone", () => {
  expect(readAddress("?utm=1&__proto__=x").ignored).toEqual([]);
});
