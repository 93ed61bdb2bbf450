import { describe, expect, it } from "vitest";
import { classBreaks } from "../../src/analysis/classes/class-breaks.ts";
import { classBreaksTask } from "../../src/analysis/classes/class-breaks-task.ts";
import { serveClasses } from "../../src/analysis/classes/serve-classes.ts";
import { findBreaks } from "../../src/commands/answers/find-breaks.ts";
import type { Services } from "../../src/commands/app.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";

function watchedRunner() {
  const registry = new TaskRegistry();
  serveClasses(registry);
  const inline = inlineRunner(registry);
  const asked: string[] = [];
  const runner: Services["runner"] = {
    run(task, input, options) {
      asked.push(task.name);
      return inline.run(task, input, options);
    },
  };
  return { app: { services: { runner } as Services }, asked };
}

const skewed = (n: number) =>
  Float64Array.from({ length: n }, (_, i) => (i % 97 === 0 ? Number.NaN : (i % 211) ** 1.7));
const { signal } = new AbortController();

describe("the breaks of a series", () => {
  it.each(["quantile", "equal", "jenks"] as const)("are the same in the worker and at once (%s)", async (method) => {
    const { app, asked } = watchedRunner();
    for (const n of [40, 4000]) {
      const values = skewed(n);
      expect(await findBreaks(app, { values, method, n: 5 }, signal)).toEqual(classBreaks(values, method, 5));
    }
    expect(asked).toEqual([classBreaksTask.name]);
  });

  it("do not exist where no value does, however many areas there are", async () => {
    const { app } = watchedRunner();
    const values = new Float64Array(5000).fill(Number.NaN);
    expect(await findBreaks(app, { values, method: "jenks", n: 5 }, signal)).toBeUndefined();
  });
});
