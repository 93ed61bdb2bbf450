import type { ClueKey, ResourceDraft } from "../domain/data-draft.ts";
import { inspectFileTask, previewDraftTask } from "../ingest/ingest-tasks.ts";
import type { DroppedFiles } from "../sources/dropped-folder.ts";
import type { Adding, AddingFile } from "../state/app-state.ts";
import { type App, changeTransient } from "./app.ts";
import { cityForData } from "./city-for-data.ts";
import { reasonOf } from "./export-sheet.ts";
import { extendPackage, newPackage } from "./extend-package.ts";

let nextId = 1;
/** What is being asked of each file; the last question counts. */
const asking = new Map<number, AbortController>();

/** Opens the assistant with files: each is looked at in the worker, what is understood of it becomes a draft with its preview. */
export async function beginAdding(app: App, dropped: Pick<DroppedFiles, "files">): Promise<void> {
  const files = dropped.files.map(([path, file]): AddingFile => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return { id: nextId++, name, file, state: "inspecting", answered: [] };
  });
  const { adding } = app.store.getState().transient;
  const all = [...(adding?.files ?? []), ...files];
  const shown = files[0]?.id ?? adding?.shown;
  if (shown === undefined) return;
  changeTransient(app, { adding: { files: all, shown, isNewCity: adding?.isNewCity ?? false } });
  await Promise.all(files.map(({ id }) => inspect(app, id)));
}

/** Closes the assistant; nothing of the files is kept. */
export function leaveAdding(app: App): void {
  for (const controller of asking.values()) controller.abort();
  asking.clear();
  changeTransient(app, { adding: undefined });
}

export function showAdded(app: App, id: number): void {
  change(app, (adding) => ({ ...adding, shown: id }));
}

/** One file less; without files the assistant closes. */
export function dropAdded(app: App, id: number): void {
  asking.get(id)?.abort();
  asking.delete(id);
  const { adding } = app.store.getState().transient;
  const files = adding?.files.filter((file) => file.id !== id) ?? [];
  const first = files[0];
  if (!adding || !first) leaveAdding(app);
  else changeTransient(app, { adding: { ...adding, files, shown: adding.shown === id ? first.id : adding.shown } });
}

/** Whether the files belong to the city that is open, or make one of their own: everything is understood anew. */
export function chooseCity(app: App, isNewCity: boolean): void {
  change(app, (adding) => ({ ...adding, isNewCity }));
  for (const { id } of app.store.getState().transient.adding?.files ?? []) void inspect(app, id);
}

/** Another sheet, layer or encoding: what follows from it is guessed anew. */
export function inspectAgain(app: App, id: number, wanted: { table?: string; encoding?: string }): void {
  void inspect(app, id, wanted);
}

/** Reads the file as the user says; the preview follows. */
export function changeDraft(app: App, id: number, draft: ResourceDraft, answered?: ClueKey): void {
  changeFile(app, id, (file) => ({
    ...file,
    draft,
    answered: answered && !file.answered.includes(answered) ? [...file.answered, answered] : file.answered,
  }));
  void preview(app, id);
}

/** The guess is right as it stands. */
export function confirmClue(app: App, id: number, key: ClueKey): void {
  changeFile(app, id, (file) => (file.answered.includes(key) ? file : { ...file, answered: [...file.answered, key] }));
}

/** Takes the files into the city, as one step that can be taken back. */
export function takeAdded(app: App): void {
  const { adding } = app.store.getState().transient;
  const ready = adding?.files.filter((file) => file.draft && file.state === "open") ?? [];
  if (!adding || ready.length === 0) return;
  const additions = ready.map(({ draft, file }) => ({ draft: draft as ResourceDraft, file }));
  leaveAdding(app);
  if (adding.isNewCity) newPackage(app, additions);
  else extendPackage(app, additions);
}

async function inspect(
  app: App,
  id: number,
  wanted?: { readonly table?: string; readonly encoding?: string },
): Promise<void> {
  const found = fileOf(app, id);
  if (!found) return;
  const { signal } = ask(id);
  changeFile(app, id, (file) => ({ ...file, state: "inspecting", failure: undefined }));
  const state = app.store.getState();
  const city = cityForData(state, state.transient.adding?.isNewCity ?? false);
  try {
    const { name, file } = found;
    const inspection = await app.services.runner.run(inspectFileTask, { name, file, city, wanted }, { signal });
    const { draft } = inspection;
    changeFile(app, id, (known) => ({ ...known, state: "open", inspection, draft, preview: undefined, answered: [] }));
    if (draft) await preview(app, id);
  } catch (error) {
    if (signal.aborted) return;
    changeFile(app, id, (known) => ({ ...known, state: "failed", failure: reasonOf(error) }));
  }
}

async function preview(app: App, id: number): Promise<void> {
  const found = fileOf(app, id);
  if (!found?.draft) return;
  const { signal } = ask(id);
  const { file, draft } = found;
  changeFile(app, id, (known) => ({ ...known, isPreviewing: true }));
  const state = app.store.getState();
  const city = cityForData(state, state.transient.adding?.isNewCity ?? false);
  try {
    const shown = await app.services.runner.run(previewDraftTask, { file, draft, city }, { signal });
    changeFile(app, id, (known) => ({ ...known, preview: shown, isPreviewing: false }));
  } catch (error) {
    if (signal.aborted) return;
    changeFile(app, id, (known) => ({ ...known, state: "failed", failure: reasonOf(error), isPreviewing: false }));
  }
}

function ask(id: number): AbortController {
  asking.get(id)?.abort();
  const controller = new AbortController();
  asking.set(id, controller);
  return controller;
}

function fileOf(app: App, id: number): AddingFile | undefined {
  return app.store.getState().transient.adding?.files.find((file) => file.id === id);
}

function change(app: App, by: (adding: Adding) => Adding): void {
  const { adding } = app.store.getState().transient;
  if (adding) changeTransient(app, { adding: by(adding) });
}

function changeFile(app: App, id: number, by: (file: AddingFile) => AddingFile): void {
  change(app, (adding) => ({ ...adding, files: adding.files.map((file) => (file.id === id ? by(file) : file)) }));
}
