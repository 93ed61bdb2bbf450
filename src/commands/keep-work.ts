import type { OpenPackage } from "../domain/package-source.ts";
import type { WorkspaceRecord } from "../domain/workspace.ts";
import { writeAddress } from "../state/address.ts";
import type { AppState, Document, Keeping, OpenWorkspace } from "../state/app-state.ts";
import { type App, changeDocument, changeTransient, notify } from "./app.ts";
import { rememberWork, tellBlocked, urlOfData } from "./find-work.ts";
import { keysOf, rootOf, storePackage } from "./stored-package.ts";

/** What was looked at is saved so long after a change; what changes meanwhile is saved with it. Work is saved at once. */
const SAVE_AFTER_MS = 300;
/** Files that no workspace names are cleared away after a day: until then an undone step may want them back. */
const UNNAMED_FOR_MS = 24 * 3600 * 1000;

interface Work {
  readonly package: OpenPackage;
  readonly scenarios: Document["scenarios"];
  readonly keptViews: Document["keptViews"];
}

/** What is known of the keeping of one piece of work, as long as it is open in this window. */
interface Session {
  handle: OpenWorkspace;
  readonly root: ReturnType<typeof rootOf>;
  /** How the address names the package; undefined = the model city, or files. */
  readonly data: string | undefined;
  revision: number;
  /** What the database holds, or what is not to be saved. */
  saved: Work | undefined;
  savedAddress: string | undefined;
  latest: Work;
  address: string;
  /** There is more than the data bring along by themselves. */
  isTouched: boolean;
}

const keepers = new WeakMap<App, { flush(): Promise<void>; letGo(): void; isUnsaved(): boolean }>();

/** Saves at once what is still to be saved: the window may be about to go. */
export function flushWork(app: App): Promise<void> {
  return keepers.get(app)?.flush() ?? Promise.resolve();
}

/** Whether work of the user would be lost if the window went now; where the map stood is none. */
export function isWorkUnsaved(app: App): boolean {
  return keepers.get(app)?.isUnsaved() ?? false;
}

/** What is open is not kept any more, until something of it is changed. */
export function letGoOfWork(app: App): void {
  keepers.get(app)?.letGo();
}

/** From here on the work that is open – data that were added, what-ifs, kept views, choices – is kept by itself. */
export function keepWork(app: App): () => void {
  const { store } = app.services;
  const sessions = new WeakMap<OpenWorkspace, Session>();
  const byRoot = new WeakMap<object, OpenWorkspace>();
  let session: Session | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let chain = Promise.resolve();
  let isAsked = false;
  let toldFull = false;

  const keeping = (of: Session, now: Keeping) => {
    if (of === session) changeTransient(app, { keeping: now });
  };

  const look = (state: AppState): void => {
    const { document, view, transient } = state;
    const { package: open, workspace, scenarios, keptViews } = document;
    if (!open || !workspace) return;
    const work: Work = { package: open, scenarios, keptViews };
    const root = rootOf(open.source);
    if (session?.handle === workspace && session.root !== root) {
      // A city of its own was made of files, or that was taken back.
      const title = typeof open.raw.title === "string" ? open.raw.title : workspace.title;
      changeDocument(app, { workspace: byRoot.get(root) ?? { id: store.newId(), title, revision: 0 } });
      return;
    }
    if (session?.handle !== workspace) {
      if (session && isDirty(session)) void saveSoon(0);
      clearTimeout(timer);
      timer = undefined;
      session = sessions.get(workspace) ?? begin(state, workspace, work);
      sessions.set(workspace, session);
      byRoot.set(root, workspace);
      const { revision } = session;
      keeping(session, revision > 0 ? { state: "saved", savedAt: transient.keeping?.savedAt } : { state: "nothing" });
      if (revision > 0) rememberWork(app, workspace.id);
    }
    // While other data are being opened the address is theirs already.
    const isHere = transient.phase === "open" && view.data === session.data;
    const address = isHere ? addressOf(state) : session.address;
    const isTouched = session.isTouched || touches(state);
    // Asked with every change of anything; saved is only what has changed here.
    if (isSame(session.latest, work) && session.address === address && session.isTouched === isTouched) return;
    Object.assign(session, { latest: work, address, isTouched });
    if (isDirty(session)) void saveSoon(session.saved && isSame(session.saved, work) ? SAVE_AFTER_MS : 0);
  };

  const saveSoon = (after = SAVE_AFTER_MS): Promise<void> => {
    const meant = session;
    const save = () => {
      timer = undefined;
      if (meant) chain = chain.then(() => saveSession(meant));
      return chain;
    };
    if (after === 0) {
      clearTimeout(timer);
      return save();
    }
    timer ??= setTimeout(save, after);
    return chain;
  };

  const saveSession = async (of: Session): Promise<void> => {
    try {
      while (isDirty(of)) await saveOnce(of);
    } catch (error) {
      if (error instanceof Error && error.name === "QuotaExceededError") {
        keeping(of, { state: "full" });
        if (!toldFull) notify(app, "warning", { key: "storage-full" });
        toldFull = true;
      } else if (of.revision > 0) {
        keeping(of, { state: "failed" });
        notify(app, "warning", { key: "task-failed", what: of.handle.title, reason: String(error) });
      } else tellBlocked(app, error);
    }
  };

  const saveOnce = async (of: Session): Promise<void> => {
    const { latest, address } = of;
    const isWork = !of.saved || !isSame(of.saved, latest);
    const { writeWorkspaceFile, WORKSPACE_SCHEMA } = await import("../state/workspace-file.ts");
    const { stored, files } = await storePackage(latest.package, of.data, store);
    const { scenarios, keptViews } = latest;
    const record: WorkspaceRecord = {
      id: of.handle.id,
      title: of.handle.title,
      savedAt: app.services.clock.now().toISOString(),
      revision: of.revision + (isWork ? 1 : 0),
      schema: WORKSPACE_SCHEMA,
      city: of.root.kind === "files" ? "files" : of.data === undefined ? "model-city" : "address",
      data: of.data,
      blobs: keysOf(stored),
      file: writeWorkspaceFile({ ...stored, scenarios, keptViews, address }),
    };
    const outcome = await store.save(record, files, of.revision);
    if (outcome !== "saved" && !isWork) {
      // Where the map stood is not worth a second workspace.
      of.savedAddress = address;
      return;
    }
    if (outcome !== "saved") {
      if (outcome === "overtaken") fork(of);
      of.revision = 0;
      of.saved = undefined;
      return;
    }
    of.revision = record.revision;
    of.saved = latest;
    of.savedAddress = address;
    toldFull = false;
    keeping(of, { state: "saved", savedAt: record.savedAt });
    if (of === session) rememberWork(app, of.handle.id);
    forgetMigrated(of);
    if (app.store.getState().transient.workspaces) void listWork(app);
    if (!isAsked) {
      isAsked = true;
      await store.askToStay().catch(() => undefined);
    }
  };

  /** Another window has saved other work under this id: both stay. */
  const fork = (of: Session) => {
    const { handle } = of;
    const title = nextTitle(handle.title);
    of.handle = { ...handle, id: store.newId(), title, revision: 0 };
    sessions.set(of.handle, of);
    byRoot.set(of.root, of.handle);
    if (app.store.getState().document.workspace === handle) changeDocument(app, { workspace: of.handle });
    notify(app, "information", { key: "work-forked", title });
  };

  const forgetMigrated = (of: Session) => {
    const { migrated } = of.handle;
    if (migrated === undefined) return;
    of.handle = { ...of.handle, migrated: undefined };
    sessions.set(of.handle, of);
    try {
      app.services.keeper.remove(migrated);
    } catch {
      // It was readable a moment ago; what stays there is asked for again when this city is begun anew.
    }
    if (of === session) changeDocument(app, { workspace: of.handle });
  };

  const begin = ({ view }: AppState, handle: OpenWorkspace, work: Work): Session => {
    const root = rootOf(work.package.source);
    const isNamed = root.kind === "url" && view.data !== undefined && urlOfData(app, view.data) === root.descriptor;
    const isKept = handle.revision > 0;
    return {
      handle,
      root,
      data: isNamed ? view.data : undefined,
      revision: handle.revision,
      saved: isKept ? work : undefined,
      savedAddress: undefined,
      latest: work,
      address: addressOf(app.store.getState()),
      isTouched: isKept,
    };
  };

  const letGo = () => {
    if (!session) return;
    clearTimeout(timer);
    timer = undefined;
    session.revision = 0;
    session.saved = session.latest;
    session.savedAddress = session.address;
    keeping(session, { state: "nothing" });
  };

  keepers.set(app, {
    flush: () => (session && isDirty(session) ? saveSoon(0) : chain),
    letGo,
    isUnsaved: () => session !== undefined && isWorkDirty(session),
  });
  const stopListening = store.onChange((change) => {
    if (change.change === "cleared" || (change.change === "removed" && change.id === session?.handle.id)) letGo();
    if (app.store.getState().transient.workspaces) void listWork(app);
  });
  const cleared = new Date(app.services.clock.now().getTime() - UNNAMED_FOR_MS);
  void store.sweep(cleared).catch(() => undefined);
  look(app.store.getState());
  const stop = app.store.subscribe(look);
  return () => {
    stop();
    stopListening();
    clearTimeout(timer);
  };
}

/** What is kept in this browser, for the list of it. */
export async function listWork(app: App): Promise<void> {
  try {
    changeTransient(app, { workspaces: await app.services.store.entries() });
  } catch (error) {
    tellBlocked(app, error);
    changeTransient(app, { workspaces: [] });
  }
}

/** Whether there is anything that the data themselves do not bring along. Files of the user are worth keeping as they are. */
function touches({ document: { package: open, map, supply, scenarios, keptViews } }: AppState): boolean {
  if (!open || !supply) return false;
  const isOwn = open.source.kind !== "url";
  const views = keptViews !== map?.keptViews && (keptViews.length > 0 || (map?.keptViews ?? []).length > 0);
  const whatIfs = scenarios !== supply.scenarios && (scenarios.length > 0 || (supply.scenarios ?? []).length > 0);
  return isOwn || views || whatIfs;
}

function isDirty(session: Session): boolean {
  const { isTouched, savedAddress, address, revision } = session;
  return isWorkDirty(session) || (isTouched && revision > 0 && savedAddress !== address);
}

const isWorkDirty = ({ isTouched, saved, latest }: Session): boolean => isTouched && (!saved || !isSame(saved, latest));

const isSame = (a: Work, b: Work): boolean =>
  a.package.source === b.package.source && a.scenarios === b.scenarios && a.keptViews === b.keptViews;

const addressOf = ({ view }: AppState): string => writeAddress({ ...view, data: undefined });

/** „Nord“, „Nord (2)“, „Nord (3)“ … */
function nextTitle(title: string): string {
  const numbered = /^(.*) \((\d+)\)$/.exec(title);
  return numbered ? `${numbered[1]} (${Number(numbered[2]) + 1})` : `${title} (2)`;
}
