// @ts-check
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/**
 * The one content security policy of the app. The build writes it into the page as a meta tag; the server of
 * `npm start` takes it from the built page and sends it as a header too, because a meta tag does not bind workers.
 *
 * @param {readonly string[]} hosts further origins that data may come from (ANLAUFPUNKT_HOSTS)
 * @returns {string}
 */
export function contentSecurityPolicy(hosts = []) {
  const directives = {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "style-src": ["'self'", ...constantStyles().map(hashSource)],
    "connect-src": ["'self'", ...hosts],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "worker-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}

/** What only a header can say: nobody may put the app into a frame. */
const ONLY_IN_HEADER = "frame-ancestors 'none'";

/**
 * The header for a built page: the policy of its meta tag and what only a header can say.
 *
 * @param {string} html
 * @returns {string}
 */
export function policyHeaderOfPage(html) {
  const content = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (!content) throw new Error("the built page carries no content security policy");
  return `${content}; ${ONLY_IN_HEADER}`;
}

/** A server as `connect-src` names it: with its scheme, where wished `*.` for all hosts below it, a port, a path. */
const SERVER = /^(https?):\/\/(\*\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*)(:(?:\d{1,5}|\*))?(\/[^?#;,'"*\s]*)?$/i;

/**
 * The servers in ANLAUFPUNKT_HOSTS, separated by blanks or commas.
 *
 * @param {string | undefined} list
 * @returns {string[]}
 * @throws where an entry is none, or would let the app ask anybody
 */
export function allowedHosts(list) {
  return (list ?? "")
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => {
      const refuse = (/** @type {string} */ why) => new Error(`ANLAUFPUNKT_HOSTS: "${entry}" ${why}`);
      if (/^(\*|https?:)$/i.test(entry) || /^([a-z]+:\/\/)?\*(:|\/|$)/i.test(entry)) {
        throw refuse("would let the app ask any server; name them, such as https://daten.example.de");
      }
      const [whole, scheme, below, host, port = "", path = ""] = SERVER.exec(entry) ?? [];
      if (whole === undefined || scheme === undefined || host === undefined) {
        if (SERVER.test(`https://${entry}`)) throw refuse(`needs its scheme: https://${entry}`);
        throw refuse("is not a server such as https://daten.example.de or https://*.example.de:8443");
      }
      if (below && !host.includes(".")) {
        throw refuse(
          `would let the app ask every server whose name ends in .${host}; name the domain, such as https://*.example.de`,
        );
      }
      return `${scheme}://${below ?? ""}${host}`.toLowerCase() + port + (path === "/" ? "" : path);
    });
}

/**
 * Texts of the `<style>` elements that libraries write at run time, read from the installed packages, so that an update
 * changes the hash with the text – or stops the build, where the text has moved.
 *
 * @returns {string[]}
 */
export function constantStyles() {
  const plotClass = textIn("@observablehq/plot/src/style.js", /return "(plot-\w+)";/);
  const pressable = textIn("react-aria/dist/private/interactions/usePress.mjs", /PRESSABLE_ATTRIBUTE = '([^']+)'/);
  return [
    textIn("@observablehq/plot/src/plot.js", /append\("style"\)\.text\(\s*`([^`]+)`/).replaceAll(
      "$" + "{className}",
      plotClass,
    ),
    textIn("react-aria/dist/private/interactions/usePress.mjs", /style\.textContent = `([^`]+)`\.trim\(\)/)
      .replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, pressable)
      .trim(),
    textIn("react-aria/dist/private/overlays/usePreventScroll.mjs", /style\.textContent = `([^`]+)`\.trim\(\)/).trim(),
  ];
}

/**
 * @param {string} file
 * @param {RegExp} pattern
 */
function textIn(file, pattern) {
  const found = pattern.exec(readFileSync(new URL(`../node_modules/${file}`, import.meta.url), "utf8"))?.[1];
  if (!found) throw new Error(`no constant style found in ${file}; see where the package writes it now`);
  return found;
}

/** @param {string} style */
function hashSource(style) {
  return `'sha256-${createHash("sha256").update(style).digest("base64")}'`;
}
