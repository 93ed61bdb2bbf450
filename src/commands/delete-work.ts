import { type App, changeTransient, notify } from "./app.ts";
import { tellBlocked } from "./find-work.ts";
import { flushWork, letGoOfWork, listWork } from "./keep-work.ts";
import { openModelCityAnew } from "./open-package.ts";

/** All keys of the app in the storages of the browser begin with it. */
const KEYS = /^anlaufpunkt /;

/** Removes one piece of work from this browser. What is open stays open, and is kept again when something of it is changed. */
export async function deleteWork(app: App, id: string): Promise<void> {
  try {
    if (app.store.getState().document.workspace?.id === id) {
      await flushWork(app);
      letGoOfWork(app);
    }
    await app.services.store.remove(id);
    await listWork(app);
  } catch (error) {
    tellBlocked(app, error);
  }
}

/** Removes everything that the app has kept in this browser, and begins anew with the model city. */
export async function deleteAllWork(app: App): Promise<void> {
  const { store, keeper, tab } = app.services;
  // Nothing may be on its way into what is being deleted.
  await flushWork(app);
  letGoOfWork(app);
  try {
    await store.clear();
    for (const drawer of [keeper, tab]) {
      for (const key of drawer.keys()) if (KEYS.test(key)) drawer.remove(key);
    }
  } catch (error) {
    tellBlocked(app, error);
    return;
  }
  changeTransient(app, { workspaces: [] });
  await openModelCityAnew(app, "nothing");
  notify(app, "information", { key: "work-deleted" });
}
