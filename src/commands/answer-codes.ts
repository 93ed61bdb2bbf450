import type { DraftKeys } from "../domain/data-draft.ts";
import type { MissingReason } from "../domain/measured.ts";
import { askedAlike, codesOf, type ShownCode } from "../state/selectors/adding-questions.ts";
import { changeKeys, confirmClue } from "./add-data.ts";
import type { App } from "./app.ts";

/** What a sign in columns of numbers means, in one file. */
export function meanCode(app: App, id: number, code: string, meaning: NonNullable<ShownCode["meaning"]>): void {
  const keys = fileOf(app, id)?.draft?.anlaufpunkt;
  if (keys) changeKeys(app, id, withCode(keys, code, meaning));
}

/**
 * The signs of a file mean the same in all others in which they are asked. A file that has further signs keeps its question for those,
 * and what was answered in another file holds there.
 */
export function answerAlike(app: App, id: number): void {
  const file = fileOf(app, id);
  if (!file) return;
  const said = codesOf(file);
  if (said.some(({ meaning }) => meaning === undefined)) return;
  const alike = askedAlike(app.store.getState().transient.adding?.files ?? [], file);
  confirmClue(app, id, "codes");
  for (const other of alike) {
    const asked = codesOf(other).map(({ code }) => code);
    let keys = other.draft?.anlaufpunkt;
    for (const { code, meaning } of said) {
      if (keys && meaning && asked.includes(code)) keys = { ...keys, ...withCode(keys, code, meaning) };
    }
    const isAll = asked.every((code) => said.some((one) => one.code === code));
    if (keys) changeKeys(app, other.id, { missing: keys.missing, zero: keys.zero }, isAll ? "codes" : undefined);
  }
}

function fileOf(app: App, id: number) {
  return app.store.getState().transient.adding?.files.find((file) => file.id === id);
}

function withCode(
  { missing, zero = [] }: DraftKeys,
  code: string,
  meaning: NonNullable<ShownCode["meaning"]>,
): Pick<DraftKeys, "missing" | "zero"> {
  const entries: [string, MissingReason][] = Object.entries(missing ?? {}).filter(([other]) => other !== code);
  if (meaning !== "zero" && meaning !== "number") entries.push([code, meaning]);
  const zeros = zero.filter((other) => other !== code);
  if (meaning === "zero") zeros.push(code);
  return {
    missing: entries.length > 0 ? Object.fromEntries(entries) : undefined,
    zero: zeros.length > 0 ? zeros : undefined,
  };
}
