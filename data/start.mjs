// @ts-check
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { APP_FOLDER, buildApp, installPackages, requireNode } from "./set-up.mjs";

const DEFAULT_PORT = 4173;
const HELP = `npm start -- [folder] [--port ${DEFAULT_PORT}] [--no-open]
  folder      Datenpaket (Ordner mit datapackage.json); ohne: die Modellstadt
              data package (folder with a datapackage.json); without: the model city
  --port      erster Port, der versucht wird / first port to try
  --no-open   keinen Browser öffnen / do not open a browser`;

requireNode();
const { folder, port, mayOpen } = await readOptions();
try {
  installPackages();
  buildApp();
} catch (error) {
  leave(String(error instanceof Error ? error.message : error), 1);
}

const { serve } = await import("./serve.mjs");
const name = folder && basename(folder);
const server = await serve({
  appFolder: APP_FOLDER,
  packages: new Map(folder && name ? [[name, folder]] : []),
  port,
});
if (server.port !== port) {
  console.log(`Port ${port} ist belegt, daher ${server.port}. / Port ${port} is taken, so ${server.port}.`);
}
const address = name ? `${server.url}?data=daten/${encodeURIComponent(name)}/datapackage.json` : server.url;
console.log(`\n  Anlaufpunkt: ${address}\n\n  Beenden mit Strg+C / stop with Ctrl+C`);
if (mayOpen && hasDesktop()) openBrowser(address);

async function readOptions() {
  // Node before 18.3 has no parseArgs; imported at the top, it would fail before requireNode can say so.
  const { parseArgs } = await import("node:util");
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        port: { type: "string", default: String(DEFAULT_PORT) },
        "no-open": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    if (values.help) leave(HELP, 0);
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) leave(`--port ${values.port}: 0–65535\n\n${HELP}`, 1);
    if (positionals.length > 1) leave(HELP, 1);
    // npm runs the script in the folder of package.json; the user's own folder is in INIT_CWD.
    const folder = positionals[0] && resolve(process.env.INIT_CWD || ".", positionals[0]);
    if (folder && !existsSync(join(folder, "datapackage.json"))) {
      leave(
        `In ${folder} liegt keine datapackage.json. / There is no datapackage.json in ${folder}.\n` +
          "Wie ein Datenpaket aussieht, steht in data/README.md. / data/README.md says what a data package looks like.",
        1,
      );
    }
    return { folder, port, mayOpen: !values["no-open"] };
  } catch (error) {
    return leave(`${error instanceof Error ? error.message : error}\n\n${HELP}`, 1);
  }
}

/**
 * @param {string} message
 * @param {number} code
 * @returns {never}
 */
function leave(message, code) {
  (code === 0 ? console.log : console.error)(message);
  process.exit(code);
}

function hasDesktop() {
  const { CI, SSH_CONNECTION, SSH_TTY, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || SSH_CONNECTION || SSH_TTY || !process.stdout.isTTY) return false;
  return process.platform === "win32" || process.platform === "darwin" || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** @param {string} address */
function openBrowser(address) {
  /** @type {[string, string[]]} */
  const [command, options] =
    process.platform === "win32"
      ? ["cmd", ["/c", "start", "", address.replaceAll("&", "^&")]]
      : [process.platform === "darwin" ? "open" : "xdg-open", [address]];
  const child = spawn(command, options, { stdio: "ignore", detached: true });
  // The address is printed in any case.
  child.on("error", () => {});
  child.unref();
}
