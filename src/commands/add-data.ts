import type { ClueKey, DraftKeys, ResourceDraft, WantedReading } from "../domain/data-draft.ts";
import type { DroppedFiles } from "../sources/dropped-folder.ts";
import type { AddingFile } from "../state/app-state.ts";
import { changeAdding, changeFile, fileOf, touch, withAnswer } from "./adding-files.ts";
import { type App, changeTransient, notify } from "./app.ts";
import { changeView } from "./change-view.ts";
import { reasonOf } from "./export-sheet.ts";
import { extendPackage, newPackage } from "./extend-package.ts";
import { layersOfParts } from "./layers-of-parts.ts";
import {
  ask,
  changeDoubled,
  compareAnew,
  forgetLook,
  forgetLooks,
  inspect,
  inspectAll,
  preview,
  proposeCity,
  toCity,
} from "./look-at-added.ts";
import { showAddedData } from "./show-added-data.ts";

let nextId = 1;
/** Titles that are told one by one. */
const NAMED = 3;

/** Opens the assistant before there are files: it says how they get in. */
export function openAdding(app: App): void {
  const { adding } = app.store.getState().transient;
  if (!adding) changeTransient(app, { adding: { files: [], shown: 0, isNewCity: false } });
}

/** Opens the assistant with files: each is looked at in the worker, what is understood of it becomes a draft with its preview. */
export async function beginAdding(
  app: App,
  dropped: Pick<DroppedFiles, "files">,
  sources?: ResourceDraft["sources"],
): Promise<void> {
  const files = (await layersOfParts(dropped.files)).map(
    ({ name, file }): AddingFile => ({ id: nextId++, name, file, sources, state: "inspecting", answered: [] }),
  );
  const { adding } = app.store.getState().transient;
  const all = [...(adding?.files ?? []), ...files];
  const shown = files[0]?.id ?? adding?.shown;
  if (shown === undefined) return;
  if (app.store.getState().view.present) changeView(app, { present: false });
  changeTransient(app, { adding: { ...adding, files: all, shown, isNewCity: adding?.isNewCity ?? false } });
  await inspectAll(app, files);
}

/** Opens the assistant with a resource of the package; its bytes follow, undefined when there are none. */
export async function beginReading(
  app: App,
  resource: Pick<AddingFile, "name" | "replaces" | "draft" | "wanted">,
  read: (signal: AbortSignal) => Promise<Blob | undefined>,
): Promise<void> {
  const id = nextId++;
  const file: AddingFile = { ...resource, id, file: new Blob(), state: "inspecting", answered: [] };
  leaveAdding(app);
  changeTransient(app, { adding: { files: [file], shown: id, isNewCity: false } });
  const { signal } = ask(id);
  try {
    const bytes = await read(signal);
    if (!bytes) return dropAdded(app, id);
    changeFile(app, id, (known) => ({ ...known, file: bytes }));
    await inspect(app, id, "keep-draft");
  } catch (error) {
    if (!signal.aborted) changeFile(app, id, (known) => ({ ...known, state: "failed", failure: reasonOf(error) }));
  }
}

/** Closes the assistant; nothing of the files is kept. */
export function leaveAdding(app: App): void {
  forgetLooks();
  changeTransient(app, { adding: undefined });
}

export function showAdded(app: App, id: number): void {
  changeAdding(app, (adding) => ({ ...adding, shown: id }));
}

/** One file less; without files the assistant closes. */
export function dropAdded(app: App, id: number): void {
  forgetLook(id);
  const { adding } = app.store.getState().transient;
  const files = adding?.files.filter((file) => file.id !== id) ?? [];
  const first = files[0];
  if (!adding || !first) leaveAdding(app);
  else changeTransient(app, { adding: { ...adding, files, shown: adding.shown === id ? first.id : adding.shown } });
  compareAnew(app);
}

/** Whether the files belong to the city that is open, or make one of their own: everything is understood anew. */
export function chooseCity(app: App, isNewCity: boolean): void {
  touch(app);
  void toCity(app, isNewCity, "user");
}

/** Whether indicators whose values are elsewhere, too, are the same ones. */
export function nameDoubled(app: App, id: number, as: "own" | "same"): void {
  const doubled = fileOf(app, id)?.doubled;
  if (!doubled) return;
  changeDoubled(app, id, { ...doubled, as });
  confirmClue(app, id, "doubled");
}

export function nameCity(app: App, cityName: string): void {
  changeAdding(app, (adding) => ({ ...adding, cityName, isTouched: true }));
}

/** How the file is taken apart, or what it is: what follows from it is guessed anew, and so much is no question any more. */
export function inspectAgain(app: App, id: number, wanted: WantedReading, answered: ClueKey): void {
  changeFile(app, id, (file) => ({ ...withAnswer(file, answered), wanted: { ...file.wanted, ...wanted } }));
  touch(app);
  void inspect(app, id);
}

/** Reads the file as the user says; the preview follows. */
export function changeDraft(app: App, id: number, draft: ResourceDraft, answered?: ClueKey): void {
  changeFile(app, id, (file) => ({ ...withAnswer(file, answered), draft }));
  touch(app);
  void preview(app, id);
}

/** The same for some keys of its entry. */
export function changeKeys(app: App, id: number, keys: Partial<DraftKeys>, answered?: ClueKey): void {
  const draft = fileOf(app, id)?.draft;
  if (draft) changeDraft(app, id, { ...draft, anlaufpunkt: { ...draft.anlaufpunkt, ...keys } }, answered);
}

/** The guess is right as it stands. */
export function confirmClue(app: App, id: number, key: ClueKey): void {
  changeFile(app, id, (file) => withAnswer(file, key));
  touch(app);
  void proposeCity(app);
}

/**
 * Takes the files into the city, as one step that can be taken back, and leads to where they are seen. Resources that were read
 * differently are where they were.
 */
export function takeAdded(app: App): void {
  const { adding } = app.store.getState().transient;
  const ready = (adding?.files ?? []).flatMap((file) =>
    file.draft && file.state === "open" ? [{ ...file, draft: file.draft }] : [],
  );
  if (!adding || ready.length === 0) return;
  leaveAdding(app);
  const isReading = ready.every(({ replaces }) => replaces !== undefined);
  if (isReading && !adding.isTouched) return;
  if (adding.isNewCity) newPackage(app, ready, adding.cityName);
  else extendPackage(app, ready);
  const what = shortList(ready.map(({ draft }) => draft.title));
  const rows = ready.reduce(
    (sum, file) => sum + ((file.preview?.beginning ? file.preview.rowCount : file.preview?.kept) ?? 0),
    0,
  );
  notify(app, "information", { key: isReading ? "data-changed" : "data-added", what, rows });
  if (isReading) return;
  showAddedData(
    app,
    ready.map(({ draft }) => draft),
    adding.isNewCity,
  );
}

/** As many titles as can be read at a glance, and how many there are. */
function shortList(titles: readonly string[]): string {
  return titles.length <= NAMED ? titles.join(", ") : `${titles.slice(0, NAMED).join(", ")} … (${titles.length})`;
}
