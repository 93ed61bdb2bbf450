import type { CityForData, DataBeside, ResourceDraft } from "../domain/data-draft.ts";
import { inspectFileTask, previewDraftTask } from "../ingest/ingest-tasks.ts";
import type { Adding, AddingFile, DoubledIndicator } from "../state/app-state.ts";
import { areAreasElsewhere } from "../state/selectors/areas-elsewhere.ts";
import { doubledIndicators } from "../state/selectors/doubled-indicators.ts";
import { answeredWith, changeAdding, changeFile, fileOf } from "./adding-files.ts";
import { addressesBeside } from "./addresses-beside.ts";
import type { App } from "./app.ts";
import { cityBeside } from "./city-beside.ts";
import { cityForData } from "./city-for-data.ts";
import { cityNameOf } from "./city-name.ts";
import { reasonOf } from "./export-sheet.ts";
import { withDoubledIndicators, withOwnIndicators } from "./name-indicators.ts";
import { proposedDraft, withOwnColumns } from "./proposed-draft.ts";

/** What is being asked of each file; the last question counts. */
const asking = new Map<number, AbortController>();
/** How far it is looked at, by the last question. */
const inspecting = new Map<number, Promise<void>>();
/** What the other files were understood by, per file: Sozialräume that it brings, or keys by which it names some. */
const offered = new Map<number, string>();
const KEYS = "keys\n";
/** The address files in which the places of a file were looked up last. */
const lookedUpIn = new Map<number, string>();

/** Tables are understood by the areas beside them: those come first, so that each table is looked at once. */
export async function inspectAll(app: App, files: readonly AddingFile[]): Promise<void> {
  for (const group of [files.filter((file) => !isTable(file)), files.filter(isTable)]) {
    for (const { id } of group) void inspect(app, id);
    await Promise.all(group.map(({ id }) => isInspected(id)));
  }
}

/** Returns when nothing has a file looked at again. */
async function isInspected(id: number): Promise<void> {
  for (let run: Promise<void> | undefined; run !== inspecting.get(id); ) {
    run = inspecting.get(id);
    await run;
  }
}

function isTable({ name }: AddingFile): boolean {
  return /\.(csv|tsv|txt|xls[xbm]?|ods)$/i.test(name);
}

/** Stops what is being asked of all files, and forgets what they brought each other. */
export function forgetLooks(): void {
  for (const controller of asking.values()) controller.abort();
  asking.clear();
  inspecting.clear();
  offered.clear();
}

/** The same for one file. */
export function forgetLook(id: number): void {
  asking.get(id)?.abort();
  asking.delete(id);
  offered.delete(id);
}

/** What the files say of each other, when one is not among them any more. */
export function compareAnew(app: App): void {
  lookUpAnew(app);
  void proposeCity(app);
  nameApart(app);
}

/** Everything is understood anew for the other city. */
export async function toCity(app: App, isNewCity: boolean, cityBy: "data" | "user"): Promise<void> {
  changeAdding(app, (adding) => ({
    ...adding,
    ...{ isNewCity, cityBy },
    cityName: adding.cityName ?? (isNewCity ? cityNameOf(adding.files.flatMap(({ draft }) => draft ?? [])) : undefined),
  }));
  // What they brought each other is brought anew; those that nobody has looked at yet have their turn.
  offered.clear();
  await inspectAll(app, app.store.getState().transient.adding?.files.filter(({ id }) => asking.has(id)) ?? []);
}

/** Areas that lie elsewhere than the city that is open are proposed as a city of their own, until the user says otherwise. */
export async function proposeCity(app: App): Promise<boolean> {
  const state = app.store.getState();
  const { adding } = state.transient;
  const isSaid = !adding || adding.cityBy === "user" || (adding.isNewCity && adding.cityBy === undefined);
  if (isSaid || adding.files.some(({ replaces }) => replaces !== undefined)) return false;
  if (isLooking(adding)) return false;
  const isNewCity = areAreasElsewhere(adding, cityForData(state, false).box);
  if (isNewCity === adding.isNewCity) return false;
  await toCity(app, isNewCity, "data");
  return true;
}

function isLooking({ files }: Adding): boolean {
  return files.some(
    ({ id, state, draft, preview: shown, isPreviewing }) =>
      asking.has(id) && (state === "inspecting" || isPreviewing || (state === "open" && draft && !shown)),
  );
}

/** Indicators whose values are elsewhere, too, are another's of the same name, or the same: what is told of them follows the files. */
function nameApart(app: App): void {
  const { adding } = app.store.getState().transient;
  if (!adding || isLooking(adding)) return;
  for (const { id } of adding.files) {
    const file = fileOf(app, id);
    if (file?.state !== "open" || !file.draft) continue;
    const indicators = doubledIndicators(app.store.getState(), file);
    if (JSON.stringify(indicators) === JSON.stringify(file.doubled?.indicators ?? [])) continue;
    const proposed = indicators.some(({ differs }) => differs) ? "own" : "same";
    const as = file.answered.includes("doubled") ? (file.doubled?.as ?? proposed) : proposed;
    changeDoubled(app, id, indicators.length > 0 ? { as, indicators } : undefined);
    // Other names alone are no other question.
    if (file.answered.includes("doubled") && asked(indicators) === asked(file.doubled?.indicators)) {
      changeFile(app, id, (known) => ({ ...known, answered: answeredWith(known, "doubled") }));
    }
  }
}

function asked(indicators: readonly DoubledIndicator[] = []): string {
  return JSON.stringify(indicators.map(({ id, file, differs }) => [id, file, differs]));
}

export function changeDoubled(app: App, id: number, doubled: AddingFile["doubled"]): void {
  const before = fileOf(app, id)?.draft;
  changeFile(app, id, (file) => {
    const again = (draft: ResourceDraft) => withOwnIndicators(withDoubledIndicators(draft, file.doubled), doubled);
    return {
      ...file,
      doubled,
      draft: file.draft && again(file.draft),
      inspection: file.inspection && {
        ...file.inspection,
        draft: file.inspection.draft && again(file.inspection.draft),
      },
      answered: file.answered.filter((key) => key !== "doubled"),
    };
  });
  if (JSON.stringify(fileOf(app, id)?.draft) !== JSON.stringify(before)) void preview(app, id);
}

export function inspect(app: App, id: number, how?: "keep-draft"): Promise<void> {
  const run = look(app, id, how);
  inspecting.set(id, run);
  return run;
}

async function look(app: App, id: number, how?: "keep-draft"): Promise<void> {
  const found = fileOf(app, id);
  if (!found) return;
  const { signal } = ask(id);
  changeFile(app, id, (file) => ({ ...file, state: "inspecting", failure: undefined }));
  const city = cityBeside(app, id);
  const { name, file, wanted } = found;
  try {
    const looked = await app.services.runner.run(inspectFileTask, { name, file, city, wanted }, { signal });
    changeFile(app, id, (known) => {
      const guess = looked.draft && withOwnIndicators(looked.draft, known.doubled);
      return {
        ...known,
        state: "open",
        inspection: { ...looked, draft: guess },
        proposed: known.wanted === undefined ? looked.clues : (known.proposed ?? looked.clues),
        draft: how === "keep-draft" ? known.draft : guess && proposedDraft(app, known, guess, city),
        // Others stay joined to the areas that it has brought until these are read anew.
        preview: guess?.anlaufpunkt.role === "sozialraeume" ? known.preview : undefined,
      };
    });
    // Others were understood meanwhile: areas lie in theirs, or are named by their keys.
    const isOfAreas = looked.draft?.anlaufpunkt.role === "sozialraeume";
    if (isOfAreas && besideKey(cityBeside(app, id)) !== besideKey(city)) return inspect(app, id, how);
    await preview(app, id);
    // What an entry need not say because the columns are called as ours: from here on it can be changed.
    const draft = how === "keep-draft" ? withOwnColumns(fileOf(app, id)) : undefined;
    if (!draft) return;
    changeFile(app, id, (known) => ({ ...known, draft }));
    await preview(app, id);
  } catch (error) {
    if (signal.aborted) return;
    changeFile(app, id, (known) => ({ ...known, state: "failed", failure: reasonOf(error) }));
    if (!(await proposeCity(app))) nameApart(app);
  }
}

function besideKey({ levels, keysBeside }: CityForData): string {
  return JSON.stringify([levels.map(({ level, areas }) => [level, areas.map(({ id }) => id)]), keysBeside]);
}

export async function preview(app: App, id: number): Promise<void> {
  const found = fileOf(app, id);
  if (!found?.draft) return;
  const { signal } = ask(id);
  const { file, draft } = found;
  changeFile(app, id, (known) => ({ ...known, isPreviewing: true }));
  try {
    const city = cityBeside(app, id);
    const beside = addressesBeside(app, id);
    lookedUpIn.set(id, keyOf(beside));
    const shown = await app.services.runner.run(previewDraftTask, { file, draft, city, beside }, { signal });
    changeFile(app, id, (known) => ({ ...known, preview: shown, isPreviewing: false }));
    if (await proposeCity(app)) return;
    nameApart(app);
    lookUpAnew(app);
    const areas = areasKey(fileOf(app, id));
    if (areas === (offered.get(id) ?? "")) return;
    const isNews = ![...offered.values()].includes(areas);
    offered.set(id, areas);
    // Tables that name areas by the same keys say the same.
    if (isNews || !areas.startsWith(KEYS)) inspectOthers(app, id);
  } catch (error) {
    if (signal.aborted) return;
    changeFile(app, id, (known) => ({ ...known, state: "failed", failure: reasonOf(error), isPreviewing: false }));
  }
}

/** Places are looked up in the address files that are there now. */
function lookUpAnew(app: App): void {
  for (const { id, state, draft, preview: shown } of app.store.getState().transient.adding?.files ?? []) {
    if (state !== "open" || draft?.anlaufpunkt.role !== "anlaufpunkte" || !shown) continue;
    if (keyOf(addressesBeside(app, id)) !== lookedUpIn.get(id)) void preview(app, id);
  }
}

function keyOf(beside: DataBeside | undefined): string {
  return JSON.stringify(beside?.entries ?? []);
}

/** What other files can be joined to, or by which of several keys areas are named. */
function areasKey(file: AddingFile | undefined): string {
  const keys = file?.draft?.anlaufpunkt;
  const areas = file?.preview?.areas;
  if (keys?.role === "sozialraeume" && areas) return `${keys.level}\n${areas.map(({ id }) => id).join("\n")}`;
  const named = file?.inspection?.areaKeys ?? [];
  return named.length > 0 ? `${KEYS}${JSON.stringify(named)}` : "";
}

/**
 * Files are understood by what another one brings: tables by its Sozialräume, finer areas by coarser ones that they lie in, areas by the
 * keys that tables use. What the user has answered for them holds.
 */
function inspectOthers(app: App, id: number): void {
  const files = app.store.getState().transient.adding?.files ?? [];
  const news = files.find((file) => file.id === id);
  const count = news?.draft?.anlaufpunkt.role === "sozialraeume" ? (news.preview?.areas?.length ?? 0) : undefined;
  for (const file of files) {
    if (file.id === id || file.state === "failed" || file.replaces) continue;
    const isAreas = file.draft?.anlaufpunkt.role === "sozialraeume";
    if (isAreas && count !== undefined && file.preview && (file.preview.areas?.length ?? 0) <= count) continue;
    if (isAreas || count !== undefined) void inspect(app, file.id);
  }
}

export function ask(id: number): AbortController {
  asking.get(id)?.abort();
  const controller = new AbortController();
  asking.set(id, controller);
  return controller;
}
