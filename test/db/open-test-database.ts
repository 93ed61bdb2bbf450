import { createRequire } from "node:module";
import { Worker as Thread } from "node:worker_threads";
import { AsyncDuckDB, VoidLogger } from "@duckdb/duckdb-wasm";
import { vi } from "vitest";
import { connectDatabase, type Database } from "../../src/db/database.ts";

// 36 MB of WebAssembly are compiled per file of tests, beside whatever else the machine is busy with.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const resolve = createRequire(import.meta.url).resolve;

/** The gateway over DuckDB-WASM's build for Node: the same module of the engine as in the browser, another worker around it. */
export async function openTestDatabase(): Promise<Database> {
  const worker = new NodeWorker();
  const engine = new AsyncDuckDB(new VoidLogger(), worker as unknown as Worker);
  await engine.instantiate(resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  return connectDatabase(engine, worker);
}

/** As much of a browser's Worker as AsyncDuckDB asks for, on a thread of Node. */
class NodeWorker extends EventTarget {
  readonly #thread: Thread;

  constructor() {
    super();
    const script = JSON.stringify(resolve("@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs"));
    // The worker prints every error that it also answers with.
    const bootstrap = `
      const { parentPort } = require("node:worker_threads");
      console.log = () => undefined;
      globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
      parentPort.on("message", (data) => globalThis.onmessage({ data }));
      require(${script});`;
    this.#thread = new Thread(bootstrap, { eval: true });
    this.#thread.on("message", (data) => this.dispatchEvent(new MessageEvent("message", { data })));
    this.#thread.on("error", (error) =>
      this.dispatchEvent(Object.assign(new Event("error"), { message: error.message })),
    );
    this.#thread.on("exit", () => this.dispatchEvent(new Event("close")));
  }

  postMessage(message: unknown, transfer: readonly ArrayBuffer[]): void {
    this.#thread.postMessage(message, transfer);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}
