import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageBands } from "../../src/analysis/coverage/coverage-bands.ts";
import { metresWalked } from "../../src/domain/walking-time.ts";
import { bandsFromText, bandsPreset, minuteBands } from "../../src/state/selectors/chosen-bands.ts";
import {
  comparedDetours,
  detourLimits,
  limitForDetour,
  shareWithin,
  speedRows,
  timeLimits,
} from "../../src/state/selectors/side-by-side.ts";
import { SPEEDS } from "../../src/state/view.ts";
import { runAtOnce } from "../../src/work/run-steps.ts";

describe("the chosen bands", () => {
  it("are minutes in whole metres, by the speed", () => {
    expect(minuteBands(5)).toEqual([417, 833, 1250]);
    expect(minuteBands(4)).toEqual([333, 667, 1000]);
    expect(minuteBands(3)).toEqual([250, 500, 750]);
    expect(() => metresWalked(10, 0)).toThrow("speed is 0");
    expect(() => metresWalked(Number.NaN, 5)).toThrow("minutes are NaN");
  });

  it("are known again as the preset that they are", () => {
    expect(bandsPreset({ bands: [300, 500, 800, 1000], speed: 3 })).toBe("metres");
    for (const speed of SPEEDS) expect(bandsPreset({ bands: minuteBands(speed), speed })).toBe("minutes");
    expect(bandsPreset({ bands: minuteBands(5), speed: 4 })).toBe("own");
  });

  it("are read from what somebody writes, in order and each once, with thousands points and units", () => {
    expect(bandsFromText("500, 300; 500")).toEqual([300, 500]);
    expect(bandsFromText("1.200 m 400 m")).toEqual([400, 1200]);
    for (const wrong of ["", "300, weit", "30", "300.5", "-300", "30000", "100 200 300 400 500 600 700"])
      expect(bandsFromText(wrong), wrong).toBeUndefined();
  });
});

describe("side by side", () => {
  const ways = fc.array(
    fc.integer({ min: 0, max: 3_000_000 }).map((mm) => mm / 1000),
    { minLength: 1, maxLength: 60 },
  );
  const bandsOf = (distance: readonly number[], limits: readonly number[]) => {
    const demand = { residents: new Float64Array(distance.length).fill(1), area: new Int32Array(distance.length) };
    return runAtOnce(coverageBands(demand, 1, Float64Array.from(distance), limits));
  };

  it("C16: a detour that is derived says what measuring anew says, but for who lives within a millimetre of the border", () => {
    const tenths = fc.integer({ min: 10, max: 20 }).map((factor) => factor / 10);
    fc.assert(
      fc.property(ways, tenths, tenths, fc.integer({ min: 50, max: 3000 }), (straight, detour, other, reach) => {
        const measured = (factor: number) => straight.map((way) => Math.floor(way * 1000 * factor + 0.5) / 1000);
        const present = measured(detour);
        const limit = limitForDetour(reach, detour, other);
        const anew = measured(other);
        present.forEach((way, i) => {
          if (Math.abs((anew[i] as number) - reach) > 0.002) expect(way <= limit).toBe((anew[i] as number) <= reach);
        });
      }),
    );
  });

  it("the chosen detour stands among the usual ones and has the reach itself as its limit", () => {
    expect(comparedDetours(1.2)).toEqual([1, 1.2, 1.3, 1.4]);
    expect(comparedDetours(1.25)).toEqual([1, 1.2, 1.25, 1.3, 1.4]);
    expect(detourLimits(800, 1.3)).toContain(800);
    expect(detourLimits(800, 1.3)).toEqual(detourLimits(800, 1.3).toSorted((a, b) => a - b));
  });

  it("the shares of the speeds are those of the bands at their metres", () => {
    fc.assert(
      fc.property(ways, (distance) => {
        const times = bandsOf(distance, timeLimits());
        for (const row of speedRows(times)) {
          for (const { minutes, metres, share } of row.times) {
            expect(metres).toBe(metresWalked(minutes, row.speed));
            expect(share).toBe(distance.filter((way) => way <= metres).length / distance.length);
          }
        }
      }),
    );
  });

  it("say nothing where nobody is known", () => {
    const demand = { residents: Float64Array.of(Number.NaN), area: Int32Array.of(0) };
    const nobody = runAtOnce(coverageBands(demand, 1, Float64Array.of(10), [300]));
    expect(shareWithin(nobody, 300)).toBeUndefined();
    expect(shareWithin(bandsOf([10], [300]), 500)).toBeUndefined();
  });
});
