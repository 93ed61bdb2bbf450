import type { ServerRequest } from "../../../src/domain/server.ts";
import { askService, type ServiceReaders } from "../../../src/ingest/server/ask-service.ts";
import { readFooter } from "../../../src/ingest/server/read-footer.ts";
import { readService } from "../../../src/ingest/server/read-service.ts";
import type { PoliteConnection } from "../../../src/sources/polite-fetch.ts";

const READERS: ServiceReaders = {
  readService: async (bytes, asked) => readService(bytes, asked),
  readFooter: async (tail, byteLength) => readFooter(tail, byteLength),
};

/** A connection that writes down what leaves: `requests` as the app lists them, `sent` as they reach the network. */
export function connectionTo(hosts: readonly string[], change: Partial<PoliteConnection> = {}) {
  const requests: ServerRequest[] = [];
  const sent: string[] = [];
  const { fetch: ask = (address: string, init: RequestInit) => fetch(address, init), ...rest } = change;
  const connection: PoliteConnection = {
    hosts,
    fetch: (address, init) => {
      sent.push(address);
      return ask(address, init);
    },
    now: () => new Date("2026-11-22T12:00:00Z"),
    onRequest: (request) => {
      const at = requests.findIndex(({ id }) => id === request.id);
      if (at < 0) requests.push(request);
      else requests[at] = request;
    },
    ...rest,
  };
  return { connection, requests, sent };
}

export const NEVER = new AbortController().signal;

export function ask(address: string, connection: PoliteConnection, signal = NEVER) {
  return askService(address, signal, connection, READERS);
}

/** Why it failed. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return (error as { failure?: unknown }).failure ?? error;
  }
  throw new Error("it did not fail");
}
