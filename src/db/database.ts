import type { AsyncDuckDB } from "@duckdb/duckdb-wasm";
import { tableFromIPC } from "apache-arrow";
import { arrowStreams, type Column } from "./arrow-columns.ts";
import { quoted } from "./identifier.ts";
import { type QueryResult, queryResult } from "./query-result.ts";

/** What can be bound to `$1`, `$2` … DuckDB receives numbers as DOUBLE: cast where an integer is meant. */
export type Parameter = string | number | boolean | null;

export interface QueryOptions {
  readonly signal?: AbortSignal | undefined;
}

/** What statements may do while they hold the one connection. */
export interface Session {
  /** One statement; values only as parameters `$1` … @throws `the statement failed: …`, or the signal's reason. */
  query(sql: string, parameters?: readonly Parameter[]): Promise<QueryResult>;
  /** Appends rows to an existing table; columns in the order of the table. @throws when they do not fit. */
  insertColumns(table: string, columns: readonly Column[]): Promise<void>;
}

/**
 * The one gateway to DuckDB. Everything goes through one queue on one connection, in the order of the calls: a query sees what was
 * loaded before it, and nothing of a transaction that is still running.
 */
export interface Database {
  /**
   * One statement with bound parameters. An aborted signal rejects at once with its reason; a statement that waits is then never
   * run, one without parameters is cancelled in the database, one with parameters runs to its end unseen (it holds the worker).
   */
  query(sql: string, parameters?: readonly Parameter[], options?: QueryOptions): Promise<QueryResult>;
  /** All or nothing: what `work` did is rolled back when it throws or is aborted. */
  transaction<Result>(work: (session: Session) => Promise<Result>, options?: QueryOptions): Promise<Result>;
  /** Ends the worker; what waits is rejected. */
  close(): Promise<void>;
}

/**
 * Opens an in-memory database on an instantiated engine, and closes it off: no extension is fetched, no file or address is read, and
 * no statement can change that (`stack.md`: missing extensions would be asked from a third party at first use).
 * @param engine instantiated, not yet opened.
 * @param worker the engine's: when it dies, everything that waits is rejected (the engine itself would leave it waiting).
 */
export async function connectDatabase(
  engine: AsyncDuckDB,
  worker: Pick<EventTarget, "addEventListener">,
): Promise<Database> {
  const ending = new AbortController();
  worker.addEventListener("error", () => ending.abort(new Error("the worker of the database failed")));
  await engine.open({ path: ":memory:" });
  const connection = await engine.connectInternal();
  for (const setting of [
    "SET autoload_known_extensions = false",
    "SET autoinstall_known_extensions = false",
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ]) {
    await engine.runQuery(connection, setting);
  }

  let last: Promise<unknown> = Promise.resolve();

  function enqueue<Result>(job: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
    const turn = last.then(() => {
      ending.signal.throwIfAborted();
      signal?.throwIfAborted();
      return job();
    });
    last = turn.catch(() => undefined);
    return settledOrAborted(turn, signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]));
  }

  async function run(
    sql: string,
    parameters: readonly Parameter[],
    signal: AbortSignal | undefined,
  ): Promise<QueryResult> {
    try {
      const bytes =
        parameters.length === 0
          ? await runCancellable(engine, connection, sql, signal)
          : await runPrepared(engine, connection, sql, parameters);
      return queryResult(tableFromIPC(bytes));
    } catch (error) {
      signal?.throwIfAborted();
      throw new Error(`the statement failed: ${messageOf(error)}`, { cause: error });
    }
  }

  async function insert(table: string, columns: readonly Column[], signal: AbortSignal | undefined): Promise<void> {
    for (const stream of arrowStreams(columns)) {
      signal?.throwIfAborted();
      try {
        await engine.insertArrowFromIPCStream(connection, stream, { name: table, create: false });
      } catch (error) {
        throw new Error(`rows do not fit into ${quoted(table)}: ${messageOf(error)}`, { cause: error });
      }
    }
  }

  return {
    query: (sql, parameters = [], options = {}) => enqueue(() => run(sql, parameters, options.signal), options.signal),
    transaction: (work, options = {}) =>
      enqueue(async () => {
        await run("BEGIN TRANSACTION", [], undefined);
        try {
          const result = await work({
            query: (sql, parameters = []) => run(sql, parameters, options.signal),
            insertColumns: (table, columns) => insert(table, columns, options.signal),
          });
          options.signal?.throwIfAborted();
          await run("COMMIT", [], undefined);
          return result;
        } catch (error) {
          await run("ROLLBACK", [], undefined);
          throw error;
        }
      }, options.signal),
    async close() {
      ending.abort(new Error("the database is closed"));
      await engine.terminate();
    },
  };
}

async function runPrepared(
  engine: AsyncDuckDB,
  connection: number,
  sql: string,
  parameters: readonly Parameter[],
): Promise<Uint8Array> {
  const statement = await engine.createPrepared(connection, sql);
  try {
    return await engine.runPrepared(connection, statement, [...parameters]);
  } finally {
    await engine.closePrepared(connection, statement);
  }
}

/** In slices, between which the worker listens: the only form that DuckDB-WASM can cancel, and it takes no parameters. */
async function runCancellable(
  engine: AsyncDuckDB,
  connection: number,
  sql: string,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | Uint8Array[]> {
  if (signal === undefined) return engine.runQuery(connection, sql);
  let header = await engine.startPendingQuery(connection, sql);
  while (header === null) {
    if (signal.aborted) {
      await engine.cancelPendingQuery(connection);
      signal.throwIfAborted();
    }
    header = await engine.pollPendingQuery(connection);
  }
  const parts = [header];
  for (;;) {
    const part = await engine.fetchQueryResults(connection);
    if (part === null || part.length === 0) return parts;
    parts.push(part);
  }
}

function settledOrAborted<Result>(turn: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** DuckDB wraps errors of inserts in JSON. */
function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  try {
    const parsed: unknown = JSON.parse(message);
    if (parsed !== null && typeof parsed === "object" && "exception_message" in parsed) {
      return String(parsed.exception_message);
    }
  } catch {
    // Plain text, as most errors are.
  }
  return message;
}
