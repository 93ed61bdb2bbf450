import { describe, expect, it, vi } from "vitest";
import { inlineRunner, TaskRegistry, workerRunner } from "../../src/work/runner.ts";
import { fakeWorkers } from "./fake-workers.ts";

interface Task<Input, Output, Progress = never> {
  readonly name: string;
  readonly worker?: string;
  readonly onAbort?: "end-worker";
  readonly types?: { input: Input; output: Output; progress: Progress };
}
const double: Task<{ values: Float64Array }, { values: Float64Array }> = { name: "double" };
const count: Task<{ steps: number }, { done: number }, number> = { name: "count" };

function registry(): TaskRegistry {
  return new TaskRegistry()
    .register(double, ({ values }) => ({ value: { values: values.map((value) => 2 * value) } }))
    .register(count, async ({ steps }, { progress }) => {
      for (let step = 1; step <= steps; step++) progress(step / steps);
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
    await inlineRunner(registry()).run(count, { steps: 4 }, { onProgress: (share) => shares.push(share) });
    expect(shares).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it("never begins what was given up before", async () => {
    const controller = new AbortController();
    let told = 0;
    const run = inlineRunner(registry()).run(
      count,
      { steps: 4 },
      { signal: controller.signal, onProgress: () => told++ },
    );
    controller.abort();
    await expect(run).rejects.toThrow(/abort/i);
    expect(told).toBe(0);
  });

  it("fetches the rest once, at the first task that is not served yet, and again where that failed", async () => {
    let fetched = 0;
    const some = new TaskRegistry().register(double, ({ values }) => ({ value: { values } }));
    some.otherwise(async () => {
      fetched++;
      if (fetched === 1) throw new Error("no network");
      some.register(count, ({ steps }) => ({ value: { done: steps } }));
    });
    const runner = inlineRunner(some);
    await runner.run(double, { values: new Float64Array() });
    expect(fetched).toBe(0);
    await expect(runner.run(count, { steps: 3 })).rejects.toThrow("no network");
    const both = await Promise.all([runner.run(count, { steps: 3 }), runner.run(count, { steps: 4 })]);
    expect(both).toEqual([{ done: 3 }, { done: 4 }]);
    expect(fetched).toBe(2);
    await expect(runner.run({ name: "unknown" } as typeof count, { steps: 1 })).rejects.toThrow(
      "no such task: unknown",
    );
  });

  it("names a task that nobody registered, and refuses to register one twice", async () => {
    await expect(inlineRunner(new TaskRegistry()).run(double, { values: new Float64Array() })).rejects.toThrow(
      "no such task: double",
    );
    expect(() => registry().register(double, () => ({ value: { values: new Float64Array() } }))).toThrow("double");
  });
});

const read: Task<{ name: string }, { name: string }> = { name: "read", worker: "reading", onAbort: "end-worker" };
const ask: Task<{ name: string }, { answers: number }> = { name: "ask" };

/** `read` waits until it is let go; `ask` counts what its worker was asked. */
function twoWorkers(options?: { restMs: number }) {
  const begun: string[] = [];
  const waiting = new Map<string, () => void>();
  const { createWorker, started } = fakeWorkers(() => {
    let answers = 0;
    return new TaskRegistry()
      .register(read, async ({ name }) => {
        begun.push(name);
        await new Promise<void>((resolve) => waiting.set(name, resolve));
        return { value: { name } };
      })
      .register(ask, ({ name }) => {
        begun.push(name);
        return { value: { answers: ++answers } };
      });
  });
  const runner = workerRunner(createWorker, { transient: ["reading"], ...options });
  return { runner, started, begun, letGo: (name: string) => waiting.get(name)?.() };
}

describe("the runner of workers", () => {
  it("lets one worker read while the other answers, and keeps both for what comes next", async () => {
    const { runner, started, begun, letGo } = twoWorkers();
    const reading = runner.run(read, { name: "first" });
    expect(await runner.run(ask, { name: "x" })).toEqual({ answers: 1 });
    expect(await runner.run(ask, { name: "y" })).toEqual({ answers: 2 });
    await vi.waitFor(() => expect(begun).toContain("first"));
    letGo("first");
    expect(await reading).toEqual({ name: "first" });
    expect(started).toHaveLength(2);
  });

  it("ends the worker of a reading that is given up, at once, and reads the next one in a new worker", async () => {
    const { runner, started, begun, letGo } = twoWorkers();
    const controller = new AbortController();
    const old = runner.run(read, { name: "old" }, { signal: controller.signal });
    await vi.waitFor(() => expect(begun).toEqual(["old"]));
    controller.abort(new Error("something else was opened"));
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true]);
    await expect(old).rejects.toThrow("something else was opened");
    const next = runner.run(read, { name: "next" });
    await vi.waitFor(() => expect(begun).toEqual(["old", "next"]));
    letGo("next");
    expect(await next).toEqual({ name: "next" });
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false]);
  });

  it("begins a task again that waited in a worker which another one took down", async () => {
    const { runner, begun, letGo } = twoWorkers();
    const controller = new AbortController();
    const old = runner.run(read, { name: "old" }, { signal: controller.signal });
    const bystander = runner.run(read, { name: "bystander" });
    await vi.waitFor(() => expect(begun).toEqual(["old", "bystander"]));
    controller.abort();
    await expect(old).rejects.toThrow(/abort/i);
    await vi.waitFor(() => expect(begun).toEqual(["old", "bystander", "bystander"]));
    letGo("bystander");
    expect(await bystander).toEqual({ name: "bystander" });
  });

  it("keeps the worker of an answer that is given up, and never begins that answer", async () => {
    const { runner, started, begun } = twoWorkers();
    expect(await runner.run(ask, { name: "first" })).toEqual({ answers: 1 });
    const controller = new AbortController();
    const dragged = runner.run(ask, { name: "dragged over" }, { signal: controller.signal });
    const wanted = runner.run(ask, { name: "wanted" });
    controller.abort();
    await expect(dragged).rejects.toThrow(/abort/i);
    expect(await wanted).toEqual({ answers: 2 });
    expect(begun).toEqual(["first", "wanted"]);
    expect(started.map(({ isEnded }) => isEnded)).toEqual([false]);
  });

  it("ends a worker that keeps nothing once it has nothing to do", async () => {
    const { runner, started, begun, letGo } = twoWorkers({ restMs: 20 });
    await runner.run(ask, { name: "answer" });
    const reading = runner.run(read, { name: "package" });
    await vi.waitFor(() => expect(begun).toContain("package"));
    letGo("package");
    await reading;
    await vi.waitFor(() => expect(started.map(({ isEnded }) => isEnded)).toEqual([false, true]));
  });

  it("says what a worker died of, and works on in a new one", async () => {
    const { runner, started, begun } = twoWorkers();
    const reading = runner.run(read, { name: "package" });
    await vi.waitFor(() => expect(begun).toEqual(["package"]));
    started[0]?.fail("out of memory");
    await expect(reading).rejects.toThrow("worker failed: out of memory");
    expect(await runner.run(ask, { name: "x" })).toEqual({ answers: 1 });
  });
});
