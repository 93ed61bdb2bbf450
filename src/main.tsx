import { type App, type Keeper, type Services, setPending } from "./commands/app.ts";
import { restoreView } from "./commands/change-view.ts";
import { followAnswers } from "./commands/follow-answers.ts";
import { flushWork, isWorkUnsaved, keepWork } from "./commands/keep-work.ts";
import { createMapPainter } from "./commands/map-painter.ts";
import { openFromAddress, revisit } from "./commands/open-package.ts";
import { followPackage } from "./commands/read-package.ts";
import { shellTexts } from "./i18n/shell-texts.ts";
import { policyHosts } from "./sources/policy-hosts.ts";
import { workspaceDatabase } from "./sources/workspace-database.ts";
import { createAppStore } from "./state/app-state.ts";
import { workerRunner } from "./work/runner.ts";

const runner = workerRunner(
  () => new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "anlaufpunkt" }),
  // A reading leaves hundreds of megabytes behind where a country is read: its worker ends soon after.
  { transient: ["reading", "inspecting", "export"], restMs: 1000 },
);
runner.start("reading");

/** The policy that stands in the page (data/content-security-policy.mjs). */
const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;

let database: ReturnType<Services["database"]> | undefined;

const services: Services = {
  runner,
  database: () => {
    database ??= import("./db/open-database.ts")
      .then(({ openDatabase }) => openDatabase())
      .catch((error: unknown) => {
        // The next package, or another try, begins anew.
        database = undefined;
        throw error;
      });
    return database;
  },
  files: {
    save(name, content) {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(content);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  },
  clock: {
    now: () => new Date(),
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  address: {
    read: () => location.search,
    write(search, mode) {
      const url = `${location.pathname}${search}`;
      if (mode === "push") history.pushState(null, "", url);
      else history.replaceState(null, "", url);
    },
  },
  keeper: drawerOf(() => localStorage),
  tab: drawerOf(() => sessionStorage),
  store: workspaceDatabase(),
  mapPainter: createMapPainter(),
  readAsset: async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} for ${url}`);
    return new Uint8Array(await response.arrayBuffer());
  },
  copyText: (text) => navigator.clipboard.writeText(text),
  servers: {
    hosts: policyHosts(policy ?? ""),
    fetch: (url, init) => fetch(url, init),
    now: () => new Date(),
    isPageSecure: location.protocol === "https:",
    violations: document,
    isBoundByPolicy: policy !== undefined,
  },
  modelCity: new URL("modellstadt/datapackage.json", document.baseURI).href,
};

/** Locked-down browsers throw already when the storage is named. */
function drawerOf(storage: () => Storage): Keeper {
  return {
    read: (key) => storage().getItem(key) ?? undefined,
    write: (key, text) => storage().setItem(key, text),
    remove: (key) => storage().removeItem(key),
    keys: () => Object.keys(storage()),
  };
}

const app: App = { store: createAppStore(), services };

restoreView(app);
window.addEventListener("popstate", () => revisit(app));
keepWork(app);
// Work that is not saved yet, because saving takes its time or the browser lets nothing be saved, does not go unasked.
window.addEventListener("beforeunload", (event) => {
  if (!isWorkUnsaved(app)) return;
  void flushWork(app);
  event.preventDefault();
});
// The last moment at which a page that goes is heard.
window.addEventListener("pagehide", () => void flushWork(app));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") void flushWork(app);
});
followPackage(app);
followAnswers(app);
setPending(app, "window", true);
showState(app);
void openFromAddress(app);

const root = document.getElementById("app");
if (!root) throw new Error("index.html has no element #app");
// The window is drawn while the workers read: React and the map are by far the larger part of what has to be loaded.
void import("./views/show-window.tsx").then(({ showWindow }) => showWindow(app, root));

/** Says on <html> when the view for the present address is complete, and in which language it is. */
function showState({ store }: App): void {
  const show = () => {
    const { transient, view, document: data } = store.getState();
    const failed = transient.phase === "refused" || transient.phase === "failed";
    const busy = transient.phase === "opening" || Object.keys(transient.pending).length > 0;
    const state = failed ? "error" : busy ? "loading" : "ready";
    const viewTitle = shellTexts[view.lang].views[view.view];
    const title = data.map ? `${viewTitle} · ${data.map.info.title} – Anlaufpunkt` : "Anlaufpunkt";
    // Each writing, even of what stands there already, makes the browser style the whole page anew.
    const page = document.documentElement;
    if (page.dataset.state !== state) page.dataset.state = state;
    if (page.lang !== view.lang) page.lang = view.lang;
    if (document.title !== title) document.title = title;
  };
  show();
  store.subscribe(show);
}
