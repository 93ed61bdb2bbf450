import { cpSync, createReadStream, existsSync, statSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin, ResolvedConfig } from "vite";
import { defineConfig } from "vitest/config";
import { allowedHosts, contentSecurityPolicy, policyHeaderOfPage } from "./data/content-security-policy.mjs";
import { LICENCES_FILE, thirdPartyLibraries, thirdPartyNotices } from "./data/third-party-licences.mjs";

const hosts = allowedHosts(process.env.ANLAUFPUNKT_HOSTS);

/**
 * What begins, and what the window is made of, are one script each: left to itself, the bundler makes a chunk of whatever some part that
 * comes later needs too, and each of them is a request, those of a worker one after another.
 */
const FIRST = { name: "first", tags: ["$initial" as const] };
const WINDOW = { name: "show-window", test: /\/src\/views\/show-window\.tsx$/ };

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    modellstadt(),
    windowAhead(),
    beginsAtOnce(),
    contentSecurity(),
    notices(),
    nothingUnnamed(),
    precompressed(),
  ],
  build: {
    target: "es2023",
    // The policy allows no data: addresses for fonts and workers.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // DuckDB and MapLibre are large by nature; what loads when is judged by test/browser and the benches.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: { groups: [FIRST, WINDOW] } } },
  },
  worker: {
    format: "es",
    plugins: () => [beginsAtOnce(), nothingUnnamed()],
    rolldownOptions: { output: { codeSplitting: { groups: [FIRST] } } },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**"],
          // Modules are loaded once for all files, a third of the time: what a test stubs it gives back.
          isolate: false,
          unstubGlobals: true,
          // A guard against what never ends, not a measure: a busy machine is no failure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: "test/browser/build-once.ts",
          // One software-rendered browser at a time is what two cores can carry.
          fileParallelism: false,
          // One process for all files, so that they share the browser (test/browser/stage.ts).
          isolate: false,
          // As above: the longest walk through the app takes a tenth of it where nothing else runs.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A second is short for a page that is drawn in software.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});

/** The model city: served from data/ while developing, copied beside the built app. */
function modellstadt(): Plugin {
  const source = fileURLToPath(new URL("data/modellstadt", import.meta.url));
  let config: ResolvedConfig;
  return {
    name: "modellstadt",
    configResolved(resolved) {
      config = resolved;
    },
    configureServer(server) {
      server.middlewares.use("/modellstadt", (request, response, next) => {
        const file = join(source, decodeURIComponent((request.url ?? "/").replace(/[?#].*$/, "")));
        if (!file.startsWith(source) || !existsSync(file) || !statSync(file).isFile()) return next();
        createReadStream(file).pipe(response);
      });
    },
    writeBundle() {
      if (!existsSync(join(source, "datapackage.json"))) {
        throw new Error("data/modellstadt has no datapackage.json; npm run data:modellstadt makes it");
      }
      cpSync(source, join(config.build.outDir, "modellstadt"), { recursive: true });
    },
  };
}

/** Names the window's script and style in the page, so that they are fetched while the entry is: one round trip less to the first map. */
function windowAhead(): Plugin {
  return {
    name: "window-ahead",
    apply: "build",
    transformIndexHtml(_html, { bundle, chunk }) {
      const chunkOf = (file: string) => {
        const found = bundle?.[file];
        return found?.type === "chunk" ? found : undefined;
      };
      const shown = chunk?.dynamicImports.find((file) => chunkOf(file)?.moduleIds.some((id) => WINDOW.test.test(id)));
      if (!shown) throw new Error("the entry does not import views/show-window.tsx");
      const styles = [...(chunkOf(shown)?.viteMetadata?.importedCss ?? [])];
      return [
        { rel: "modulepreload", href: `./${shown}` },
        ...styles.map((file) => ({ rel: "preload", as: "style", href: `./${file}` })),
      ].map((attrs) => ({ tag: "link", attrs: { ...attrs, crossorigin: true }, injectTo: "head" as const }));
    },
  };
}

/** Refuses a build in which the page, its window or its worker begins with more scripts than one: each more is a round trip, or several. */
function beginsAtOnce(): Plugin {
  return {
    name: "begins-at-once",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type !== "chunk" || !(part.isEntry || part.moduleIds.some((id) => WINDOW.test.test(id)))) continue;
        // What the bundler itself needs is a script of its own, the same in the page and in the worker, and the page has it already.
        const more = part.imports.filter((file) => !/\/(rolldown-runtime|index)-[^/]*\.js$/.test(file));
        if (more.length > 0) throw new Error(`${part.fileName} waits for ${more.join(", ")}`);
      }
    },
  };
}

/** Writes the policy into the page, where the app reads which servers it may ask, and sends it in `vite preview`. */
function contentSecurity(): Plugin {
  let config: ResolvedConfig;
  return {
    name: "content-security-policy",
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml(html, { server }) {
      const charset = /<meta charset="utf-8" ?\/?>/;
      if (!charset.test(html)) throw new Error("index.html has no <meta charset> to put the policy behind");
      // While developing, Vite itself writes inline scripts and styles, and talks to its page by a web socket.
      const policy = server ? `connect-src ${["'self'", "ws:", ...hosts].join(" ")}` : contentSecurityPolicy(hosts);
      return html.replace(
        charset,
        (found) => `${found}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
      );
    },
    async configurePreviewServer(server) {
      const page = await readFile(join(config.build.outDir, "index.html"), "utf8");
      server.middlewares.use((_request, response, next) => {
        response.setHeader("Content-Security-Policy", policyHeaderOfPage(page));
        next();
      });
    },
  };
}

/** Lays the licences of all libraries beside the built app. */
function notices(): Plugin {
  return {
    name: "third-party-notices",
    configureServer(server) {
      server.middlewares.use(`/${LICENCES_FILE}`, (_request, response) => {
        response.setHeader("Content-Type", "text/plain; charset=utf-8");
        response.end(thirdPartyNotices());
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: LICENCES_FILE, source: thirdPartyNotices() });
    },
  };
}

/** Refuses a bundle, of the page or of a worker, with code of a library that the notices do not name. */
function nothingUnnamed(): Plugin {
  return {
    name: "nothing-unnamed",
    apply: "build",
    generateBundle(_options, bundle) {
      const named = new Set(thirdPartyLibraries().map(({ name }) => name));
      const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
      for (const id of chunks.flatMap((chunk) => chunk.moduleIds)) {
        const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
        if (name !== undefined && name !== "vite" && !named.has(name)) {
          throw new Error(`${name} is bundled, but not a dependency: its licence would go unnamed`);
        }
      }
    },
  };
}

/** Lays a .br and a .gz beside each file that gains by it, for any web server that knows to send them. */
function precompressed(): Plugin {
  const brotli = promisify(brotliCompress);
  const gz = promisify(gzip);
  let config: ResolvedConfig;
  return {
    name: "precompressed",
    apply: "build",
    configResolved(resolved) {
      config = resolved;
    },
    async closeBundle() {
      const folder = config.build.outDir;
      // Called after a failure, too, which is then the thing to hear of.
      if (!existsSync(folder)) return;
      for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
        // Not the page itself: whoever allows a further server in its policy changes one file, and not three.
        if (!entry.isFile() || !/\.(js|css|svg|json|geojson|csv|wasm)$/.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = await readFile(path);
        if (bytes.length < 1024) continue;
        // The database's 34 MB at the usual quality would take most of the build.
        const quality = extname(entry.name) === ".wasm" ? 5 : 9;
        const [br, gzipped] = await Promise.all([
          brotli(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
          }),
          gz(bytes),
        ]);
        await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gzipped)]);
      }
    },
  };
}
