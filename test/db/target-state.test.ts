import { describe, expect, it } from "vitest";
import { targetState } from "../../src/db/queries/target-state.ts";

const from = (...values: readonly (readonly [string, number])[]) =>
  values.map(([period, value]) => ({ period, value }));
const MORE = { target: 100, targetDate: "2030", direction: "more-is-better" } as const;
const LESS = { target: 0, targetDate: "2030", direction: "more-is-worse" } as const;

describe("the state of a target", () => {
  it("is unknown without a value", () => {
    expect(targetState([], MORE)).toBe("no-data");
    expect(targetState([], { direction: "neutral" })).toBe("no-data");
  });

  it("is reached at the target itself, on either side as the direction says", () => {
    expect(targetState(from(["2024", 100]), MORE)).toBe("reached");
    expect(targetState(from(["2024", 99.9]), MORE)).not.toBe("reached");
    expect(targetState(from(["2024", 0]), LESS)).toBe("reached");
    expect(targetState(from(["2024", -1]), LESS)).toBe("reached");
    expect(targetState(from(["2024", 1]), LESS)).not.toBe("reached");
  });

  it("is judged by the latest value, not by the best", () => {
    expect(targetState(from(["2020", 120], ["2024", 90]), MORE)).toBe("open");
  });

  it("is missed when the value of the target date falls short, whatever today is", () => {
    expect(targetState(from(["2020", 0], ["2030", 99]), MORE)).toBe("missed");
    expect(targetState(from(["2020", 0], ["2029-12", 99]), MORE)).toBe("on-track");
    expect(targetState(from(["2020", 0], ["2030-12", 99]), MORE)).toBe("missed");
  });

  it("is on track on the straight line or on its good side, and open behind it", () => {
    expect(targetState(from(["2020", 0], ["2025", 50]), MORE)).toBe("on-track");
    expect(targetState(from(["2020", 0], ["2025", 49.9]), MORE)).toBe("open");
    expect(targetState(from(["2020", 40], ["2025", 20]), LESS)).toBe("on-track");
    expect(targetState(from(["2020", 40], ["2025", 20.1]), LESS)).toBe("open");
  });

  it("compares periods of different length by their ends", () => {
    expect(targetState(from(["2020-Q4", 0], ["2025-12", 50]), MORE)).toBe("on-track");
    expect(targetState(from(["2020-12-31", 0], ["2025-Q2", 45]), MORE)).toBe("on-track");
  });

  it("is open without a target, a date, a direction or a second value", () => {
    expect(targetState(from(["2024", 1]), { direction: "more-is-better" })).toBe("open");
    expect(targetState(from(["2020", 0], ["2024", 90]), { ...MORE, targetDate: undefined })).toBe("open");
    expect(targetState(from(["2020", 0], ["2024", 200]), { ...MORE, direction: "neutral" })).toBe("open");
    expect(targetState(from(["2024", 90]), MORE)).toBe("open");
  });
});
