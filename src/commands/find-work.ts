import type { KeptView } from "../domain/kept-view.ts";
import type { PackageSource } from "../domain/package-source.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { WorkspaceEntry } from "../domain/workspace.ts";
import { sameBytes } from "../sources/same-bytes.ts";
import type { OpenWorkspace } from "../state/app-state.ts";
import { type App, changeTransient, notify } from "./app.ts";
import { keysOf, nameOfStored, restorePackage } from "./stored-package.ts";

/** Work that was kept, ready to be opened. */
export interface FoundWork {
  readonly workspace: OpenWorkspace;
  readonly savedAt: string;
  readonly source: PackageSource;
  /** As the address of the app names the package. */
  readonly data: string | undefined;
  readonly scenarios: readonly Scenario[];
  readonly keptViews: readonly KeptView[];
  readonly address: string;
}

/** A database that does not answer must not keep the app from opening. */
const ANSWER_AT_THE_LATEST = 20_000;

/** What this window had open, by the `data` of its address; an empty id = it began without what was kept. */
const TAB_KEY = "anlaufpunkt workspace";

/** The absolute URL of a package that the address of the app names. */
export function urlOfData(app: App, data: string | undefined): string {
  const { modelCity } = app.services;
  return data === undefined ? modelCity : new URL(data, modelCity.replace(/modellstadt\/.*$/, "")).href;
}

/** The work that belongs to what the address names: what this window had open, else what was saved last. */
export async function findWork(app: App, data: string | undefined): Promise<FoundWork | undefined> {
  const { store } = app.services;
  const own = rememberedWork(app, data);
  if (own === "") return undefined;
  return reading(app, async () => {
    const entries = await store.entries();
    const mine = entries.find(({ id }) => id === own);
    const newest = data === undefined ? entries[0] : entries.find((entry) => entry.data === data);
    const entry = mine ?? newest;
    return entry && loadWork(app, entry);
  });
}

/** What was kept of the model city last. */
export function findModelCityWork(app: App): Promise<FoundWork | undefined> {
  return reading(app, async () => {
    const entry = (await app.services.store.entries()).find(({ city }) => city === "model-city");
    return entry && loadWork(app, entry);
  });
}

/** The work that was kept last of a package with exactly these files, wherever they lie now: as a folder, or in a zip. */
export function findWorkOfFiles(
  app: App,
  files: Extract<PackageSource, { kind: "files" }>["files"],
): Promise<FoundWork | undefined> {
  return reading(app, async () => {
    for (const entry of await app.services.store.entries()) {
      if (entry.city === "files" && (await isOf(app, entry.id, files))) return loadWork(app, entry);
    }
    return undefined;
  });
}

async function isOf(app: App, id: string, files: Readonly<Record<string, Blob>>): Promise<boolean> {
  const { store } = app.services;
  const [record, { readWorkspaceFile }] = await Promise.all([store.load(id), import("../state/workspace-file.ts")]);
  const file = record && readWorkspaceFile(record.schema, record.file);
  if (!file || typeof file === "string" || file.package?.kind !== "files") return false;
  const named = file.package.files;
  if (named.length !== Object.keys(files).length || named.some(([path]) => !Object.hasOwn(files, path))) return false;
  const kept = await store.blobs(named.map(([, key]) => key));
  const pairs = named.map(([path, key]) => [files[path], kept.get(key)] as const);
  if (pairs.some(([one, other]) => one === undefined || one.size !== other?.size)) return false;
  // What is small tells as well, and sooner.
  for (const [one, other] of pairs.toSorted(([a], [b]) => (a?.size ?? 0) - (b?.size ?? 0))) {
    if (!one || !other || !(await sameBytes(one, other))) return false;
  }
  return true;
}

/** What-ifs and views that were kept over another version of a package. */
export interface WorkOfCity {
  readonly id: string;
  readonly title: string;
  readonly savedAt: string;
  readonly scenarios: readonly Scenario[];
  readonly keptViews: readonly KeptView[];
}

/**
 * The work that was kept last of a package of this name and that is wanted. What is kept of the open address itself is none: it is found
 * by its address, or was left aside. Work that cannot be read is passed by; the list of what is kept says so.
 */
export function findWorkOfCity(
  app: App,
  name: string,
  isWanted: (work: WorkOfCity) => boolean,
): Promise<WorkOfCity | undefined> {
  const { document, view } = app.store.getState();
  return reading(app, async () => {
    const { readWorkspaceFile } = await import("../state/workspace-file.ts");
    const { store } = app.services;
    for (const { id, title, savedAt, data } of await store.entries()) {
      if (id === document.workspace?.id || (data !== undefined && data === view.data)) continue;
      const record = await store.load(id);
      const file = record && readWorkspaceFile(record.schema, record.file);
      if (!file || typeof file === "string" || file.scenarios.length + file.keptViews.length === 0) continue;
      if ((await nameOfStored(file, store)) !== name) continue;
      const work = { id, title, savedAt, scenarios: file.scenarios, keptViews: file.keptViews };
      if (isWanted(work)) return work;
    }
    return undefined;
  });
}

/** One of them, and the package over which it was kept where all of its files are there still. */
export function workOfCity(
  app: App,
  entry: string,
): Promise<{ readonly work: WorkOfCity; readonly source: PackageSource | undefined } | undefined> {
  return reading(app, async () => {
    const { store } = app.services;
    const [record, { readWorkspaceFile }] = await Promise.all([
      store.load(entry),
      import("../state/workspace-file.ts"),
    ]);
    const file = record && readWorkspaceFile(record.schema, record.file);
    if (!file || typeof file === "string") return undefined;
    const { id, title, savedAt } = record;
    const source = restorePackage(file, await store.blobs(keysOf(file)), (data) => urlOfData(app, data));
    return { work: { id, title, savedAt, scenarios: file.scenarios, keptViews: file.keptViews }, source };
  });
}

export function findWorkById(app: App, id: string): Promise<FoundWork | undefined> {
  return reading(app, async () => {
    const entry = (await app.services.store.entries()).find((candidate) => candidate.id === id);
    return entry && loadWork(app, entry);
  });
}

async function reading<T>(app: App, read: () => Promise<T | undefined>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the database does not answer")), ANSWER_AT_THE_LATEST);
  });
  try {
    return await Promise.race([read(), late]);
  } catch (error) {
    tellBlocked(app, error);
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function loadWork(app: App, { id, title, savedAt, revision }: WorkspaceEntry): Promise<FoundWork | undefined> {
  const { store } = app.services;
  const [record, { readWorkspaceFile }] = await Promise.all([store.load(id), import("../state/workspace-file.ts")]);
  if (!record) return undefined;
  const file = readWorkspaceFile(record.schema, record.file);
  if (typeof file === "string") {
    notify(app, "warning", { key: file === "newer" ? "work-newer" : "work-damaged", title });
    return undefined;
  }
  const source = restorePackage(file, await store.blobs(keysOf(file)), (data) => urlOfData(app, data));
  if (!source) {
    notify(app, "warning", { key: "work-damaged", title });
    return undefined;
  }
  const { scenarios, keptViews, address } = file;
  return { workspace: { id, title, revision }, savedAt, source, data: record.data, scenarios, keptViews, address };
}

const keyOfViews = (city: string) => `anlaufpunkt kept-views ${city}`;

/** Views that an earlier version kept for this city outside of any workspace, and where; they move into the next one that is saved. */
export async function viewsKeptBefore(
  app: App,
  city: string,
): Promise<{ readonly views: readonly KeptView[]; readonly key: string } | undefined> {
  const key = keyOfViews(city);
  let text: string | undefined;
  try {
    text = app.services.keeper.read(key);
  } catch {
    // What cannot be read was never written.
  }
  if (text === undefined) return undefined;
  const { readWorkspaceFile } = await import("../state/workspace-file.ts");
  const file = readWorkspaceFile(1, text);
  return typeof file === "string" || file.keptViews.length === 0 ? undefined : { views: file.keptViews, key };
}

/** From here on a reload of this window brings back this work; without an id, none. */
export function rememberWork(app: App, id: string): void {
  try {
    app.services.tab.write(TAB_KEY, JSON.stringify({ data: app.store.getState().view.data, id }));
  } catch {
    // Whoever keeps nothing has nothing to bring back.
  }
}

function rememberedWork(app: App, data: string | undefined): string | undefined {
  try {
    const known = JSON.parse(app.services.tab.read(TAB_KEY) ?? "{}") as { data?: unknown; id?: unknown };
    return known.data === data && typeof known.id === "string" ? known.id : undefined;
  } catch {
    return undefined;
  }
}

const told = new WeakSet<App>();

/** Locked-down browsers refuse storage: the work stays in the window, and that it will not outlive it is said once. */
export function tellBlocked(app: App, error: unknown): void {
  changeTransient(app, { keeping: { state: "blocked" } });
  if (told.has(app)) return;
  // Before it is said: saying it changes the state, and others follow the state.
  told.add(app);
  const isNewer = error instanceof Error && error.name === "VersionError";
  notify(app, "warning", isNewer ? { key: "work-newer", title: "" } : { key: "storage-blocked" });
}
