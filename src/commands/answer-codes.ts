import { type ShownCode, withCode } from "../state/selectors/shown-codes.ts";
import { changeKeys } from "./add-data.ts";
import { changeFile, fileOf } from "./adding-files.ts";
import type { App } from "./app.ts";

/** What a sign in columns of numbers means, in one file. */
export function meanCode(app: App, id: number, code: string, meaning: NonNullable<ShownCode["meaning"]>): void {
  const keys = fileOf(app, id)?.draft?.anlaufpunkt;
  if (!keys) return;
  changeKeys(app, id, withCode(keys, code, meaning));
  // What was answered together with another file is this one's own answer now.
  changeFile(app, id, (file) => ({ ...file, alike: { ...file.alike, codes: undefined } }));
}
