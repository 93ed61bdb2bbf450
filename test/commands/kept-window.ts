import { expect, vi } from "vitest";
import type { App } from "../../src/commands/app.ts";
import { restoreView } from "../../src/commands/change-view.ts";
import { flushWork, keepWork } from "../../src/commands/keep-work.ts";
import { openChosen } from "../../src/commands/open-files.ts";
import { openFromAddress } from "../../src/commands/open-package.ts";
import { followPackage } from "../../src/commands/read-package.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { AREA_RESOURCE, csvResource, TWO_AREAS } from "../ingest/small-package.ts";
import { keepingServices, type MemoryDisk, memoryDisk, quickClock } from "./memory-store.ts";

export const PLACES = "id,name,kind,lon,lat\n1,Haus,quartierszentrum,13.05,52.05\n";
export const PACKAGE = {
  "datapackage.json": {
    name: "klein",
    title: "Kleinstadt",
    anlaufpunkt: { version: 1 },
    resources: [AREA_RESOURCE, csvResource("places", { role: "anlaufpunkte" })],
  },
  "areas.geojson": TWO_AREAS,
  "places.csv": PLACES,
};
const TITLES: Record<string, string> = { modellstadt: "Modellstadt", nord: "Nord", "nord-neu": "Nord" };

/** The network: cities at addresses, alike but for their names; one of them at two. @param changed files that are others than they were */
export function served(url: string, changed: Readonly<Record<string, string>> = {}): Response {
  const [, city = "", path = ""] = /\/(modellstadt|nord|nord-neu)\/(.+)$/.exec(url) ?? [];
  const descriptor = { ...PACKAGE["datapackage.json"], name: city.replace("-neu", ""), title: TITLES[city] };
  const content = path === "datapackage.json" ? descriptor : { ...PACKAGE, ...changed }[path as keyof typeof PACKAGE];
  if (content === undefined) return new Response("", { status: 404 });
  return new Response(typeof content === "string" ? content : JSON.stringify(content));
}

interface Profile {
  readonly disk: MemoryDisk;
  readonly local: Map<string, string>;
}

let clock = Date.UTC(2026, 10, 22, 12);
function later(): number {
  clock += 1000;
  return clock;
}

export const profileOf = (): Profile => ({ disk: memoryDisk(), local: new Map() });

/** A window on a profile; `tab` is what survives its reload. */
export async function openWindow(profile: Profile, search = "", tab = new Map<string, string>()) {
  const bar = { search };
  const registry = new TaskRegistry();
  serveIngest(registry);
  const services = {
    ...keepingServices(profile.disk, profile.local, tab),
    runner: inlineRunner(registry),
    database: () => Promise.reject(new Error("no database here")),
    clock: quickClock(later),
    modelCity: "https://amt.example/app/modellstadt/datapackage.json",
    address: {
      read: () => bar.search,
      write: (next: string) => {
        bar.search = next;
      },
    },
  };
  const app = { store: createAppStore(), services } as unknown as App;
  restoreView(app);
  const stop = keepWork(app);
  const stopFollowing = followPackage(app);
  void openFromAddress(app);
  await opened(app);
  return {
    app,
    bar,
    tab,
    close() {
      stop();
      stopFollowing();
    },
  };
}

export const opened = (app: App) =>
  vi.waitFor(
    () => {
      const { document, transient } = app.store.getState();
      expect(transient.phase).toBe("open");
      expect(transient.pending.opening).toBeUndefined();
      expect(document.supply).toBeDefined();
    },
    { timeout: 4000, interval: 5 },
  );

export async function drop(app: App, contents: Readonly<Record<string, object | string>> = PACKAGE) {
  const before = app.store.getState().document.map;
  openChosen(
    app,
    Object.entries(contents).map(([name, content]) => {
      const file = new File([typeof content === "string" ? content : JSON.stringify(content)], name);
      return file;
    }),
  );
  await vi.waitFor(() => expect(app.store.getState().document.map).not.toBe(before), { timeout: 4000, interval: 5 });
  await opened(app);
  await flushWork(app);
}

export const documentOf = (app: App) => app.store.getState().document;
export const scenariosOf = (app: App) => documentOf(app).scenarios.map(({ title }) => title);
export const cityOf = (app: App) => documentOf(app).map?.info.title;
export const said = (app: App) => app.store.getState().transient.notices.map(({ text }) => text.key);
export const keptIn = ({ disk }: Profile) => [...disk.records.values()].map(({ title }) => title);
