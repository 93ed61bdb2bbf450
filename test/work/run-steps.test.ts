import { describe, expect, test } from "vitest";
import { runAtOnce, runInTurns, type Steps } from "../../src/work/run-steps.ts";

function* counting(steps: number, seen: number[] = [], stepMs = 0): Steps<number> {
  for (let step = 0; step < steps; step++) {
    seen.push(step);
    const end = performance.now() + stepMs;
    while (performance.now() < end);
    yield;
  }
  return steps;
}

describe("work in steps", () => {
  test("gives the same result at once and in turns", async () => {
    expect(runAtOnce(counting(7))).toBe(7);
    expect(await runInTurns(counting(7), new AbortController().signal)).toBe(7);
    expect(await runInTurns(counting(7, [], 3), new AbortController().signal, 5)).toBe(7);
  });

  test("lets others have their turn, and ends when one of them gives it up", async () => {
    const seen: number[] = [];
    const stop = new AbortController();
    const others: number[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      others.push(seen.length);
      stop.abort(new Error("no longer wanted"));
      port1.close();
    };
    port2.postMessage(null);
    await expect(runInTurns(counting(10_000, seen, 2), stop.signal, 5)).rejects.toThrow("no longer wanted");
    expect(others.length).toBe(1);
    expect(seen.length).toBeLessThan(50);
  });

  test("throws what a step throws", async () => {
    function* failing(): Steps<number> {
      yield;
      throw new RangeError("reach is NaN");
    }
    expect(() => runAtOnce(failing())).toThrow("reach is NaN");
    await expect(runInTurns(failing(), new AbortController().signal)).rejects.toThrow("reach is NaN");
  });
});
