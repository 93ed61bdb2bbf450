import type { Database } from "../db/database.ts";
import type { Issue } from "../domain/issue.ts";
import type { Clock, FileSaver, Runner } from "../domain/services.ts";
import type { WorkspaceStore } from "../domain/workspace.ts";
import type { PoliteConnection } from "../sources/polite-fetch.ts";
import type { AppState, AppStore, Document, NoticeText, Transient } from "../state/app-state.ts";
import type { View } from "../state/view.ts";
import type { MapPainter } from "./map-painter.ts";

/** The address bar and its history. */
export interface AddressBar {
  read(): string;
  write(search: string, mode: "push" | "replace"): void;
}

/** Small things kept in this browser, by key; each may throw where storage is blocked. */
export interface Keeper {
  read(key: string): string | undefined;
  write(key: string, text: string): void;
  remove(key: string): void;
  keys(): readonly string[];
}

/** Everything impure that commands need; main.tsx hands it in, tests hand in their own. */
export interface Services {
  readonly runner: Runner;
  /** Opened at first use, after the first answer. */
  readonly database: () => Promise<Database>;
  readonly files: FileSaver;
  readonly clock: Clock;
  readonly address: AddressBar;
  readonly keeper: Keeper;
  /** The same, for this window alone: it survives a reload. */
  readonly tab: Keeper;
  /** Where work is kept. */
  readonly store: WorkspaceStore;
  /** Paints the map that is shown once more, for a file. */
  readonly mapPainter: MapPainter;
  /** Reads a file of the app itself, such as a font. */
  readonly readAsset: (url: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Puts a text on the clipboard. */
  readonly copyText: (text: string) => Promise<void>;
  /** Which servers may be asked, and how it is done. */
  readonly servers: Omit<PoliteConnection, "onRequest">;
  /** Absolute URL of the embedded model city's datapackage.json. */
  readonly modelCity: string;
}

export interface App {
  readonly store: AppStore;
  readonly services: Services;
}

export function changeTransient(app: App, change: Partial<Transient>): void {
  app.store.setState((state: AppState) => ({ transient: { ...state.transient, ...change } }));
}

export function changeDocument(app: App, change: Partial<Document>): void {
  app.store.setState((state: AppState) => ({ document: { ...state.document, ...change } }));
}

/** Findings that stand with the data from here on, each once. */
export function keepIssues(app: App, found: readonly Issue[]): void {
  const { issues } = app.store.getState().document;
  const known = new Set(issues.map((issue) => JSON.stringify(issue)));
  const news = found.filter((issue) => !known.has(JSON.stringify(issue)));
  if (news.length > 0) changeDocument(app, { issues: [...issues, ...news] });
}

export function setView(app: App, change: Partial<View>): void {
  app.store.setState((state: AppState) => ({ view: { ...state.view, ...change } }));
}

/** Another view as a whole: what it does not name is at its default again. */
export function replaceView(app: App, view: View): void {
  app.store.setState({ view });
}

/** Marks work as pending while it runs, so that nobody calls the view ready. */
export async function whilePending<T>(app: App, name: string, work: () => Promise<T>): Promise<T> {
  setPending(app, name, true);
  try {
    return await work();
  } finally {
    setPending(app, name, false);
  }
}

export function setPending(app: App, name: string, isPending: boolean): void {
  const { pending } = app.store.getState().transient;
  if (isPending === name in pending) return;
  const { [name]: _, ...rest } = pending;
  changeTransient(app, { pending: isPending ? { ...rest, [name]: true } : rest });
}

/** Another city is open: earlier work that was offered for the last one does not belong to it. */
export function withdrawOffers(app: App, city: string | undefined): void {
  for (const { id, text } of app.store.getState().transient.notices) {
    if (text.key === "work-offered" && text.city !== city) dismissNotice(app, id);
  }
}

let nextNotice = 1;

/** Says something once; the newest five stay. */
export function notify(app: App, tone: "information" | "warning" | "error", text: NoticeText): void {
  const { notices } = app.store.getState().transient;
  changeTransient(app, { notices: [...notices.slice(-4), { id: nextNotice++, tone, text }] });
}

export function dismissNotice(app: App, id: number): void {
  changeTransient(app, { notices: app.store.getState().transient.notices.filter((notice) => notice.id !== id) });
}
