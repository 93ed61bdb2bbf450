import type { Task } from "../../domain/services.ts";
import type { BreakMethod, ClassBreaks } from "./class-breaks.ts";

/* Name and types only, so that who asks does not load the method; worker.ts registers it under this name. */

export interface ClassBreaksInput {
  /** NaN = no value. */
  readonly values: Float64Array;
  readonly method: BreakMethod;
  readonly n: number;
}

/** Runs `classBreaks(values, method, n)`. */
export const classBreaksTask: Task<ClassBreaksInput, ClassBreaks | undefined> = { name: "class-breaks" };
