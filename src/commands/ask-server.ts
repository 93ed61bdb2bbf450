import { choiceOf, usualChoice } from "../domain/layer-choice.ts";
import type { PageFormat, ServerFailure, ServerRequest } from "../domain/server.ts";
import { askService } from "../ingest/server/ask-service.ts";
import { type LayerQuestion, previewFile, previewLayer } from "../ingest/server/load-layer.ts";
import {
  filePartsTask,
  firstRowsTask,
  readFooterTask,
  readPageTask,
  readServiceTask,
} from "../ingest/server/server-tasks.ts";
import { namedAddress } from "../sources/named-address.ts";
import type { PoliteConnection } from "../sources/polite-fetch.ts";
import { ServerTrouble } from "../sources/server-trouble.ts";
import type { ChosenLayer, ServerTalk } from "../state/server-talk.ts";
import { type App, changeTransient } from "./app.ts";
import { reasonOf } from "./export-sheet.ts";

/** More of them nobody reads. */
const LISTED_REQUESTS = 500;

/** What is being asked; the next question ends it. */
const asking = new WeakMap<App, AbortController>();

/** Shows where the address of a server can be named, or what the one that was asked last has. Nothing is asked. */
export function openServer(app: App): void {
  const { server = { address: "", state: "open" } } = app.store.getState().transient;
  changeTransient(app, { server: { ...server, isAside: false } });
}

/** What is on its way is called off; the layers that were listed stay, and the list of requests. */
export function closeServer(app: App): void {
  asking.get(app)?.abort();
  const { address = "", service } = app.store.getState().transient.server ?? {};
  changeTransient(app, { server: { address, service, state: service ? "asked" : "open", isAside: true } });
}

/** Origins that this build allows to be asked. */
export function allowedServers(app: App): readonly string[] {
  return app.services.servers.hosts;
}

/** Whom a text that is being typed would ask, and whether the browser would let it; undefined where it names nobody yet. */
export function namedServer(
  app: App,
  text: string,
): { readonly host: string; readonly isAllowed: boolean } | undefined {
  if (!text.includes(".") && !text.includes("localhost")) return undefined;
  try {
    return { host: new URL(namedAddress(text, app.services.servers)).host, isAllowed: true };
  } catch (error) {
    if (!(error instanceof ServerTrouble)) throw error;
    const { host } = error.failure;
    return host === "" ? undefined : { host, isAllowed: false };
  }
}

/** Asks the server that the user has named what it has. This is the first moment at which anything leaves this computer. */
export async function askServer(app: App, text: string): Promise<void> {
  const signal = begin(app);
  changeTransient(app, { server: { address: text, state: "asking" } });
  try {
    const connection = connectionOf(app);
    const service = await askService(namedAddress(text, connection), signal, connection, {
      readService: (bytes, asked) => app.services.runner.run(readServiceTask, { bytes, asked }, { signal }),
      readFooter: (tail, byteLength) => app.services.runner.run(readFooterTask, { tail, byteLength }, { signal }),
    });
    if (signal.aborted) return;
    changeTransient(app, { server: { address: text, state: "asked", service } });
    const [only] = service.layers;
    if (only && service.layers.length === 1) await chooseLayer(app, only.name);
  } catch (error) {
    if (!signal.aborted)
      changeTransient(app, { server: { address: text, state: "open", failure: failureOf(error, text) } });
  }
}

/** Calls the question off; the address stays to be changed. */
export function cancelAsking(app: App): void {
  begin(app);
  changeTalk(app, () => ({ state: "open" }));
}

/** Looks at a layer: its first rows are asked for. */
export async function chooseLayer(app: App, name: string): Promise<void> {
  const service = app.store.getState().transient.server?.service;
  const layer = service?.layers.find((each) => each.name === name);
  if (!service || !layer) return;
  const signal = begin(app);
  changeTalk(app, () => ({ chosen: { layer, choice: usualChoice(service, layer) } }));
  await preview(app, signal);
}

/** Asks for the layer in another format or system. */
export async function chooseHow(app: App, format: PageFormat, system: string | undefined): Promise<void> {
  const talk = app.store.getState().transient.server;
  if (!talk?.service || !talk.chosen) return;
  const { service, chosen } = talk;
  const signal = begin(app);
  const { layer } = chosen;
  changeTalk(app, () => ({ chosen: { layer, choice: choiceOf(service, layer, format, system) } }));
  await preview(app, signal);
}

export function clearRequests(app: App): void {
  const { serverRequests = [] } = app.store.getState().transient;
  changeTransient(app, { serverRequests: serverRequests.filter(({ state }) => state === "running") });
}

async function preview(app: App, signal: AbortSignal): Promise<void> {
  const question = questionOf(app, signal);
  if (!question) return;
  const isFile = question.service.kind === "file";
  if (isFile && !question.layer.isRanged) return;
  changeChosen(app, () => ({ isPreviewing: true, failure: undefined }));
  try {
    const shown = isFile ? await previewFile(question) : await previewLayer(question);
    if (!signal.aborted) changeChosen(app, () => ({ preview: shown, isPreviewing: false }));
  } catch (error) {
    const failure = failureOf(error, question.service.address, question.service.elsewhere);
    if (!signal.aborted) changeChosen(app, () => ({ failure, isPreviewing: false }));
  }
}

/** What is asked of the layer that is chosen. */
export function questionOf(app: App, signal: AbortSignal): LayerQuestion | undefined {
  const { service, chosen } = app.store.getState().transient.server ?? {};
  if (!service || !chosen) return undefined;
  const { layer, choice } = chosen;
  return {
    ...{ service, layer, choice, signal, connection: connectionOf(app) },
    readPage: (page) => app.services.runner.run(readPageTask, page, { signal }),
    parquet: {
      firstRows: (head) => app.services.runner.run(firstRowsTask, head, { signal }),
      fileParts: (file) => app.services.runner.run(filePartsTask, file, { signal }),
    },
  };
}

/** Of a file at an address only these columns are loaded; none is no choice. */
export function chooseColumns(app: App, columns: readonly string[]): void {
  if (columns.length > 0) changeChosen(app, () => ({ columns }));
}

/** The next question to the server; the one before is called off. */
export function begin(app: App): AbortSignal {
  asking.get(app)?.abort();
  const controller = new AbortController();
  asking.set(app, controller);
  return controller.signal;
}

export function changeChosen(app: App, by: (chosen: ChosenLayer) => Partial<ChosenLayer>): void {
  changeTalk(app, ({ chosen }) => (chosen ? { chosen: { ...chosen, ...by(chosen) } } : {}));
}

/** @param elsewhere another host that the service names for its data */
export function failureOf(error: unknown, address: string, elsewhere?: string): ServerFailure {
  if (error instanceof ServerTrouble) return { ...error.failure, elsewhere };
  return { reason: "broken-answer", address, host: "", detail: reasonOf(error) };
}

function changeTalk(app: App, by: (talk: ServerTalk) => Partial<ServerTalk>): void {
  const { server } = app.store.getState().transient;
  if (server) changeTransient(app, { server: { ...server, ...by(server) } });
}

function connectionOf(app: App): PoliteConnection {
  return { ...app.services.servers, onRequest: (request) => note(app, request) };
}

/** The newest stands first. */
function note(app: App, request: ServerRequest): void {
  const { serverRequests = [] } = app.store.getState().transient;
  const isKnown = serverRequests.some(({ id }) => id === request.id);
  const next = isKnown
    ? serverRequests.map((each) => (each.id === request.id ? request : each))
    : // What is over is not put back into a list that was cleared meanwhile.
      request.state === "running"
      ? [request, ...serverRequests].slice(0, LISTED_REQUESTS)
      : serverRequests;
  changeTransient(app, { serverRequests: next });
}
