import { AsyncDuckDB, selectBundle, VoidLogger } from "@duckdb/duckdb-wasm";
import ehWorker from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import mvpWorker from "@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url";
import ehModule from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import mvpModule from "@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url";
import { connectDatabase, type Database } from "./database.ts";

/**
 * Opens an empty in-memory DuckDB in a worker of the app's own origin: the build with WASM exceptions, or the plain one where the
 * browser lacks them. Takes 1.5–3 s and 7.7 MB (gzip): import this file only when the first map stands.
 * @param onProgress bytes of the module loaded so far, and in all (0 = not said by the server).
 * @throws when the module or the worker cannot be loaded, or the signal's reason.
 */
export async function openDatabase(
  options: {
    readonly signal?: AbortSignal | undefined;
    readonly onProgress?: ((loaded: number, total: number) => void) | undefined;
  } = {},
): Promise<Database> {
  const bundle = await selectBundle({
    mvp: { mainModule: absolute(mvpModule), mainWorker: absolute(mvpWorker) },
    eh: { mainModule: absolute(ehModule), mainWorker: absolute(ehWorker) },
  });
  if (bundle.mainWorker === null) throw new Error("no build of the database fits this browser");
  options.signal?.throwIfAborted();
  const worker = new Worker(bundle.mainWorker);
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  // A worker whose script cannot be loaded never answers.
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("the worker of the database cannot be loaded")));
  });
  try {
    const instantiated = engine.instantiate(bundle.mainModule, null, ({ bytesLoaded, bytesTotal }) =>
      options.onProgress?.(bytesLoaded, bytesTotal),
    );
    await Promise.race([instantiated, failed]);
    options.signal?.throwIfAborted();
    return await connectDatabase(engine, worker);
  } catch (error) {
    await engine.terminate();
    throw error;
  }
}

/** The worker resolves addresses against its own script, not against the page. */
function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}
