import { type App, changeTransient } from "./app.ts";
import { tellBlocked } from "./find-work.ts";
import { listWork } from "./keep-work.ts";

/** Gives a piece of work another name in the list. */
export async function renameWork(app: App, id: string, title: string): Promise<void> {
  const { workspaces } = app.store.getState().transient;
  if (title === "" || workspaces?.some((entry) => entry.id === id && entry.title === title)) return;
  try {
    const renamed = workspaces?.map((entry) => (entry.id === id ? { ...entry, title } : entry));
    changeTransient(app, { workspaces: renamed });
    await app.services.store.rename(id, title);
    await listWork(app);
  } catch (error) {
    tellBlocked(app, error);
  }
}
