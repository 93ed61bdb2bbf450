import { formatsFor } from "../i18n/formats.ts";
import { serverTexts } from "../i18n/server-texts.ts";
import { loadLayer } from "../ingest/server/load-layer.ts";
import { beginAdding } from "./add-data.ts";
import type { App } from "./app.ts";
import { begin, changeChosen, closeServer, failureOf, questionOf } from "./ask-server.ts";

/**
 * Loads the chosen layer as a file and hands it to the assistant, as if it had been dropped. A layer that is not there as a whole waits
 * for the user's word.
 */
export async function loadChosenLayer(app: App): Promise<void> {
  const signal = begin(app);
  const question = questionOf(app, signal);
  if (!question) return;
  const { layer, service } = question;
  changeChosen(app, () => ({
    ...{ failure: undefined, partial: undefined, isPreviewing: false },
    progress: { features: 0, bytes: 0, pages: 0 },
  }));
  try {
    const { file, outcome, address } = await loadLayer({
      ...question,
      columns: app.store.getState().transient.server?.chosen?.columns,
      onProgress: (progress) => signal.aborted || changeChosen(app, () => ({ progress })),
    });
    if (signal.aborted) return;
    const name = service.kind === "file" ? layer.name : `${fileStem(layer.title)}.geojson`;
    if (service.kind !== "file" && (outcome.features === 0 || outcome.shortfall)) {
      changeChosen(app, () => ({ progress: undefined, partial: { name, file, outcome, address } }));
    } else await take(app, name, file, address);
  } catch (error) {
    if (signal.aborted) return;
    const failure = failureOf(error, service.address, service.elsewhere);
    changeChosen(app, () => ({ progress: undefined, failure }));
  }
}

/** Nothing more is asked, and nothing is kept of what came. */
export function cancelLoading(app: App): void {
  begin(app);
  changeChosen(app, () => ({ progress: undefined, isPreviewing: false }));
}

/** Takes what has come, although it is not all. */
export async function takePartial(app: App): Promise<void> {
  const partial = app.store.getState().transient.server?.chosen?.partial;
  if (partial) await take(app, partial.name, partial.file, partial.address);
}

export function dropPartial(app: App): void {
  changeChosen(app, () => ({ partial: undefined }));
}

/** From here on it is a file of the user: it lies in the package and says where it came from. */
async function take(app: App, name: string, file: Blob, address: string): Promise<void> {
  const { server } = app.store.getState().transient;
  const layer = server?.chosen?.layer.title ?? name;
  // Packages speak German, whatever the language of the window.
  const loaded = formatsFor("de").dateTime(app.services.clock.now());
  const title = serverTexts.de.sourceTitle(layer, server?.service?.title ?? new URL(address).host, loaded);
  closeServer(app);
  const dropped = new File([file], name, { type: file.type });
  await beginAdding(app, { files: [[name, dropped]] }, [{ title, path: address }]);
}

/** A title as a name of a file. */
function fileStem(title: string): string {
  return (
    title
      .replace(/^[\w-]+:(?=\S)/, "")
      .replace(/[\s\\/:*?"<>|\p{Cc}]+/gu, " ")
      .trim()
      .slice(0, 80) || "layer"
  );
}
