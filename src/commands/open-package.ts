import type { Issue } from "../domain/issue.ts";
import type { PackageSource } from "../domain/package-source.ts";
import type { ReadingProgress } from "../domain/reading-progress.ts";
import type { Task } from "../domain/services.ts";
import { areaIdsOf } from "../ingest/area-ids.ts";
import { openPackageTask, openZipTask, readRecordsTask, readSupplyTask } from "../ingest/ingest-tasks.ts";
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
import { EMPTY_DOCUMENT } from "../state/app-state.ts";
import { beginAdding } from "./add-data.ts";
import { addNetwork, cancelNetworkFile } from "./add-network.ts";
import { addScenarios } from "./add-scenarios.ts";
import { type App, changeDocument, changeTransient, setPending } from "./app.ts";
import { changeView, restoreView } from "./change-view.ts";
import { dropUnknownChoices } from "./drop-unknown-choices.ts";

let opening: AbortController | undefined;
/** What is tried again when it was refused. */
let lastTry: (() => void) | undefined;
/** What was opened from files: no address names it. */
let openedFiles: PackageSource | undefined;
/** The package that was read last, or is being read. */
let lastRead: PackageSource | undefined;

/** From here on a package that was edited – files were added to it, or taken back – is read anew. */
export function followPackage(app: App): () => void {
  return app.store.subscribe(({ document }) => {
    const edited = document.package;
    if (!edited || edited.source === lastRead) return;
    lastRead = edited.source;
    void takeOver(app, (signal) => readPackage(app, edited.source, () => {}, signal, "keep-work"));
  });
}

/**
 * Stops what is being opened – its reading ends at once, with its worker – and begins something else in its place. What was open stays
 * until that has its map.
 */
async function takeOver(app: App, open: (signal: AbortSignal) => Promise<void>): Promise<void> {
  opening?.abort();
  cancelNetworkFile(app);
  const controller = new AbortController();
  opening = controller;
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

function openPackage(app: App, source: PackageSource, begin: () => void = () => {}): Promise<void> {
  lastTry = () => void openPackage(app, source, begin);
  return takeOver(app, (signal) => readPackage(app, source, begin, signal));
}

/**
 * Reads a package in three steps: areas and background for the first map, places and residents for the first answer, everything else
 * and the database after that. The view stays what it was until there is a map: `begin` sets it for the new package.
 */
async function readPackage(
  app: App,
  source: PackageSource,
  begin: () => void,
  signal: AbortSignal,
  work: "keep-work" | "other-city" = "other-city",
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
  begin();
  lastRead = source;
  const { keptViews, scenarios, history, addedNetwork } = app.store.getState().document;
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
  changeDocument(app, {
    ...EMPTY_DOCUMENT,
    keptViews,
    ...(work === "keep-work" ? { scenarios, history, addedNetwork } : {}),
    package: { source, raw: opened.raw },
    map: opened.map,
    reports: opened.reports,
    issues: opened.issues,
  });
  changeTransient(app, { phase: "open" });
  dropUnknownChoices(app);

  const stage = { source, descriptor: opened.descriptor, areas: areaIdsOf(opened.map) };
  const supplied = await read(readSupplyTask, stage);
  await untilDone(app, ["window", "ground"], FIRST_MAP_AT_THE_LATEST, signal);
  signal.throwIfAborted();
  const brought = work === "keep-work" ? {} : { scenarios: supplied.supply.scenarios ?? [] };
  append(app, { supply: supplied.supply, ...brought }, supplied);
  dropUnknownChoices(app);
  setPending(app, "opening", false);

  await untilDone(app, ["coverage", "map"], FIRST_ANSWER_AT_THE_LATEST, signal);
  const recorded = await read(readRecordsTask, stage);
  append(app, { records: recorded.records }, recorded);
  dropUnknownChoices(app);
  await untilWanted(app, signal);
  signal.throwIfAborted();
  const { loadDatabase } = await import("./load-database.ts");
  await loadDatabase(app, signal);
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

/** Until something that is shown asks the database, or nothing has for a while. */
function untilWanted(app: App, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const look = () => {
      const { view, transient } = app.store.getState();
      if (view.need !== undefined || ASKED_OF_DATABASE.some((name) => name in transient.pending)) finish();
    };
    const stop = app.store.subscribe(look);
    const timer = setTimeout(finish, DATABASE_AT_THE_LATEST);
    signal.addEventListener("abort", finish, { once: true });
    look();
  });
}

/** Until nothing of these is being worked on, or the time is over. */
function untilDone(app: App, names: readonly string[], atTheLatest: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      stop();
      clearTimeout(timer);
      resolve();
    };
    const look = () => {
      const { pending } = app.store.getState().transient;
      if (!names.some((name) => name in pending)) finish();
    };
    const stop = app.store.subscribe(look);
    const timer = setTimeout(finish, atTheLatest);
    signal.addEventListener("abort", finish, { once: true });
    look();
  });
}

/** Opens what the address names, or the model city. */
export function openFromAddress(app: App): Promise<void> {
  const { data } = app.store.getState().view;
  const descriptor =
    data === undefined
      ? app.services.modelCity
      : new URL(data, app.services.modelCity.replace(/modellstadt\/.*$/, "")).href;
  return openPackage(app, { kind: "url", descriptor });
}

export function openModelCity(app: App): void {
  openedFiles = undefined;
  void openPackage(app, { kind: "url", descriptor: app.services.modelCity }, () => beginAnew(app));
}

/** The user went back or forward: the address may name another package than the one that is open. */
export function revisit(app: App): void {
  const { data } = app.store.getState().view;
  restoreView(app);
  if (app.store.getState().view.data === data) dropUnknownChoices(app);
  else reopen(app);
}

export function retryOpening(): void {
  lastTry?.();
}

/** Back to what was open when other data were refused. */
export function leaveRefusal(app: App): void {
  opening?.abort();
  changeTransient(app, { phase: "open", refusal: [], failure: undefined });
  // Opening the other data has stopped the rest of the reading.
  if (app.store.getState().transient.database !== "ready") reopen(app);
}

function reopen(app: App): void {
  if (app.store.getState().view.data === undefined && openedFiles) void openPackage(app, openedFiles);
  else void openFromAddress(app);
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

function beginAnew(app: App): void {
  changeView(app, { ...FRESH, data: undefined });
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
  if (!onlyZip(dropped) && !holdsPackage(dropped)) {
    await beginAdding(app, dropped);
    return;
  }
  lastTry = () => void openFiles(app, dropped);
  await takeOver(app, async (signal) => {
    const zip = onlyZip(dropped);
    const found = zip
      ? await app.services.runner.run(openZipTask, { zip, label: dropped.label }, { signal })
      : packageFromDropped(dropped);
    if (!("source" in found)) {
      refuse(app, "refused" in found ? found.refused : [found.issue]);
      return;
    }
    const { source } = found;
    const begin = () => {
      openedFiles = source;
      beginAnew(app);
    };
    await readPackage(app, source, begin, signal);
  });
}
