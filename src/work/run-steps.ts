import { nextTurn } from "./runner.ts";

/**
 * Work in steps: a kernel that may take long yields between two of them, at least every few milliseconds, so that whoever runs it can
 * stop in between; its result is what it returns.
 */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** All steps at once. */
export function runAtOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The steps in turns of some `turnMs`; between them messages are heard, and an abort among them ends the work with its reason. The default
 * is for a worker; a page that draws has no more than 8 ms to give.
 */
export async function runInTurns<Result>(steps: Steps<Result>, signal: AbortSignal, turnMs = 30): Promise<Result> {
  for (;;) {
    const end = performance.now() + turnMs;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await nextTurn();
    signal.throwIfAborted();
  }
}

/** The steps of one turn at once, the rest in turns: what is short is there in the same frame. */
export function runPromptly<Result>(
  steps: Steps<Result>,
  signal: AbortSignal,
  turnMs: number,
): Result | Promise<Result> {
  const end = performance.now() + turnMs;
  do {
    const step = steps.next();
    if (step.done) return step.value;
  } while (performance.now() < end);
  return runInTurns(steps, signal, turnMs);
}
