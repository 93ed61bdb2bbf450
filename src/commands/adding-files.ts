import type { ClueKey } from "../domain/data-draft.ts";
import type { Adding, AddingFile } from "../state/app-state.ts";
import { type App, changeTransient } from "./app.ts";

export function fileOf(app: App, id: number): AddingFile | undefined {
  return app.store.getState().transient.adding?.files.find((file) => file.id === id);
}

export function answeredWith(file: AddingFile, key: ClueKey | undefined): readonly ClueKey[] {
  return key === undefined || file.answered.includes(key) ? file.answered : [...file.answered, key];
}

/** The file with an answer of its own. */
export function withAnswer(file: AddingFile, key: ClueKey | undefined): AddingFile {
  if (key === undefined) return file;
  return { ...file, answered: answeredWith(file, key), alike: { ...file.alike, [key]: undefined } };
}

export function touch(app: App): void {
  changeAdding(app, (adding) => (adding.isTouched ? adding : { ...adding, isTouched: true }));
}

export function changeAdding(app: App, by: (adding: Adding) => Adding): void {
  const { adding } = app.store.getState().transient;
  if (adding) changeTransient(app, { adding: by(adding) });
}

export function changeFile(app: App, id: number, by: (file: AddingFile) => AddingFile): void {
  changeAdding(app, (adding) => ({ ...adding, files: adding.files.map((file) => (file.id === id ? by(file) : file)) }));
}
