// @ts-check
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/**
 * Builds a module as the app is built, opens an empty page and calls the module's `run(input)` there; its answer comes back. The page is
 * isolated, so that its clock ticks in 5 µs.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {URL} entry a module that exports `run`
 * @param {unknown} input JSON
 * @param {Uint8Array} [file] what the page finds at `/input.bin`
 */
export async function runInPage(browser, entry, input, file) {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      target: "es2023",
      write: false,
      // One file: what a library imports only in Node would be a second one.
      rolldownOptions: { output: { codeSplitting: false } },
      lib: { entry: fileURLToPath(entry), formats: ["es"], fileName: "bench" },
    },
  });
  const output = Array.isArray(built) ? built[0] : built;
  if (!output || !("output" in output)) throw new Error("vite watches instead of building");
  const code = output.output.map((chunk) => (chunk.type === "chunk" ? chunk.code : "")).join("\n");
  const body = JSON.stringify(input ?? null);
  const server = createServer((request, response) => {
    /** @type {[string, string | Uint8Array]} */
    const [type, text] =
      request.url === "/bench.js"
        ? ["text/javascript", code]
        : request.url === "/input.json"
          ? ["application/json", body]
          : request.url === "/input.bin" && file
            ? ["application/octet-stream", file]
            : ["text/html", "<!doctype html><title>bench</title>"];
    response.writeHead(200, {
      "Content-Type": type,
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  try {
    const address = server.address();
    if (!address || typeof address === "string") throw new Error("the bench server has no port");
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.goto(`http://127.0.0.1:${address.port}/`);
    return await page.evaluate(async () => {
      const [{ run }, given] = await Promise.all([
        import(/* @vite-ignore */ new URL("/bench.js", location.href).href),
        fetch("/input.json").then((response) => response.json()),
      ]);
      return run(given);
    });
  } finally {
    server.close();
  }
}
