import type { ServerRequest } from "../domain/server.ts";
import { type AllowedServers, checkAllowed, isAllowed } from "./named-address.ts";
import { ServerTrouble } from "./server-trouble.ts";

/** What asking needs of its surroundings. */
export interface PoliteConnection extends AllowedServers {
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  readonly now: () => Date;
  /** Hears of each request twice: when it leaves, and when it is over. */
  readonly onRequest: (request: ServerRequest) => void;
  /** Where the browser says what the page's own policy has stopped; absent outside of browsers. */
  readonly violations?: Pick<EventTarget, "addEventListener" | "removeEventListener"> | undefined;
  /** The policy of the page stops redirects to other hosts, so that they can be followed without looking where. */
  readonly isBoundByPolicy?: boolean | undefined;
  /** The longest silence, before the answer and within it. */
  readonly timeoutMs?: number | undefined;
}

export interface PoliteWish {
  readonly signal: AbortSignal;
  readonly method?: "GET" | "HEAD" | undefined;
  readonly accept?: string | undefined;
  /** First and last byte. */
  readonly range?: readonly [first: number, last: number] | undefined;
  readonly mostBytes?: number | undefined;
  /** Bytes of this answer so far, and in all if the server says so. */
  readonly onBytes?: ((bytes: number, of: number | undefined) => void) | undefined;
}

export interface PoliteAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly status: number;
  /** After redirects. */
  readonly address: string;
  readonly contentType: string;
  /** What the server says; of a HEAD it is all there is. */
  readonly length?: number | undefined;
}

const TIMEOUT_MS = 45_000;
const MOST_BYTES = 256 * 1024 ** 2;
const MOST_REDIRECTS = 5;
/** A browser tells of a blocked request in a task of its own. */
const VIOLATION_MS = 60;

let nextId = 1;

/**
 * Asks a server that the build allows, without cookies and without saying from which page; answers of any status are handed out. Nothing
 * leaves for another host: redirects are looked at before they are followed.
 * @throws ServerTrouble, or the reason of the signal
 */
export async function politeFetch(
  address: string,
  wish: PoliteWish,
  connection: PoliteConnection,
): Promise<PoliteAnswer> {
  let at = address;
  let follows = false;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    checkAllowed(at, connection);
    const answered = await ask(at, follows, wish, connection);
    if ("bytes" in answered) return answered;
    // A browser does not say where a redirect leads; its policy lets nothing through to hosts that are not allowed.
    if (answered.redirect === undefined) {
      if (follows || !connection.isBoundByPolicy) throw new ServerTrouble("redirected", at);
      follows = true;
    } else {
      if (!isAllowed(answered.redirect, connection)) throw redirected(at, answered.redirect);
      at = answered.redirect;
    }
  }
  throw new ServerTrouble("redirected", at);
}

function redirected(address: string, target: string): ServerTrouble {
  return new ServerTrouble("redirected", address, { detail: new URL(target).origin });
}

async function ask(
  address: string,
  follows: boolean,
  wish: PoliteWish,
  connection: PoliteConnection,
): Promise<PoliteAnswer | { readonly redirect: string | undefined }> {
  const { signal, method = "GET", accept, range, mostBytes = MOST_BYTES, onBytes } = wish;
  signal.throwIfAborted();
  const { timeoutMs = TIMEOUT_MS } = connection;
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), timeoutMs);
  };
  const log = begun(address, method, connection);
  const blocked = watchPolicy(connection.violations);
  try {
    heard();
    const response = await connection.fetch(address, {
      method,
      headers: { ...(accept ? { Accept: accept } : {}), ...(range ? { Range: `bytes=${range[0]}-${range[1]}` } : {}) },
      signal: AbortSignal.any([signal, silence.signal]),
      redirect: follows ? "follow" : "manual",
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    heard();
    log.status = response.status || undefined;
    if (response.type === "opaqueredirect") return log.end({ redirect: undefined });
    const target = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && target !== null) {
      await response.body?.cancel();
      return log.end({ redirect: new URL(target, address).href });
    }
    const final = response.url || address;
    if (follows && !isAllowed(final, connection, true)) throw redirected(address, final);
    const stated = Number(response.headers.get("content-length") ?? Number.NaN);
    const length = Number.isFinite(stated) ? stated : undefined;
    if (method === "GET" && (length ?? 0) > mostBytes) throw tooLarge(address, mostBytes);
    const bytes = await bodyOf(response, (count) => {
      heard();
      log.bytes = count;
      if (count > mostBytes) throw tooLarge(address, mostBytes);
      onBytes?.(count, response.headers.has("content-encoding") ? undefined : length);
    });
    const contentType = response.headers.get("content-type") ?? "";
    return log.end({ bytes, status: response.status, address: final, contentType, length });
  } catch (error) {
    log.fail();
    signal.throwIfAborted();
    if (error instanceof ServerTrouble) throw error;
    if (silence.signal.aborted) {
      throw new ServerTrouble("timed-out", address, { detail: String(Math.round(timeoutMs / 1000)) });
    }
    if (await blocked.seen()) throw new ServerTrouble(follows ? "redirected" : "blocked-by-page", address);
    throw new ServerTrouble((await answersAtAll(address, wish, connection)) ? "no-cors" : "unreachable", address);
  } finally {
    clearTimeout(timer);
    blocked.stop();
  }
}

function tooLarge(address: string, most: number): ServerTrouble {
  return new ServerTrouble("too-large", address, { detail: String(most) });
}

/** Writes down a request: at once, and again when it is over. */
function begun(address: string, method: string, { now, onRequest }: PoliteConnection) {
  const first: ServerRequest = {
    ...{ id: nextId++, time: now().toISOString(), host: new URL(address).host, address, method },
    ...{ bytes: 0, state: "running" },
  };
  onRequest(first);
  return {
    bytes: 0,
    status: undefined as number | undefined,
    end<T>(value: T): T {
      onRequest({ ...first, bytes: this.bytes, status: this.status, state: "answered" });
      return value;
    },
    fail(): void {
      onRequest({ ...first, bytes: this.bytes, status: this.status, state: "failed" });
    },
  };
}

async function bodyOf(response: Response, onCount: (bytes: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) return new Uint8Array();
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let count = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      count += value.length;
      onCount(count);
    }
  } catch (error) {
    // What is not read any more must not be sent any more.
    await reader.cancel().catch(() => undefined);
    throw error;
  }
  const whole = new Uint8Array(count);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Notices when the page's own policy stops a request; the request itself fails without a reason. */
function watchPolicy(violations: PoliteConnection["violations"]) {
  let isSeen = false;
  const see = () => {
    isSeen = true;
  };
  violations?.addEventListener("securitypolicyviolation", see);
  return {
    async seen(): Promise<boolean> {
      if (violations && !isSeen) await new Promise((resolve) => setTimeout(resolve, VIOLATION_MS));
      return isSeen;
    },
    stop: () => violations?.removeEventListener("securitypolicyviolation", see),
  };
}

/**
 * A server that answers a request whose answer nobody may read is there and only does not allow this page (no CORS); the browser itself
 * does not say so. Such requests follow redirects, browsers know no other: only where the page's policy binds them.
 */
async function answersAtAll(address: string, { signal }: PoliteWish, connection: PoliteConnection): Promise<boolean> {
  if (!connection.isBoundByPolicy) return false;
  const log = begun(address, "HEAD", connection);
  try {
    const response = await connection.fetch(address, {
      ...{ method: "HEAD", mode: "no-cors", credentials: "omit", referrerPolicy: "no-referrer" },
      signal: AbortSignal.any([signal, AbortSignal.timeout(connection.timeoutMs ?? TIMEOUT_MS)]),
    });
    log.status = response.status || undefined;
    return log.end(true);
  } catch {
    log.fail();
    signal.throwIfAborted();
    return false;
  }
}
