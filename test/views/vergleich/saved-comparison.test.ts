import { expect, test } from "vitest";
import type { Indicator } from "../../../src/domain/indicator.ts";
import type { ResolvedValue } from "../../../src/domain/indicator-result.ts";
import type { Measured } from "../../../src/domain/measured.ts";
import { createAppStore } from "../../../src/state/app-state.ts";
import type { IndicatorMap } from "../../../src/state/indicator-map.ts";
import { savedComparison } from "../../../src/views/panels/vergleich/saved-comparison.ts";
import { cityMap, indicator, level } from "../../db/small-city.ts";

const resolved = (value: Measured | undefined, text?: string): ResolvedValue => ({
  value,
  text,
  status: typeof value === "string" ? value : "ok",
  how: "published",
  n: 1,
  missing: 0,
  suppressed: 0,
  incomplete: false,
});

/** The comparison of three Sozialräume, as it is shown. */
function comparison(areas: readonly ResolvedValue[], shown: readonly number[], rest: Partial<Indicator> = {}) {
  const { document, view, transient } = createAppStore().getState();
  const period = { period: "2024", areas, city: resolved("not-stated") };
  const map = {
    indicator: indicator("i", { kind: "share", unit: { de: "%", en: "%" }, ...rest }),
    matrix: { indicator: "i", level: "quartier", periods: [period] },
    at: 0,
    periods: [{ period: "2024", areas: Float64Array.from(shown), reference: undefined }],
    form: rest.kind === "class" ? "categories" : rest.kind === "count" ? "per-residents" : "fills",
    ranks: Uint32Array.of(1, 0, 0),
    largest: 10,
  } as unknown as IndicatorMap;
  const table = savedComparison({
    document: { ...document, map: cityMap(level("quartier", { a: undefined, b: undefined, c: undefined })) },
    view: { ...view, view: "vergleich" },
    transient: { ...transient, answers: { ...transient.answers, indicatorMap: map } },
  });
  const at = (name: string) => table?.columns.findIndex((column) => column.name === name) ?? -1;
  const column = (name: string) => table?.rows.map((row) => row[at(name)]);
  return { value: table?.columns[at("wert")], values: column("wert"), statuses: column("status") };
}

test("a value that is suppressed or not stated is missing with its reason, and 0 is 0", () => {
  const { value, values, statuses } = comparison(
    [resolved(0), resolved("suppressed"), resolved("not-stated")],
    [0, Number.NaN, Number.NaN],
  );
  expect(value).toMatchObject({ holds: "number", unit: "percent" });
  expect(values).toEqual([{ number: 0 }, { missing: true }, { missing: true }]);
  expect(statuses).toEqual([
    { text: "bekannt", code: "ok" },
    { text: "geheim gehalten", code: "suppressed" },
    { text: "keine Angabe", code: "not-stated" },
  ]);
});

test("a count whose residents are not known has no value per residents, and does not call it known", () => {
  const { values, statuses } = comparison(
    [resolved(3), resolved(4), resolved("suppressed")],
    [1.5, Number.NaN, Number.NaN],
    { kind: "count" },
  );
  expect(values?.[1]).toEqual({ missing: true });
  expect(statuses?.[1]).toEqual({ text: "keine Angabe", code: "not-stated" });
});

test("classes that are words make a column of texts", () => {
  const { value, values } = comparison(
    [resolved(undefined, "+/-"), resolved("suppressed"), resolved(2)],
    [Number.NaN, Number.NaN, 2],
    { kind: "class" },
  );
  expect(value).toMatchObject({ holds: "text" });
  expect(values).toEqual([{ text: "+/-", code: undefined }, { missing: true }, { number: 2 }]);
});
