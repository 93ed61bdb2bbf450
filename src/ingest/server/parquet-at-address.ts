import type { LayerPreview, ServerLayer } from "../../domain/server.ts";
import { dataAnswer } from "../../sources/data-answer.ts";
import { type PoliteConnection, politeFetch } from "../../sources/polite-fetch.ts";
import { ServerTrouble } from "../../sources/server-trouble.ts";
import type { FileParts, PartsQuestion } from "../parquet/file-parts.ts";
import type { ByteRange, FirstRows, FirstRowsQuestion } from "../parquet/first-rows.ts";

/** Reads parts of Parquet files; in the app in a worker. */
export interface ParquetReaders {
  readonly firstRows: (question: FirstRowsQuestion) => Promise<FirstRows>;
  readonly fileParts: (question: PartsQuestion) => Promise<FileParts | { readonly broken: string }>;
}

export interface ParquetQuestion {
  readonly address: string;
  readonly byteLength: number;
  readonly tail: Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  readonly connection: PoliteConnection;
  readonly readers: ParquetReaders;
}

const PREVIEWED = 6;
/** First bytes of each column, then the rest of their first pages, and once more where a page has a long head. */
const MOST_ROUNDS = 5;
const MIME = "application/vnd.apache.parquet";

/** A file of which the server gives parts, and whose footer has been read; undefined = it must come as a whole. */
export function parquetQuestion(
  layer: ServerLayer,
  address: string,
  signal: AbortSignal,
  connection: PoliteConnection,
  readers: ParquetReaders | undefined,
): ParquetQuestion | undefined {
  const { tail, bytes, isRanged } = layer;
  if (!readers || !tail || bytes === undefined || !isRanged) return undefined;
  return { address, byteLength: bytes, tail, signal, connection, readers };
}

/**
 * The first rows, by the ranges of the pages that hold them.
 * @returns undefined when the server has stopped giving parts
 * @throws ServerTrouble, or the reason of the signal
 */
export async function previewParquet(question: ParquetQuestion): Promise<LayerPreview | undefined> {
  const { address, byteLength, tail, readers } = question;
  const pieces: { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = await readers.firstRows({ byteLength, tail, pieces, rows: PREVIEWED });
    question.signal.throwIfAborted();
    if ("broken" in found) throw new ServerTrouble("broken-answer", address, { detail: found.broken });
    if ("rows" in found) {
      const { columns, rows, leftOut } = found;
      return { columns, rows, ...(leftOut > 0 ? { leftOut } : {}) };
    }
    for (const range of found.needs) {
      const bytes = await rangeOf(range, question);
      if (!bytes) return undefined;
      pieces.push({ at: range[0], bytes });
    }
  }
  throw new ServerTrouble("broken-answer", address, { detail: "broken" });
}

/**
 * The file in parts, row group by row group; of some columns only the bytes of these, with a footer of their own.
 * @returns undefined when the server has stopped giving parts
 * @throws ServerTrouble, or the reason of the signal
 */
export async function loadParquet(
  question: ParquetQuestion,
  columns: readonly string[] | undefined,
  mostBytes: number,
  onProgress: (bytes: number, of: number, parts: number) => void,
): Promise<{ readonly file: Blob; readonly bytes: number; readonly parts: number } | undefined> {
  const { address, byteLength, tail, readers } = question;
  const plan = await readers.fileParts({ byteLength, tail, columns });
  question.signal.throwIfAborted();
  if ("broken" in plan) throw new ServerTrouble("broken-answer", address, { detail: plan.broken });
  const { parts, end } = plan;
  const total = parts.reduce((sum, { range: [from, to] }) => sum + to - from, 0);
  if (total > mostBytes) throw new ServerTrouble("too-large", address, { detail: String(mostBytes) });
  const content: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  onProgress(0, total, 0);
  for (const [i, { range, kept }] of parts.entries()) {
    const bytes = await rangeOf(range, question, (count) => onProgress(loaded + count, total, i));
    if (!bytes) return undefined;
    for (const [from, to] of kept) content.push(bytes.slice(from - range[0], to - range[0]));
    loaded += bytes.length;
    onProgress(loaded, total, i + 1);
  }
  return { file: new Blob([...content, end], { type: MIME }), bytes: loaded, parts: parts.length };
}

/**
 * A part of a file; undefined when the server sends all of it instead, or another part than was asked for.
 * @throws ServerTrouble, or the reason of the signal
 */
export async function rangeOf(
  [from, to]: ByteRange,
  { address, signal, connection }: Pick<ParquetQuestion, "address" | "signal" | "connection">,
  onBytes?: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const wish = { signal, range: [from, to - 1] as const, mostBytes: to - from, onBytes };
  try {
    const answer = await politeFetch(address, wish, connection);
    if (answer.status === 206) return answer.bytes.length === to - from ? answer.bytes : undefined;
    // 416: it knows of no such part.
    if (answer.status !== 416) dataAnswer(answer);
    return undefined;
  } catch (error) {
    // It begins to send all of it.
    if (error instanceof ServerTrouble && error.failure.reason === "too-large") return undefined;
    throw error;
  }
}
