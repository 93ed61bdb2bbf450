// @ts-check
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import mime from "mime-types";
import send from "send";
import { policyHeaderOfPage } from "./content-security-policy.mjs";

/** Only this machine can reach the server. */
const HOST = "127.0.0.1";

const ENCODINGS = [
  { name: "br", suffix: ".br" },
  { name: "gzip", suffix: ".gz" },
];

/**
 * Serves the built app and, beside it, data packages under `daten/<name>/`.
 *
 * @param {object} options
 * @param {string} options.appFolder the built app
 * @param {ReadonlyMap<string, string>} [options.packages] name → folder with a datapackage.json
 * @param {number} [options.port] the first port to try, 0 for any free one
 * @param {string} [options.base] path that the app lives under, with slashes at both ends
 * @param {(report: Record<string, unknown>) => void} [options.onViolation] receives reports of the browser about
 *   violations of the content security policy, from workers too; for tests
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 * @throws where the app is not built or no port is free
 */
export async function serve({ appFolder, packages = new Map(), port = 0, base = "/", onViolation }) {
  const policy = policyHeaderOfPage(readFileSync(join(appFolder, "index.html"), "utf8"));
  const reportPath = `${base}violations`;

  const server = createServer((request, response) => {
    // A page elsewhere that lets its own name point to this machine must not read the data.
    if (!/^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? "")) return refuse(response, 403);
    const path = pathOf(request.url);
    if (onViolation && request.method === "POST" && path === reportPath) {
      return receiveJson(request, (body) => {
        onViolation(body["csp-report"] ?? body);
        response.writeHead(204).end();
      });
    }
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405);
    if (!path?.startsWith(base)) return refuse(response, 404);

    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");

    const [, name, file] = /^daten\/([^/]+)(\/.*)$/.exec(path.slice(base.length)) ?? [];
    const folder = name === undefined ? undefined : packages.get(decode(name) ?? "");
    if (folder !== undefined && file !== undefined) {
      // Data are never a document: a page that hides in a package gets no rights.
      response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      response.setHeader("Cache-Control", "no-cache");
      sendFile(request, response, folder, file, false);
      return;
    }
    response.setHeader("Content-Security-Policy", onViolation ? `${policy}; report-uri ${reportPath}` : policy);
    const inApp = `/${path.slice(base.length)}`;
    // The names of the files in assets/ change with their contents.
    const isHashed = inApp.startsWith("/assets/");
    response.setHeader("Cache-Control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    sendFile(request, response, appFolder, inApp, true);
  });

  const taken = await listen(server, port);
  return {
    port: taken,
    url: `http://${HOST}:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} folder
 * @param {string} path still encoded
 * @param {boolean} isCompressed whether the folder holds .br and .gz files beside the others
 */
function sendFile(request, response, folder, path, isCompressed) {
  const plain = path.endsWith("/") ? `${path}index.html` : path;
  let wanted = plain;
  if (isCompressed) {
    response.setHeader("Vary", "Accept-Encoding");
    const accepted = String(request.headers["accept-encoding"] ?? "");
    const decoded = decode(plain);
    // Ranges count bytes of the file itself. `send` alone judges whether the path may be read at all.
    const encoding = request.headers.range
      ? undefined
      : ENCODINGS.find(
          ({ name, suffix }) =>
            new RegExp(`\\b${name}\\b`).test(accepted) &&
            decoded !== undefined &&
            !decoded.includes("\0") &&
            existsSync(join(folder, decoded + suffix)),
        );
    if (encoding) {
      wanted += encoding.suffix;
      response.setHeader("Content-Encoding", encoding.name);
      response.setHeader("Content-Type", mime.contentType(extname(plain)) || "application/octet-stream");
    }
  }
  send(request, wanted, { root: folder, dotfiles: "ignore", index: false, cacheControl: false }).pipe(response);
}

/** @param {string | undefined} url */
function pathOf(url) {
  const path = (url ?? "/").split(/[?#]/)[0];
  return path?.startsWith("/") ? path : undefined;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {number} status
 */
function refuse(response, status) {
  response.writeHead(status, { "Content-Type": "text/plain" }).end(String(status));
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {(body: Record<string, any>) => void} receive
 */
function receiveJson(request, receive) {
  let text = "";
  request.setEncoding("utf8");
  request.on("data", (part) => {
    text += part;
  });
  request.on("end", () => receive(JSON.parse(text)));
}

/**
 * Listens on the port or on one of the next twenty.
 *
 * @param {import("node:http").Server} server
 * @param {number} port
 * @returns {Promise<number>} the port taken
 */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    let tried = port;
    server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== "EADDRINUSE" || port === 0 || tried >= port + 20) return reject(error);
      tried += 1;
      server.listen(tried, HOST);
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(address && typeof address === "object" ? address.port : tried);
    });
  });
}
