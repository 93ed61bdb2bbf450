import type {
  LayerChoice,
  LayerPreview,
  LoadOutcome,
  LoadProgress,
  ServerFailureReason,
  ServerLayer,
  ServerService,
} from "../../domain/server.ts";
import { dataAnswer } from "../../sources/data-answer.ts";
import { type PoliteConnection, politeFetch } from "../../sources/polite-fetch.ts";
import { ServerTrouble } from "../../sources/server-trouble.ts";
import { nextOnSameServer, pageAddress } from "../../sources/service-address.ts";
import { JoinedPages, MOST_FEATURES } from "./join-pages.ts";
import { loadParquet, type ParquetReaders, parquetQuestion, previewParquet } from "./parquet-at-address.ts";
import type { PageInput, PageOutcome, ServerPage } from "./read-page.ts";

export interface LayerQuestion {
  readonly service: ServerService;
  readonly layer: ServerLayer;
  readonly choice: LayerChoice;
  readonly signal: AbortSignal;
  readonly connection: PoliteConnection;
  /** In the app in a worker. */
  readonly readPage: (input: PageInput) => Promise<PageOutcome>;
  /** Reads parts of Parquet files; without it they come as a whole. */
  readonly parquet?: ParquetReaders | undefined;
}

interface LayerLoading extends LayerQuestion {
  readonly onProgress: (progress: LoadProgress) => void;
  /** Columns of a file that are wanted; absent = all. */
  readonly columns?: readonly string[] | undefined;
  /** Features that are asked for at once. */
  readonly pageSize?: number | undefined;
  readonly mostFeatures?: number | undefined;
  readonly mostBytes?: number | undefined;
}

export interface LoadedLayer {
  readonly file: Blob;
  readonly outcome: LoadOutcome;
  /** What was asked first: where the data come from. */
  readonly address: string;
}

const PAGE_SIZE = 1000;
const PREVIEWED = 5;
/** All pages of a layer, or one file. */
const MOST_BYTES = 512 * 1024 ** 2;
const NOT_THERE: ReadonlySet<ServerFailureReason> = new Set<ServerFailureReason>([
  ...(["not-found", "html-page", "http-status", "broken-answer", "login"] as const),
]);
/** How servers say that they cannot go on. */
const NO_PAGES: ReadonlySet<ServerFailureReason> = new Set<ServerFailureReason>([
  ...(["service-error", "http-status", "broken-answer", "html-page"] as const),
]);

/**
 * All features of a layer, page by page, as one GeoJSON; a file as it is.
 * @throws ServerTrouble, or the reason of the signal
 */
export async function loadLayer(loading: LayerLoading): Promise<LoadedLayer> {
  const { signal, onProgress, pageSize = PAGE_SIZE, mostBytes = MOST_BYTES } = loading;
  if (loading.service.kind === "file") return loadFile(loading, mostBytes);
  let question: LayerQuestion = loading;
  let pages = new JoinedPages(pageSize, loading.mostFeatures);
  let from: string | undefined;
  const told = () => {
    const { features, bytes, pages: count, promised } = pages.outcome;
    return { features, bytes, pages: count, of: promised };
  };
  onProgress(told());
  for (let at: string | undefined; from === undefined || at !== undefined; ) {
    const left = mostBytes - pages.outcome.bytes;
    const before = told();
    const onBytes = (count: number) => onProgress({ ...before, bytes: before.bytes + count });
    try {
      const read: Page =
        at === undefined
          ? await firstPage(question, pageSize, left, onBytes)
          : await onePage(at, question, left, onBytes);
      signal.throwIfAborted();
      question = { ...question, service: read.service };
      from ??= read.address;
      const after = pages.add(read.page, read.bytes);
      if (after === "systems-mixed") throw new ServerTrouble("systems-mixed", read.address);
      onProgress(told());
      if (after === "done") break;
      at = nextAddress(read.page, read.address, pages.start, question, pageSize);
      if (at === undefined) pages.finish();
    } catch (error) {
      const all = at !== undefined && isNoPages(error) ? await inOneGo(loading, question, pages) : undefined;
      if (!all) throw error;
      pages = all;
      break;
    }
  }
  if (pages.outcome.shortfall === "pages-repeat") pages = (await inOneGo(loading, question, pages)) ?? pages;
  onProgress(told());
  return { file: pages.file(), outcome: pages.outcome, address: from ?? loading.service.address };
}

function isNoPages(error: unknown): boolean {
  return error instanceof ServerTrouble && NO_PAGES.has(error.failure.reason);
}

/**
 * A WFS that knows no pages – GeoServer without a primary key refuses them, others repeat the first – is asked for everything at once.
 * @returns undefined when that brings no more
 */
async function inOneGo(
  { mostFeatures = MOST_FEATURES, mostBytes = MOST_BYTES, signal, onProgress }: LayerLoading,
  question: LayerQuestion,
  before: JoinedPages,
): Promise<JoinedPages | undefined> {
  const { service, layer, choice } = question;
  if (service.kind !== "wfs") return undefined;
  const { promised = 0 } = before.outcome;
  const count = promised > before.size ? promised : mostFeatures;
  try {
    const address = pageAddress(service, layer, choice, { start: 0, count });
    const { page, bytes } = await onePage(address, question, mostBytes, (length) =>
      onProgress({ features: 0, bytes: length, pages: 0, of: before.outcome.promised }),
    );
    const all = new JoinedPages(count, mostFeatures);
    if (all.add(page, bytes) !== "done") all.finish();
    return all.size > before.size ? all : undefined;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ServerTrouble) return undefined;
    throw error;
  }
}

interface Page {
  readonly page: ServerPage;
  readonly bytes: number;
  /** Where it was. */
  readonly address: string;
  /** By whose address it was found. */
  readonly service: ServerService;
}

/**
 * The first page of a layer. Where nothing is at the address that a WFS names for its features – behind a proxy it has other paths than
 * it knows –, it is asked at the one by which it was found.
 */
async function firstPage(
  question: LayerQuestion,
  count: number,
  mostBytes: number,
  onBytes?: (bytes: number) => void,
): Promise<Page> {
  const { service, layer, choice, signal } = question;
  const at = (asked: ServerService) =>
    onePage(
      pageAddress(asked, layer, choice, { start: 0, count }),
      { ...question, service: asked },
      mostBytes,
      onBytes,
    );
  try {
    return await at(service);
  } catch (error) {
    const { otherAddress } = service;
    const isThere = !(error instanceof ServerTrouble) || !NOT_THERE.has(error.failure.reason);
    if (isThere || otherAddress === undefined) throw error;
    try {
      return await at({ ...service, address: otherAddress, otherAddress: undefined });
    } catch {
      signal.throwIfAborted();
      // What the service itself has named is the better reason.
      throw error;
    }
  }
}

/**
 * The first features of a layer, and how many the server says that there are.
 * @throws ServerTrouble, or the reason of the signal
 */
export async function previewLayer(question: LayerQuestion): Promise<LayerPreview> {
  const { page } = await firstPage(question, PREVIEWED, MOST_BYTES);
  const { columns, rows, matched } = page;
  // Servers that count the page, or nothing at all, say nothing.
  return { columns, rows, matched: matched !== undefined && matched > rows.length ? matched : undefined };
}

/**
 * The first rows of a file, if the server gives parts of it; the rows of others the assistant shows when they are there.
 * @throws ServerTrouble, or the reason of the signal
 */
export async function previewFile(question: LayerQuestion): Promise<LayerPreview | undefined> {
  const parts = partsQuestion(question);
  return parts && previewParquet(parts);
}

/** An OGC API says where it goes on; a WFS is told. */
function nextAddress(
  page: ServerPage,
  at: string,
  start: number,
  { service, layer, choice }: LayerQuestion,
  count: number,
): string | undefined {
  if (service.kind === "wfs") {
    // WFS 1.0 knows no pages.
    return service.version === "1.0.0" ? undefined : pageAddress(service, layer, choice, { start, count });
  }
  if (page.next !== undefined) return nextOnSameServer(page.next, at);
  return page.matched !== undefined && page.matched > start
    ? pageAddress(service, layer, choice, { start, count })
    : undefined;
}

async function onePage(
  address: string,
  { service, choice, signal, connection, readPage }: LayerQuestion,
  mostBytes: number,
  onBytes?: (bytes: number) => void,
): Promise<Page> {
  const accept = choice.format === "geojson" ? "application/geo+json, application/json;q=0.9" : "*/*";
  const { bytes, ...rest } = dataAnswer(await politeFetch(address, { signal, accept, mostBytes, onBytes }, connection));
  const { length } = bytes;
  const page = await readPage({ bytes, format: choice.format, system: choice.system });
  if ("broken" in page) throw new ServerTrouble("broken-answer", rest.address, { detail: page.broken });
  return { page, bytes: length, address, service };
}

function partsQuestion({ layer, service, signal, connection, parquet }: LayerQuestion) {
  return parquetQuestion(layer, layer.address ?? service.address, signal, connection, parquet);
}

async function loadFile(loading: LayerLoading, mostBytes: number): Promise<LoadedLayer> {
  const { layer, service, signal, connection, columns, onProgress } = loading;
  const address = layer.address ?? service.address;
  const parts = partsQuestion(loading);
  const loaded =
    parts &&
    (await loadParquet(parts, columns, mostBytes, (bytes, ofBytes, pages) =>
      onProgress({ features: 0, bytes, pages, ofBytes }),
    ));
  if (loaded) {
    const { file, bytes, parts: pages } = loaded;
    return { file, outcome: { features: layer.count ?? 0, pages, bytes, doubles: 0 }, address };
  }
  const onBytes = (bytes: number, ofBytes = layer.bytes) => onProgress({ features: 0, bytes, pages: 0, ofBytes });
  onBytes(0);
  const { bytes, contentType } = dataAnswer(await politeFetch(address, { signal, mostBytes, onBytes }, connection));
  return {
    file: new Blob([bytes], { type: contentType }),
    outcome: { features: layer.count ?? 0, pages: 1, bytes: bytes.length, doubles: 0 },
    address,
  };
}
