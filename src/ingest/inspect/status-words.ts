import type { ObservationStatus } from "../../domain/measured.ts";
import type { RawTable } from "../raw-table.ts";

/** How tables say in words what stands beside a value, those that the app itself saves among them, in both languages. */
const WORDS: ReadonlyMap<string, ObservationStatus> = new Map([
  ["bekannt", "ok"],
  ["known", "ok"],
  ["geschätzt", "estimated"],
  ["geheim gehalten", "suppressed"],
  ["geheim", "suppressed"],
  ["gesperrt", "suppressed"],
  ["confidential", "suppressed"],
  ["keine angabe", "not-stated"],
  ["not stated", "not-stated"],
  ["nicht sinnvoll", "not-applicable"],
  ["not applicable", "not-applicable"],
]);

/** What the words in a column of statuses mean to the contract; undefined where none of them is known. */
export function statusWords(
  table: RawTable,
  column: string | undefined,
): Record<string, ObservationStatus> | undefined {
  const texts = table.columns.find(({ name }) => name === column)?.texts ?? [];
  const meant: Record<string, ObservationStatus> = {};
  for (const text of new Set(texts)) {
    const status = WORDS.get(text.trim().toLowerCase());
    if (status !== undefined) meant[text.trim()] = status;
  }
  return Object.keys(meant).length > 0 ? meant : undefined;
}
