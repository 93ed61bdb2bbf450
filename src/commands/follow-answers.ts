import { coverageAnswer } from "./answers/coverage.ts";
import { profileAnswer } from "./answers/sozialraum-profile.ts";
import type { App } from "./app.ts";
import { follow } from "./follow.ts";

/** From here on every answer follows what is shown. */
export function followAnswers(app: App): void {
  follow(app, coverageAnswer(app));
  follow(app, profileAnswer(app));
}
