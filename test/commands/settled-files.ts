import type { App } from "../../src/commands/app.ts";

/** Returns when all files of the assistant are understood. */
export async function settled(app: App): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    const files = app.store.getState().transient.adding?.files ?? [];
    const isQuiet = files.every((file) => file.state !== "inspecting" && !file.isPreviewing);
    quiet = isQuiet ? quiet + 1 : 0;
  }
}
