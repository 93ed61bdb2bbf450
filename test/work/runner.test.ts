import { describe, expect, it } from "vitest";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";

interface Task<Input, Output> {
  readonly name: string;
  readonly types?: { input: Input; output: Output };
}
const double: Task<{ values: Float64Array }, { values: Float64Array }> = { name: "double" };
const slow: Task<{ steps: number }, { done: number }> = { name: "slow" };

function registry(): TaskRegistry {
  return new TaskRegistry()
    .register(double, ({ values }) => ({ value: { values: values.map((value) => 2 * value) } }))
    .register(slow, async ({ steps }, { progress, pause }) => {
      for (let step = 1; step <= steps; step++) {
        progress(step / steps);
        await pause();
      }
      return { value: { done: steps } };
    });
}

describe("the runner without a worker", () => {
  it("runs a task by its name and shares nothing with it", async () => {
    const input = { values: Float64Array.of(1, 2) };
    const output = await inlineRunner(registry()).run(double, input);
    expect(Array.from(output.values)).toEqual([2, 4]);
    expect(Array.from(input.values)).toEqual([1, 2]);
  });

  it("tells how far a task has come", async () => {
    const shares: number[] = [];
    await inlineRunner(registry()).run(slow, { steps: 4 }, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it("stops a task at its next pause when it is aborted", async () => {
    const controller = new AbortController();
    let reached = 0;
    const run = inlineRunner(registry()).run(
      slow,
      { steps: 1000 },
      {
        signal: controller.signal,
        onProgress: (share) => {
          reached = share;
          if (share > 0.01) controller.abort();
        },
      },
    );
    await expect(run).rejects.toThrow(/abort/i);
    expect(reached).toBeLessThan(0.02);
  });

  it("names a task that nobody registered, and refuses to register one twice", async () => {
    await expect(inlineRunner(new TaskRegistry()).run(double, { values: new Float64Array() })).rejects.toThrow(
      "no such task: double",
    );
    expect(() => registry().register(double, () => ({ value: { values: new Float64Array() } }))).toThrow("double");
  });
});
