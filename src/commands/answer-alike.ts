import type { ClueKey } from "../domain/data-draft.ts";
import { sameAnswers } from "../state/selectors/same-answer.ts";
import { changeKeys, confirmClue, inspectAgain, nameDoubled } from "./add-data.ts";
import { changeFile, fileOf } from "./adding-files.ts";
import type { App } from "./app.ts";
import { cityBeside } from "./city-beside.ts";

/**
 * What is said of one file is said of all others that ask the same. Each shows the answer and whose it is, and can be changed on its own;
 * one that asks more than was answered keeps its question for the rest.
 */
export function answerAlike(app: App, id: number, key: ClueKey): void {
  const file = fileOf(app, id);
  if (!file) return;
  const files = app.store.getState().transient.adding?.files ?? [];
  const alike = sameAnswers(files, file, key, cityBeside(app, id));
  if (!file.answered.includes(key)) confirmClue(app, id, key);
  for (const { id: other, keys, wanted, doubled, isNews, isSettled } of alike) {
    if (doubled) nameDoubled(app, other, doubled);
    else if (wanted && isNews) inspectAgain(app, other, wanted, key);
    else if (keys && isNews) changeKeys(app, other, keys, isSettled ? key : undefined);
    else if (isSettled) confirmClue(app, other, key);
    if (isSettled) changeFile(app, other, (known) => ({ ...known, alike: { ...known.alike, [key]: file.name } }));
  }
}
