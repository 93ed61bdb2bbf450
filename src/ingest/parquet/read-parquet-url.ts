import type { AsyncBuffer } from "hyparquet";
import type { RawTable, TableOptions } from "../raw-table.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";
import { parquetTable } from "./parquet-table.ts";

export interface ParquetRequest {
  readonly url: string;
  readonly signal: AbortSignal;
  /** How it is asked for; the caller may write down every request. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** What every request has besides (credentials, headers). */
  readonly init?: RequestInit | undefined;
  /** Bytes so far, of the whole file. */
  readonly onProgress?: ((bytes: number, of: number) => void) | undefined;
}

/** A server that sends the whole file although a part was asked for: that much of it is taken. */
const MOST_BYTES = 1024 ** 3;

/**
 * A Parquet file at an address, read by its parts: its length, its footer, then the columns. A server that knows no ranges sends all of it once.
 * Whatever goes wrong becomes an issue of an empty table; only being called off throws.
 * @throws the reason of the signal
 */
export async function readParquetUrl(request: ParquetRequest, options: TableOptions): Promise<RawTable> {
  const table = await tableOrReason(options, async (log) => parquetTable(await fileAt(request), options, log));
  request.signal.throwIfAborted();
  return table;
}

async function fileAt(request: ParquetRequest): Promise<AsyncBuffer> {
  const { url, signal, init, onProgress } = request;
  const head = await request.fetch(url, { ...init, method: "HEAD", signal });
  const byteLength = head.ok ? Number(head.headers.get("content-length") ?? 0) : 0;
  if (!(byteLength > 0)) {
    // No HEAD, or no length: all of it then.
    const whole = await wholeFile(await request.fetch(url, { ...init, signal }));
    onProgress?.(whole.byteLength, whole.byteLength);
    return { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) };
  }
  let whole: Promise<ArrayBuffer> | undefined;
  let read = 0;
  return {
    byteLength,
    async slice(start, end = byteLength) {
      if (whole) return (await whole).slice(start, end);
      const headers = new Headers(init?.headers);
      headers.set("Range", `bytes=${start}-${end - 1}`);
      const response = await request.fetch(url, { ...init, headers, signal });
      if (response.status === 200) {
        whole ??= wholeFile(response);
        const all = await whole;
        onProgress?.(all.byteLength, all.byteLength);
        return all.slice(start, end);
      }
      if (response.status !== 206) throw new UnreadableFile("http-status", String(response.status));
      const part = await response.arrayBuffer();
      if (part.byteLength !== end - start) throw new UnreadableFile("truncated");
      read += part.byteLength;
      onProgress?.(Math.min(read, byteLength), byteLength);
      return part;
    },
  };
}

async function wholeFile(response: Response): Promise<ArrayBuffer> {
  if (!response.ok) throw new UnreadableFile("http-status", String(response.status));
  if (Number(response.headers.get("content-length") ?? 0) > MOST_BYTES) throw new UnreadableFile("too-large");
  return response.arrayBuffer();
}
