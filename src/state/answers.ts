import type { ProfileEntry } from "../domain/indicator-result.ts";

/** What the database answered for the view that is shown; each entry is kept up to date by a follower in commands/answers/. */
export interface Answers {
  readonly profile?: { readonly id: string; readonly entries: readonly ProfileEntry[] } | undefined;
  /** Rows that the database holds per resource, by its name. */
  readonly resourceRows?: Readonly<Record<string, number>> | undefined;
}
