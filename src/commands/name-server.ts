import { openAdding } from "./add-data.ts";
import { type App, changeTransient } from "./app.ts";

/** An address that was pasted: it stands where servers are asked, and the user says whether it is. */
export function nameServer(app: App, address: string): void {
  const { transient, view } = app.store.getState();
  if (!transient.adding && view.view !== "daten") openAdding(app);
  changeTransient(app, { server: { address, state: "open" } });
}
