import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../data/serve.mjs";

const POLICY = "default-src 'none'; script-src 'self'";
const PAGE = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}" /><p>app</p>`;
const SCRIPT = "export const answer = 42;\n".repeat(100);

let folder: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "serve-"));
  for (const path of ["app/assets", "app/modellstadt", "paket/tabellen", "paket/.git"]) {
    mkdirSync(join(folder, path), { recursive: true });
  }
  const files: Record<string, string | Buffer> = {
    "secret.txt": "secret",
    "app/index.html": PAGE,
    "app/.built-from": "hash",
    "app/assets/index-abc.js": SCRIPT,
    "app/assets/index-abc.js.br": brotliCompressSync(SCRIPT),
    "app/assets/engine.wasm": "wasm",
    "app/assets/worker.mjs": "worker",
    "paket/datapackage.json": "{}",
    "paket/tabellen/ämter.csv": "id;name",
    "paket/grenzen.geojson": "{}",
    "paket/karte.pmtiles": "0123456789",
    "paket/seite.html": "<script src=x.js></script>",
    "paket/.git/config": "secret",
  };
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  server = await serve({ appFolder: join(folder, "app"), packages: new Map([["mein paket", join(folder, "paket")]]) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** Without the tidying of addresses that fetch does. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: "127.0.0.1", port: server.port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("latin1");
      response.on("data", (part) => {
        body += part;
      });
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    request.on("error", reject);
    request.end();
  });
}

describe("the server of npm start", () => {
  it("sends the policy of the page as a header, with what only a header can say, for workers too", async () => {
    for (const path of ["/", "/?data=x", "/assets/index-abc.js", "/assets/worker.mjs"]) {
      const { status, headers } = await ask(path);
      expect(status, path).toBe(200);
      expect(headers["content-security-policy"], path).toBe(`${POLICY}; frame-ancestors 'none'`);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
    }
  });

  it("refuses to serve an app without a policy", async () => {
    writeFileSync(join(folder, "paket/index.html"), "<p>no policy</p>");
    await expect(serve({ appFolder: join(folder, "paket") })).rejects.toThrow("no content security policy");
  });

  it.each([
    ["/", "text/html"],
    ["/assets/index-abc.js", "text/javascript"],
    ["/assets/worker.mjs", "text/javascript"],
    ["/assets/engine.wasm", "application/wasm"],
    ["/daten/mein%20paket/datapackage.json", "application/json"],
    ["/daten/mein%20paket/grenzen.geojson", "application/geo+json"],
    ["/daten/mein%20paket/tabellen/%C3%A4mter.csv", "text/csv"],
  ])("sends %s as %s", async (path, type) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain(type);
  });

  it("sends the compressed file where the browser takes it, with the type of the original", async () => {
    const plain = await ask("/assets/index-abc.js");
    const compressed = await ask("/assets/index-abc.js", { "accept-encoding": "gzip, br" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(plain.body).toBe(SCRIPT);
    expect(compressed.headers["content-encoding"]).toBe("br");
    expect(compressed.headers["content-type"]).toBe(plain.headers["content-type"]);
    expect(compressed.body.length).toBeLessThan(plain.body.length / 10);
    expect([plain.headers.vary, compressed.headers.vary]).toEqual(["Accept-Encoding", "Accept-Encoding"]);
    const viaFetch = await fetch(`${server.url}assets/index-abc.js`);
    expect(await viaFetch.text()).toBe(SCRIPT);
  });

  it("sends a part of a file, as tiles need it", async () => {
    const { status, headers, body } = await ask("/daten/mein%20paket/karte.pmtiles", { range: "bytes=2-4" });
    expect([status, body]).toEqual([206, "234"]);
    expect(headers["content-range"]).toBe("bytes 2-4/10");
    const first = await ask("/daten/mein%20paket/karte.pmtiles", { range: "bytes=0-0" });
    expect([first.status, first.body]).toEqual([206, "0"]);
    const beyond = await ask("/daten/mein%20paket/karte.pmtiles", { range: "bytes=20-30" });
    expect(beyond.status).toBe(416);
  });

  it("lets files with a hash in their name be kept for ever, and asks again for the others", async () => {
    expect((await ask("/assets/index-abc.js")).headers["cache-control"]).toContain("immutable");
    expect((await ask("/")).headers["cache-control"]).toBe("no-cache");
    const { headers } = await ask("/daten/mein%20paket/grenzen.geojson");
    expect(headers["cache-control"]).toBe("no-cache");
    expect((await ask("/daten/mein%20paket/grenzen.geojson", { "if-none-match": String(headers.etag) })).status).toBe(
      304,
    );
  });

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/../../secret.txt",
    "/..\\secret.txt",
    "/daten/mein%20paket/../secret.txt",
    "/daten/mein%20paket/..%2f..%2fsecret.txt",
    "/daten/mein%20paket/.git/config",
    "/daten/../secret.txt",
    "/daten/anderes/datapackage.json",
    "/daten/%00/datapackage.json",
    "/daten/mein%20paket/%00",
    "/daten/mein%20paket/%E0%A4%A",
    "/.built-from",
    "/nowhere.js",
    "/assets",
    "/assets/",
  ])("does not hand out %s", async (path) => {
    for (const headers of [{}, { "accept-encoding": "br" }] as Record<string, string>[]) {
      const { status, body } = await ask(path, headers);
      expect(body).not.toContain("secret");
      // send answers a folder with a redirect to itself with a slash, where there is nothing either.
      expect(path === "/assets" ? [301] : [400, 403, 404]).toContain(status);
    }
  });

  it("gives a page that hides among the data no rights", async () => {
    const { headers } = await ask("/daten/mein%20paket/seite.html");
    expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
  });

  it("answers only under the names of this machine, and only to questions", async () => {
    expect((await ask("/", { host: "evil.example" })).status).toBe(403);
    expect((await ask("/", { host: "127.0.0.1.evil.example" })).status).toBe(403);
    expect((await ask("/", { host: "localhost:1" })).status).toBe(200);
    expect((await ask("/", {}, "POST")).status).toBe(405);
    expect(await ask("/", {}, "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  it("listens on this machine only", async () => {
    expect(new URL(server.url).hostname).toBe("127.0.0.1");
    const isOpen = await new Promise((resolve) => {
      // The whole of 127/8 is this machine, but another address than the one listened on.
      const socket = connect(server.port, "127.0.0.2", () => {
        socket.destroy();
        resolve(true);
      });
      socket.on("error", () => resolve(false));
      socket.setTimeout(2000, () => {
        socket.destroy();
        resolve(false);
      });
    });
    expect(isOpen).toBe(false);
  });

  it("takes the next port where one is busy, and says so by its address", async () => {
    const busy = createServer();
    const port = await new Promise<number>((resolve) => {
      busy.listen(0, "127.0.0.1", () => {
        const address = busy.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
    const second = await serve({ appFolder: join(folder, "app"), port });
    expect(second.port).toBeGreaterThan(port);
    expect(second.url).toContain(`:${second.port}/`);
    await second.close();
    busy.close();
  });

  it("serves the app under another path, and nothing above it", async () => {
    const below = await serve({ appFolder: join(folder, "app"), base: "/amt/" });
    expect((await fetch(`${below.url}assets/index-abc.js`)).status).toBe(200);
    expect((await fetch(`${new URL("/", below.url)}`)).status).toBe(404);
    await below.close();
  });
});
