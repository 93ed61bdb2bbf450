import type {
  LayerChoice,
  LayerPreview,
  LoadOutcome,
  LoadProgress,
  ServerLayer,
  ServerService,
} from "../../domain/server.ts";
import { dataAnswer } from "../../sources/data-answer.ts";
import { type PoliteConnection, politeFetch } from "../../sources/polite-fetch.ts";
import { ServerTrouble } from "../../sources/server-trouble.ts";
import { nextOnSameServer, pageAddress } from "../../sources/service-address.ts";
import { JoinedPages } from "./join-pages.ts";
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

/**
 * All features of a layer, page by page, as one GeoJSON; a file as it is.
 * @throws ServerTrouble, or the reason of the signal
 */
export async function loadLayer(loading: LayerLoading): Promise<LoadedLayer> {
  const { service, layer, choice, signal, onProgress, pageSize = PAGE_SIZE, mostBytes = MOST_BYTES } = loading;
  if (service.kind === "file") return loadFile(loading, mostBytes);
  const pages = new JoinedPages(pageSize, loading.mostFeatures);
  const first = pageAddress(service, layer, choice, { start: 0, count: pageSize });
  const told = () => {
    const { features, bytes, pages: count, promised } = pages.outcome;
    return { features, bytes, pages: count, of: promised };
  };
  onProgress(told());
  for (let at: string | undefined = first; at !== undefined; ) {
    const left = mostBytes - pages.outcome.bytes;
    const before = told();
    const { page, bytes } = await onePage(at, loading, left, (count) =>
      onProgress({ ...before, bytes: before.bytes + count }),
    );
    signal.throwIfAborted();
    const after = pages.add(page, bytes);
    if (after === "systems-mixed") throw new ServerTrouble("systems-mixed", at);
    onProgress(told());
    if (after === "done") break;
    at = nextAddress(page, at, pages.start, loading, pageSize);
    if (at === undefined) pages.finish();
  }
  return { file: pages.file(), outcome: pages.outcome, address: first };
}

/**
 * The first features of a layer, and how many the server says that there are.
 * @throws ServerTrouble, or the reason of the signal
 */
export async function previewLayer(question: LayerQuestion): Promise<LayerPreview> {
  const { service, layer, choice } = question;
  const { page } = await onePage(
    pageAddress(service, layer, choice, { start: 0, count: PREVIEWED }),
    question,
    MOST_BYTES,
  );
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
  { choice, signal, connection, readPage }: LayerQuestion,
  mostBytes: number,
  onBytes?: (bytes: number) => void,
): Promise<{ readonly page: ServerPage; readonly bytes: number }> {
  const accept = choice.format === "geojson" ? "application/geo+json, application/json;q=0.9" : "*/*";
  const { bytes, ...rest } = dataAnswer(await politeFetch(address, { signal, accept, mostBytes, onBytes }, connection));
  const { length } = bytes;
  const page = await readPage({ bytes, format: choice.format, system: choice.system });
  if ("broken" in page) throw new ServerTrouble("broken-answer", rest.address, { detail: page.broken });
  return { page, bytes: length };
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
