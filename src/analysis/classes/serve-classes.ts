import type { TaskRegistry } from "../../work/runner.ts";
import { classBreaks } from "./class-breaks.ts";
import { classBreaksTask } from "./class-breaks-task.ts";

/** Registers the making of classes; called by the worker, and by tests with an inline runner. */
export function serveClasses(registry: TaskRegistry): void {
  registry.register(classBreaksTask, ({ values, method, n }) => ({ value: classBreaks(values, method, n) }));
}
