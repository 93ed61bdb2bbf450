import { describe, expect, it } from "vitest";
import { classBreaks } from "../../src/analysis/classes/class-breaks.ts";
import { indicatorMap } from "../../src/commands/answers/indicator-map.ts";
import type { Indicator } from "../../src/domain/indicator.ts";
import type { IndicatorMatrix } from "../../src/domain/indicator-matrix.ts";
import type { CityValue, ResolvedValue } from "../../src/domain/indicator-result.ts";
import type { Measured } from "../../src/domain/measured.ts";
import { indicator } from "../db/small-city.ts";

function resolved(value: Measured | string): ResolvedValue {
  const isReason = value === "not-stated" || value === "suppressed" || value === "not-applicable";
  const known = typeof value === "number" || !isReason;
  return {
    value: typeof value === "number" || isReason ? value : undefined,
    text: typeof value === "string" && !isReason ? value : undefined,
    status: isReason ? value : "ok",
    how: "published",
    n: known ? 1 : 0,
    missing: value === "not-stated" ? 1 : 0,
    suppressed: value === "suppressed" ? 1 : 0,
    incomplete: false,
  };
}

function matrix(
  periods: Readonly<Record<string, { areas: readonly (Measured | string)[]; city?: CityValue }>>,
): IndicatorMatrix {
  return {
    indicator: "i",
    level: "quartier",
    periods: Object.entries(periods).map(([period, { areas, city }]) => ({
      period,
      areas: areas.map(resolved),
      city: city ?? { ...resolved("not-stated"), how: "none" },
    })),
  };
}

const ask = async (of: IndicatorMatrix, kind: Partial<Indicator> = { kind: "share" }, rest: object = {}) => {
  const answer = await indicatorMap(
    {
      matrix: of,
      indicator: indicator("i", kind),
      period: undefined,
      residents: undefined,
      perResidents: false,
      ...rest,
    },
    async (values) => classBreaks(values, "quantile", 3),
  );
  if (!answer) throw new Error("no answer");
  return answer;
};

describe("C10: an indicator on the map, beside the city", () => {
  it("has the same classes in all years, made of the values of all years", async () => {
    const years = matrix({ "2019": { areas: [1, 2, 3] }, "2020": { areas: [10, 20, 30] } });
    const first = await ask(years, undefined, { period: "2019" });
    const second = await ask(years, undefined, { period: "2020" });
    expect(first.breaks).toEqual(second.breaks);
    expect([...first.classes]).toEqual([0, 0, 1]);
    expect([...second.classes]).toEqual([1, 2, 2]);
  });

  it("gives no class, no place and no zero to what is missing or secret", async () => {
    const answer = await ask(matrix({ "2020": { areas: [5, "suppressed", 0, "not-stated"] } }));
    expect([...answer.classes]).toEqual([1, 255, 0, 255]);
    expect([...answer.ranks]).toEqual([1, 0, 2, 0]);
    expect(answer.periods[0]?.areas).toEqual(Float64Array.of(5, Number.NaN, 0, Number.NaN));
    expect(answer.counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  });

  it("shows the latest year with a value where none was chosen, or one that does not exist", async () => {
    const years = matrix({ "2018": { areas: [1] }, "2019": { areas: [2] }, "2020": { areas: ["not-stated"] } });
    expect((await ask(years)).at).toBe(1);
    expect((await ask(years, undefined, { period: "1999" })).at).toBe(1);
    expect((await ask(years, undefined, { period: "2020" })).at).toBe(2);
  });

  it("names the median a median where the city has no value of its own", async () => {
    const city = (value: Measured): CityValue => ({ ...resolved(value), how: value === 7 ? "published" : "none" });
    const median = { level: "quartier", value: 4, n: 2, missing: 0, suppressed: 0 };
    const own = await ask(matrix({ "2020": { areas: [3, 5], city: city(7) } }));
    expect([own.reference, own.periods[0]?.reference]).toEqual(["city", 7]);
    const without = await ask(matrix({ "2020": { areas: [3, 5], city: { ...city("not-stated"), median } } }));
    expect([without.reference, without.periods[0]?.reference]).toEqual(["median", 4]);
  });

  it("relates counts to residents, and the city's by sums – never by the mean of the areas", async () => {
    const residents = { values: Float64Array.of(1000, 4000, 500, Number.NaN), basis: "published", origins: [] };
    const answer = await ask(
      matrix({ "2020": { areas: [100, 100, "suppressed", 9], city: { ...resolved(209), how: "added" } } }),
      { kind: "count" },
      { residents, perResidents: true },
    );
    expect(answer.form).toBe("per-residents");
    expect(answer.periods[0]?.areas).toEqual(Float64Array.of(100, 25, Number.NaN, Number.NaN));
    // 200 of 5,000; the mean of the two areas would be 62.5.
    expect(answer.periods[0]?.reference).toBe(40);
  });

  it("draws counts as circles on one scale for all years, without classes", async () => {
    const answer = await ask(matrix({ "2019": { areas: [90, 1] }, "2020": { areas: [4, 2] } }), { kind: "count" });
    expect(answer).toMatchObject({ form: "circles", largest: 90, breaks: undefined });
  });

  it("keeps published classes as they are, in one order for all years", async () => {
    const answer = await ask(matrix({ "2019": { areas: ["-", "+"] }, "2020": { areas: ["+/-", "not-stated"] } }), {
      kind: "class",
    });
    expect(answer.categories).toEqual(["+", "+/-", "-"]);
    expect([...answer.classes]).toEqual([1, 255]);
    const numbers = await ask(matrix({ "2020": { areas: [10, 2, 2] } }), { kind: "class" });
    expect(numbers.categories).toEqual(["2", "10"]);
    expect([...numbers.counts]).toEqual([2, 1]);
  });

  it("says nothing where nothing was ever observed", async () => {
    const nothing = { matrix: matrix({}), indicator: indicator("i"), period: undefined, residents: undefined };
    const breaksOf = async (values: Float64Array) => classBreaks(values, "jenks", 5);
    expect(await indicatorMap({ ...nothing, perResidents: false }, breaksOf)).toBeUndefined();
  });
});
