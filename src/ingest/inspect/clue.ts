import type { Clue } from "../../domain/data-draft.ts";

/** What was guessed, with the other readings that are possible. */
export function clue(
  key: Clue["key"],
  basis: Clue["basis"],
  value: string,
  others: readonly string[],
  context: Clue["context"],
): Clue {
  return { key, basis, value, others: others.filter((other) => other !== value), context };
}
