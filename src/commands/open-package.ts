import type { CityMap } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import { DESCRIPTOR_NAME, type PackageSource } from "../domain/package-source.ts";
import type { ReadingProgress } from "../domain/reading-progress.ts";
import type { Task } from "../domain/services.ts";
import { areaIdsOf } from "../ingest/area-ids.ts";
import {
  examineTask,
  openPackageTask,
  openZipTask,
  readRecordsTask,
  readSupplyTask,
  type StageInput,
} from "../ingest/ingest-tasks.ts";
import {
  collectChosen,
  collectDropped,
  type DroppedFiles,
  holdsPackage,
  onlyExtract,
  onlyTable,
  onlyZip,
  packageFromDropped,
} from "../sources/dropped-folder.ts";
import { readAddress, writeAddress } from "../state/address.ts";
import { type AppState, type Document, EMPTY_DOCUMENT } from "../state/app-state.ts";
import { keptAddress } from "../state/selectors/shown-kept-view.ts";
import { beginAdding } from "./add-data.ts";
import { addNetwork, cancelNetworkFile } from "./add-network.ts";
import { addScenarios } from "./add-scenarios.ts";
import { type App, changeDocument, changeTransient, notify, replaceView, setPending, whilePending } from "./app.ts";
import { changeView, restoreView } from "./change-view.ts";
import { dropUnknownChoices } from "./drop-unknown-choices.ts";
import { reasonOf } from "./export-sheet.ts";
import {
  type FoundWork,
  findModelCityWork,
  findWork,
  findWorkById,
  rememberWork,
  urlOfData,
  viewsKeptBefore,
} from "./find-work.ts";
import { flushWork } from "./keep-work.ts";
import { isReadBy } from "./read-alike.ts";
import { rootOf } from "./stored-package.ts";
import { untilState } from "./until-state.ts";

/** What is being opened in a window, and was opened before. */
interface Course {
  opening?: AbortController | undefined;
  /** What is tried again when it was refused. */
  lastTry?: (() => void) | undefined;
  /** What was opened from files: no address names it. */
  openedFiles?: PackageSource | undefined;
  /** The package that was read last, or is being read. */
  lastRead?: PackageSource | undefined;
}

const courses = new WeakMap<App, Course>();

function courseOf(app: App): Course {
  const known = courses.get(app) ?? {};
  courses.set(app, known);
  return known;
}

/** From here on a package that was edited – files were added to it, or taken back – is read anew. */
export function followPackage(app: App): () => void {
  return app.store.subscribe(({ document }) => {
    const edited = document.package;
    if (!edited || isReadBy(edited.source, courseOf(app).lastRead)) return;
    courseOf(app).lastRead = edited.source;
    void takeOver(app, (signal) => readPackage(app, edited.source, () => {}, signal, "keep-work"));
  });
}

/**
 * Stops what is being opened – its reading ends at once, with its worker – and begins something else in its place. What was open stays
 * until that has its map.
 */
async function takeOver(app: App, open: (signal: AbortSignal) => Promise<void>): Promise<void> {
  courseOf(app).opening?.abort();
  cancelNetworkFile(app);
  const controller = new AbortController();
  courseOf(app).opening = controller;
  setPending(app, "opening", true);
  changeTransient(app, { phase: "opening", refusal: [], failure: undefined, reading: undefined });
  try {
    await open(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return;
    changeTransient(app, {
      phase: "failed",
      failure: error instanceof Error ? error.message : String(error),
      reading: undefined,
    });
    setPending(app, "opening", false);
  }
}

function refuse(app: App, refusal: readonly Issue[]): void {
  changeTransient(app, { phase: "refused", refusal });
  setPending(app, "opening", false);
}

function openPackage(
  app: App,
  source: PackageSource,
  begin: (map: CityMap) => void = () => {},
  work?: FoundWork,
): Promise<void> {
  courseOf(app).lastTry = () => void openPackage(app, source, begin, work);
  return takeOver(app, (signal) => readPackage(app, source, begin, signal, work));
}

/** A city that is opened for the first time: with the views that it brings along, or that an earlier version has kept of it. */
async function newWork(app: App, map: CityMap): Promise<Pick<Document, "workspace" | "keptViews" | "scenarios">> {
  const earlier = await viewsKeptBefore(app, map.info.name);
  const workspace = { id: app.services.store.newId(), title: map.info.title, revision: 0, migrated: earlier?.key };
  return { workspace, keptViews: earlier?.views ?? map.keptViews ?? [], scenarios: [] };
}

/**
 * Reads a package in three steps: areas and background for the first map, places and residents for the first answer, everything else
 * and the database after that. The view stays what it was until there is a map: `begin` sets it for the new package.
 */
async function readPackage(
  app: App,
  source: PackageSource,
  begin: (map: CityMap) => void,
  signal: AbortSignal,
  work: "keep-work" | FoundWork | undefined = undefined,
): Promise<void> {
  const read = async <Input, Output>(task: Task<Input, Output, ReadingProgress>, input: Input): Promise<Output> => {
    let isOver = false;
    const onProgress = (reading: ReadingProgress) => {
      if (!isOver && !signal.aborted) changeTransient(app, { reading });
    };
    const output = await app.services.runner.run(task, input, { signal, onProgress });
    isOver = true;
    changeTransient(app, { reading: undefined });
    return output;
  };
  const opened = await read(openPackageTask, { source });
  if ("refused" in opened) {
    refuse(app, opened.refused);
    return;
  }
  const before = app.store.getState().document;
  const found = work === "keep-work" ? before : (work ?? (await newWork(app, opened.map)));
  signal.throwIfAborted();
  begin(opened.map);
  const { keptViews, scenarios, workspace } = found;
  const { history, addedNetwork } = work === "keep-work" ? before : EMPTY_DOCUMENT;
  changeTransient(app, {
    coverage: undefined,
    answers: {},
    database: "waiting",
    camera: undefined,
    selectedAnlaufpunkt: undefined,
    pointed: undefined,
    soughtGoal: undefined,
    drawing: undefined,
    candidateFile: undefined,
  });
  // At once before the document says so: whoever hears of anything in between would take what was open for edited.
  courseOf(app).lastRead = source;
  changeDocument(app, {
    ...EMPTY_DOCUMENT,
    // They belong to what was open before: what is chosen now is not measured by them.
    ...{ supply: undefined, records: undefined },
    keptViews,
    scenarios,
    history,
    addedNetwork,
    workspace,
    package: { source, raw: opened.raw },
    map: opened.map,
    reports: opened.reports,
    issues: opened.issues,
  });
  changeTransient(app, { phase: "open" });
  // What the user has just added or taken back was no choice of the address: nothing is said of it.
  const isSaid = work !== "keep-work";
  dropUnknownChoices(app, isSaid);

  const stage = { source, descriptor: opened.descriptor, areas: areaIdsOf(opened.map) };
  const supplied = await read(readSupplyTask, stage);
  await untilState(app, isDone("window", "ground"), FIRST_MAP_AT_THE_LATEST, signal);
  signal.throwIfAborted();
  const brought = work === undefined ? { scenarios: supplied.supply.scenarios ?? [] } : {};
  append(app, { supply: supplied.supply, ...brought }, supplied);
  dropUnknownChoices(app, isSaid);
  setPending(app, "opening", false);

  await untilState(app, isDone("coverage", "map"), FIRST_ANSWER_AT_THE_LATEST, signal);
  const recorded = await read(readRecordsTask, stage);
  signal.throwIfAborted();
  append(app, { records: recorded.records }, recorded);
  dropUnknownChoices(app, isSaid);
  await untilState(app, asksDatabase, DATABASE_AT_THE_LATEST, signal);
  signal.throwIfAborted();
  const { loadDatabase } = await import("./load-database.ts");
  await loadDatabase(app, signal);
  await examineData(app, stage, signal);
}

/** Nobody waits for what is odd about the data: it is looked for when everything else is there, and fails alone. */
async function examineData(app: App, stage: StageInput, signal: AbortSignal): Promise<void> {
  const { supply, records } = app.store.getState().document;
  const cells = supply?.population?.lon.length ?? 0;
  const values = records?.observations.value.length ?? 0;
  let issues: readonly Issue[];
  try {
    issues = (await app.services.runner.run(examineTask, { ...stage, cells, values }, { signal })).issues;
  } catch (error) {
    signal.throwIfAborted();
    const context = { check: "all", reason: error instanceof Error ? error.message : String(error) };
    issues = [{ code: "check-left-out", severity: "warning", source: DESCRIPTOR_NAME, context }];
  }
  signal.throwIfAborted();
  append(app, {}, { reports: [], issues });
}

type Part = Partial<Pick<AppDocument, "supply" | "scenarios" | "records">>;
type AppDocument = ReturnType<App["store"]["getState"]>["document"];

function append(app: App, part: Part, read: Pick<AppDocument, "reports" | "issues">): void {
  const { document } = app.store.getState();
  changeDocument(app, {
    ...part,
    reports: [...document.reports, ...read.reports],
    issues: [...document.issues, ...read.issues],
  });
}

/** The rest of the reading would take the machine's cores from the first answer: it waits for it, but not for ever. */
const FIRST_ANSWER_AT_THE_LATEST = 8000;
/** The map comes first, then the answer – unless the map is slow. */
const FIRST_MAP_AT_THE_LATEST = 2500;

/** What asks the database. */
const ASKED_OF_DATABASE = ["profile", "indicators", "indicator-values", "indicator-map", "goals", "resource-rows"];
/** Starting the database takes both cores of an office PC for two seconds: who has just got the answer reads it first. */
const DATABASE_AT_THE_LATEST = 3000;

/** Something that is shown asks the database. */
const asksDatabase = ({ view, transient }: AppState) =>
  view.need !== undefined || ASKED_OF_DATABASE.some((name) => name in transient.pending);

/** Nothing of these is being worked on. */
const isDone =
  (...names: readonly string[]) =>
  ({ transient }: AppState) =>
    !names.some((name) => name in transient.pending);

/** Opens what the address names, or the work that was kept of it; without an address what was worked on last, or the model city. */
export async function openFromAddress(app: App): Promise<void> {
  const { data } = app.store.getState().view;
  const here = app.services.address.read();
  const found = await findWork(app, data);
  // Meanwhile the user has gone elsewhere.
  if (app.services.address.read() !== here) return;
  if (found) return openWork(app, found);
  const { openedFiles } = courseOf(app);
  if (data === undefined && openedFiles) return openPackage(app, openedFiles);
  return openPackage(app, { kind: "url", descriptor: urlOfData(app, data) });
}

/** Work as it was left. What the address says goes before what was looked at last. */
function openWork(app: App, found: FoundWork, mode: "push" | "replace" = "replace"): Promise<void> {
  const begin = () => {
    const { view } = app.store.getState();
    const isAsked = mode === "replace" && keptAddress(view) !== "";
    const restored = isAsked ? view : readAddress(found.address).view;
    const shown = { ...restored, data: found.data, lang: view.lang };
    courseOf(app).openedFiles = rootOf(found.source).kind === "files" ? found.source : undefined;
    replaceView(app, shown);
    app.services.address.write(writeAddress(shown), mode);
    changeTransient(app, { keeping: { state: "saved", savedAt: found.savedAt } });
    notify(app, "information", { key: "work-back", savedAt: found.savedAt });
  };
  return openPackage(app, found.source, begin, found);
}

/** Opens work of the list. */
export async function openKeptWork(app: App, id: string): Promise<void> {
  await flushWork(app);
  const found = await findWorkById(app, id);
  if (found) await openWork(app, found, "push");
}

/** The same data without what was kept of them, which stays where it is; in place of files of the user the model city. */
export async function openWithoutWork(app: App): Promise<void> {
  await flushWork(app);
  const { source } = app.store.getState().document.package ?? {};
  const root = source && rootOf(source);
  if (root?.kind !== "url") return openModelCityAnew(app);
  return openPackage(app, { ...root }, () => {
    changeView(app, { ...FRESH, scenario: undefined });
    rememberWork(app, "");
  });
}

/** The model city, with what was kept of it. */
export async function openModelCity(app: App): Promise<void> {
  await flushWork(app);
  const found = await findModelCityWork(app);
  if (found) await openWork(app, found, "push");
  else await openModelCityAnew(app);
}

/** @param after what is kept: with `nothing`, there is nothing that a reload could bring back */
export function openModelCityAnew(app: App, after?: "nothing"): Promise<void> {
  return openPackage(app, { kind: "url", descriptor: app.services.modelCity }, () => {
    courseOf(app).openedFiles = undefined;
    beginAnew(app);
    if (after !== "nothing") rememberWork(app, "");
  });
}

/** The user went back or forward: the address may name another package than the one that is open. */
export function revisit(app: App): void {
  const { data } = app.store.getState().view;
  restoreView(app);
  if (app.store.getState().view.data === data) dropUnknownChoices(app);
  else reopen(app);
}

export function retryOpening(app: App): void {
  courseOf(app).lastTry?.();
}

/** Back to what was open when other data were refused. */
export function leaveRefusal(app: App): void {
  courseOf(app).opening?.abort();
  changeTransient(app, { phase: "open", refusal: [], failure: undefined });
  // Opening the other data has stopped the rest of the reading.
  if (app.store.getState().transient.database !== "ready") reopen(app);
}

function reopen(app: App): void {
  void openFromAddress(app);
}

/** Another city: nothing of the old one's choices fits. */
const FRESH = {
  level: undefined,
  kind: undefined,
  indicator: undefined,
  period: undefined,
  sozialraum: undefined,
  compare: [],
  candidates: undefined,
  within: undefined,
  without: undefined,
  drawn: undefined,
  need: undefined,
  map: undefined,
};

/** @param address what was looked at when the data were saved */
function beginAnew(app: App, address?: string): void {
  const saved = address === undefined ? {} : readAddress(address).view;
  changeView(app, { ...FRESH, ...saved, data: undefined, lang: app.store.getState().view.lang });
}

/** Call it inside the drop handler: the browser forgets the files after it. */
export function openDropped(app: App, transfer: DataTransfer): void {
  void collectDropped(transfer).then((dropped) => openFiles(app, dropped));
}

export function openChosen(app: App, files: Iterable<File>): void {
  void openFiles(app, collectChosen(files));
}

async function openFiles(app: App, dropped: DroppedFiles): Promise<void> {
  const table = onlyTable(dropped);
  if (table && (await addScenarios(app, table))) return;
  const extract = onlyExtract(dropped);
  if (extract && (await addNetwork(app, extract))) return;
  if (!onlyZip(dropped) && !extract && !holdsPackage(dropped)) {
    await beginAdding(app, dropped);
    return;
  }
  const zip = onlyZip(dropped);
  const unpacked = zip && (await unpackedZip(app, zip, dropped.label));
  // A zip without a description is no package: a shapefile, a table that was packed.
  if (
    unpacked &&
    "refused" in unpacked &&
    unpacked.refused.every(({ code }) => code === "package-without-descriptor")
  ) {
    await beginAdding(app, dropped);
    return;
  }
  courseOf(app).lastTry = () => void openFiles(app, dropped);
  await takeOver(app, async (signal) => {
    const found = unpacked ?? packageFromDropped(dropped);
    if (!("source" in found)) {
      refuse(app, "refused" in found ? found.refused : [found.issue]);
      return;
    }
    const { source } = found;
    await flushWork(app);
    const begin = ({ address }: CityMap) => {
      courseOf(app).openedFiles = source;
      beginAnew(app, address);
      rememberWork(app, "");
    };
    await readPackage(app, source, begin, signal);
  });
}

/** What is open goes on until it is clear that there is a package in it. */
async function unpackedZip(app: App, zip: File, label: string) {
  try {
    return await whilePending(app, "zip", () => app.services.runner.run(openZipTask, { zip, label }));
  } catch (error) {
    const context = { reason: reasonOf(error) };
    const refused: Issue[] = [{ code: "package-unreadable", severity: "error", source: label, context }];
    return { refused };
  }
}
