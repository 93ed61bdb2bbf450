import type { CityMap } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import { DESCRIPTOR_NAME, type PackageSource } from "../domain/package-source.ts";
import type { ReadingProgress } from "../domain/reading-progress.ts";
import type { Task } from "../domain/services.ts";
import { areaIdsOf } from "../ingest/area-ids.ts";
import {
  examineTask,
  type OpenedPackage,
  openPackageTask,
  readRecordsTask,
  readSupplyTask,
  type StageInput,
} from "../ingest/ingest-tasks.ts";
import { type AppState, type Document, EMPTY_DOCUMENT } from "../state/app-state.ts";
import { type App, changeDocument, changeTransient, setPending, withdrawOffers } from "./app.ts";
import { dropUnknownChoices } from "./drop-unknown-choices.ts";
import { type FoundWork, viewsKeptBefore } from "./find-work.ts";
import { courseOf, refuse, takeOver } from "./package-course.ts";
import { isReadBy } from "./read-alike.ts";
import { untilState } from "./until-state.ts";

/** From here on a package that was edited – files were added to it, or taken back – is read anew. */
export function followPackage(app: App): () => void {
  return app.store.subscribe(({ document }) => {
    const edited = document.package;
    if (!edited || isReadBy(edited.source, courseOf(app).lastRead)) return;
    courseOf(app).lastRead = edited.source;
    void takeOver(app, (signal) => readPackage(app, edited.source, () => {}, signal, "keep-work"));
  });
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
export async function readPackage(
  app: App,
  source: PackageSource,
  begin: (map: CityMap) => void,
  signal: AbortSignal,
  work: "keep-work" | FoundWork | undefined = undefined,
): Promise<void> {
  const opened = await (takeAhead(app, source, signal) ?? readStep(app, openPackageTask, { source }, signal));
  if ("refused" in opened) {
    refuse(app, opened.refused);
    return;
  }
  const before = app.store.getState().document;
  const found = work === "keep-work" ? before : (work ?? (await newWork(app, opened.map)));
  signal.throwIfAborted();
  withdrawOffers(app, work === "keep-work" ? opened.map.info.name : undefined);
  begin(opened.map);
  const { keptViews, scenarios, workspace } = found;
  const { history, addedNetwork } = work === "keep-work" ? before : EMPTY_DOCUMENT;
  const isDatabaseRunning = app.store.getState().transient.database === "ready";
  changeTransient(app, {
    coverage: undefined,
    answers: {},
    database: "waiting",
    isExamining: true,
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
  const supplied = await readStep(app, readSupplyTask, stage, signal);
  await untilState(app, isDone("window", "ground"), FIRST_MAP_AT_THE_LATEST, signal);
  signal.throwIfAborted();
  const brought = work === undefined ? { scenarios: supplied.supply.scenarios ?? [] } : {};
  append(app, { supply: supplied.supply, ...brought }, supplied);
  if (work !== undefined && work !== "keep-work" && scenarios.length > 0) {
    void import("./offer-work.ts").then(({ tellGonePlaces }) => tellGonePlaces(app, work.workspace.id));
  }
  dropUnknownChoices(app, isSaid);
  setPending(app, "opening", false);

  await untilState(app, isDone("coverage", "map"), FIRST_ANSWER_AT_THE_LATEST, signal);
  const recorded = await readStep(app, readRecordsTask, stage, signal);
  signal.throwIfAborted();
  append(app, { records: recorded.records }, recorded);
  dropUnknownChoices(app, isSaid);
  if (!isDatabaseRunning) await untilState(app, asksDatabase, DATABASE_AT_THE_LATEST, signal);
  signal.throwIfAborted();
  const { loadDatabase } = await import("./load-database.ts");
  await loadDatabase(app, signal);
  await examineData(app, stage, signal);
}

async function readStep<Input, Output>(
  app: App,
  task: Task<Input, Output, ReadingProgress>,
  input: Input,
  signal: AbortSignal,
): Promise<Output> {
  let isOver = false;
  const onProgress = (reading: ReadingProgress) => {
    if (!isOver && !signal.aborted) changeTransient(app, { reading });
  };
  const output = await app.services.runner.run(task, input, { signal, onProgress });
  isOver = true;
  changeTransient(app, { reading: undefined });
  return output;
}

/**
 * Begins the first step of a package that will most likely be read: the worker reads while the thread of the page draws its window, and
 * hears only in between what was kept. Whoever reads this package next takes it over; else it ends unheard.
 */
export function readAhead(app: App, source: PackageSource): void {
  const controller = new AbortController();
  const opened = readStep(app, openPackageTask, { source }, controller.signal);
  // Whoever takes it over hears of it.
  opened.catch(() => undefined);
  courseOf(app).ahead = { source, opened, controller };
}

function takeAhead(app: App, source: PackageSource, signal: AbortSignal): Promise<OpenedPackage> | undefined {
  const course = courseOf(app);
  const { ahead } = course;
  course.ahead = undefined;
  if (!ahead || !isAtSameAddress(ahead.source, source)) return undefined;
  signal.addEventListener("abort", () => ahead.controller.abort(signal.reason), { once: true });
  return ahead.opened;
}

const isAtSameAddress = (a: PackageSource, b: PackageSource): boolean =>
  a.kind === "url" && b.kind === "url" && a.descriptor === b.descriptor;

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
  changeTransient(app, { isExamining: false });
}

type Part = Partial<Pick<Document, "supply" | "scenarios" | "records">>;

function append(app: App, part: Part, read: Pick<Document, "reports" | "issues">): void {
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
