import type { Answers } from "../../state/answers.ts";
import { type App, changeTransient } from "../app.ts";

export function changeAnswers(app: App, change: Partial<Answers>): void {
  changeTransient(app, { answers: { ...app.store.getState().transient.answers, ...change } });
}
