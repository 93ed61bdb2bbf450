import { type ClassBreaks, classBreaks } from "../../analysis/classes/class-breaks.ts";
import { type ClassBreaksInput, classBreaksTask } from "../../analysis/classes/class-breaks-task.ts";
import type { App } from "../app.ts";

/** So many take some milliseconds at most; the best classes of 5,000 values take a hundred where nothing has run before. */
const MOST_AT_ONCE = 500;

/** The breaks of a series: few values at once, many in a worker. The same numbers either way. */
export async function findBreaks(
  app: Pick<App, "services">,
  input: ClassBreaksInput,
  signal: AbortSignal,
): Promise<ClassBreaks | undefined> {
  const { values, method, n } = input;
  if (values.length <= MOST_AT_ONCE) return classBreaks(values, method, n);
  return await app.services.runner.run(classBreaksTask, input, { signal });
}
