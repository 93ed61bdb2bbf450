import type { AppState } from "../state/app-state.ts";
import { type App, notify, setPending } from "./app.ts";

/**
 * An answer that follows the state: whenever its question changes, the work for the old one is aborted and the new one is asked.
 * While a wanted answer is not there, the view is not ready.
 */
export interface Followed<Question extends object, Answer> {
  readonly name: string;
  /** Is this answer part of what is shown now? */
  wanted(state: AppState): boolean;
  /** The question, or undefined while what it needs has not arrived. Compared entry by entry with ===. */
  question(state: AppState): Question | undefined;
  /** An answer that is there at once is put in the same step, and nothing is ever pending. */
  ask(question: Question, signal: AbortSignal): Answer | Promise<Answer>;
  put(answer: Answer | undefined, question: Question | undefined): void;
}

export function follow<Question extends object, Answer>(app: App, followed: Followed<Question, Answer>): () => void {
  let asked: Question | undefined;
  let running: AbortController | undefined;

  const look = (state: AppState) => {
    const wanted = followed.wanted(state);
    const question = wanted ? followed.question(state) : undefined;
    if (!wanted || !question) {
      setPending(app, followed.name, wanted && state.transient.phase === "open");
      return;
    }
    if (asked && sameEntries(asked, question)) {
      setPending(app, followed.name, running !== undefined);
      return;
    }
    asked = question;
    running?.abort();
    const controller = new AbortController();
    running = controller;
    const end = (answer: Answer | undefined, problem?: { readonly reason: unknown }) => {
      if (running !== controller) return;
      running = undefined;
      followed.put(answer, question);
      setPending(app, followed.name, false);
      if (problem) notify(app, "error", { key: "task-failed", what: followed.name, reason: String(problem.reason) });
    };
    try {
      const answered = followed.ask(question, controller.signal);
      if (answered instanceof Promise) {
        setPending(app, followed.name, true);
        answered.then(end, (reason: unknown) => end(undefined, { reason }));
      } else end(answered);
    } catch (reason) {
      end(undefined, { reason });
    }
  };

  look(app.store.getState());
  return app.store.subscribe(look);
}

function sameEntries(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => (a as Record<string, unknown>)[key] === (b as Record<string, unknown>)[key])
  );
}
