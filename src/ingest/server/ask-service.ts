import type { ServerFailureReason, ServerLayer, ServerService } from "../../domain/server.ts";
import { dataAnswer } from "../../sources/data-answer.ts";
import { type PoliteConnection, politeFetch } from "../../sources/polite-fetch.ts";
import { ServerTrouble } from "../../sources/server-trouble.ts";
import { capabilitiesAddress, looksLikeWfs, withoutView } from "../../sources/service-address.ts";
import { rangeOf } from "./parquet-at-address.ts";
import type { ReadFooter } from "./read-footer.ts";
import type { ReadService } from "./read-service.ts";

/** Reads what servers answer; in the app in a worker. */
export interface ServiceReaders {
  readonly readService: (bytes: Uint8Array<ArrayBuffer>, asked: string) => Promise<ReadService>;
  readonly readFooter: (tail: Uint8Array<ArrayBuffer>, byteLength: number) => Promise<ReadFooter>;
}

/** Endings of files that can be added as they are. */
const FILE = /\.(csv|tsv|txt|xlsx|xls|ods|geojson|json|topojson|geojsonl|zip|gpkg|fgb|(geo)?parquet|kml|kmz|gml|shp)$/i;
const ACCEPT = "application/geo+json, application/json;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";
/** Lists of layers; Hamburg's and Berlin's are some hundred kilobytes. */
const MOST_BYTES = 64 * 1024 ** 2;
const FIRST_TAIL = 65_536;

/** Reasons after which the same address may still be that of a WFS that wants its parameters. */
const TRY_ON: ReadonlySet<ServerFailureReason> = new Set<ServerFailureReason>([
  ...(["html-page", "not-found", "http-status", "service-error", "broken-answer", "not-a-service"] as const),
]);

/**
 * What is at an address that the user has named: a WFS, an OGC API Features, or a file.
 * @throws ServerTrouble, or the reason of the signal
 */
export async function askService(
  named: string,
  signal: AbortSignal,
  connection: PoliteConnection,
  readers: ServiceReaders,
): Promise<ServerService> {
  const address = withoutView(named);
  if (looksLikeWfs(address)) return wfsAt(address, signal, connection, readers);
  if (FILE.test(new URL(address).pathname)) return fileAt(address, signal, connection, readers);
  try {
    return await serviceAt(address, signal, connection, readers);
  } catch (error) {
    if (!(error instanceof ServerTrouble) || !TRY_ON.has(error.failure.reason)) throw error;
    try {
      return await wfsAt(address, signal, connection, readers);
    } catch (second) {
      // What the address itself has said is the better reason, unless the service has found words.
      if (second instanceof ServerTrouble && second.failure.reason !== "service-error") throw error;
      throw second;
    }
  }
}

/** Old servers stumble over the list of versions, and have the one that they know. */
async function wfsAt(...[address, signal, connection, readers]: Parameters<typeof askService>): Promise<ServerService> {
  try {
    return await serviceAt(capabilitiesAddress(address), signal, connection, readers);
  } catch (error) {
    const isOfVersion = error instanceof ServerTrouble && /version/i.test(error.failure.detail ?? "");
    if (!isOfVersion || error.failure.reason !== "service-error") throw error;
    return serviceAt(capabilitiesAddress(address, "any-version"), signal, connection, readers);
  }
}

async function serviceAt(
  address: string,
  signal: AbortSignal,
  connection: PoliteConnection,
  { readService }: ServiceReaders,
): Promise<ServerService> {
  let at = address;
  for (let hops = 0; hops < 2; hops++) {
    const wish = { signal, accept: ACCEPT, mostBytes: MOST_BYTES };
    const answer = dataAnswer(await politeFetch(at, wish, connection));
    signal.throwIfAborted();
    const read = await readService(answer.bytes, answer.address);
    if ("service" in read) {
      if (read.service.layers.length === 0) throw new ServerTrouble("no-layers", at);
      return read.service;
    }
    if ("features" in read) return oneFile(address, { bytes: answer.bytes.length }, read.features);
    if ("broken" in read) {
      throw new ServerTrouble(read.broken === "" ? "not-a-service" : "broken-answer", at, { detail: read.broken });
    }
    at = read.next;
  }
  throw new ServerTrouble("not-a-service", at);
}

async function fileAt(
  address: string,
  signal: AbortSignal,
  connection: PoliteConnection,
  readers: ServiceReaders,
): Promise<ServerService> {
  const head = await politeFetch(address, { signal, method: "HEAD" }, connection);
  // Some servers know no HEAD: loading will tell.
  const bytes = head.status === 200 ? head.length : undefined;
  if (head.status === 401 || head.status === 403 || head.status === 404) dataAnswer(head);
  const isParquet = /parquet$/i.test(new URL(address).pathname);
  const facts = isParquet && bytes ? await factsOf(address, bytes, signal, connection, readers) : {};
  return oneFile(address, { bytes, ...facts });
}

/** Rows and columns of a Parquet file, by its last bytes alone. */
async function factsOf(
  address: string,
  bytes: number,
  signal: AbortSignal,
  connection: PoliteConnection,
  { readFooter }: ServiceReaders,
): Promise<Partial<ServerLayer>> {
  for (let wanted = Math.min(FIRST_TAIL, bytes), tries = 0; tries < 2; tries++) {
    const tail = await rangeOf([bytes - wanted, bytes], { address, signal, connection });
    if (!tail) return { isRanged: false };
    const read = await readFooter(tail, bytes);
    if ("broken" in read) throw new ServerTrouble("broken-answer", address, { detail: read.broken });
    if ("rows" in read) {
      const { rows, columns, geometry } = read;
      const systems = geometry?.crs === undefined ? [] : [geometry.crs];
      return { count: rows, columns, geometry: geometry?.name, systems, tail, isRanged: true };
    }
    wanted = read.needs;
  }
  return {};
}

function oneFile(address: string, facts: Partial<ServerLayer>, format = ""): ServerService {
  const url = new URL(address);
  const last = decodedPart(url.pathname) || url.host;
  const name = FILE.test(last) || format === "" ? last : `${last}.${format}`;
  const layer: ServerLayer = { name, title: name, systems: [], formats: format ? [format] : [], address, ...facts };
  return { kind: "file", version: "", title: url.host, address, layers: [layer] };
}

function decodedPart(path: string): string {
  const last = path.slice(path.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
