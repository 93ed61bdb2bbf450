// @ts-check
// Which libraries Anlaufpunkt rests on, and under which licences: written beside the built app, so that every copy carries its notices.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Where the notices lie in the built app. */
export const LICENCES_FILE = "licences/third-party.txt";

/**
 * @typedef {object} Library
 * @property {string} name
 * @property {string} version
 * @property {string} licence as the package declares it
 * @property {string} home an address, or ""
 * @property {string} text of its licence files; "" = the package has none
 */

/**
 * The dependencies of the app with all that these rest on, by name; packages of types alone hold no code and are left out.
 * @returns {Library[]}
 */
export function thirdPartyLibraries() {
  /** @type {Record<string, { dependencies?: Record<string, string> }>} */
  const locked = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  /** @type {Set<string>} */
  const paths = new Set([""]);
  // A set hands out what is added while it is walked.
  for (const path of paths) {
    for (const name of Object.keys(locked[path]?.dependencies ?? {})) {
      const found = placeOf(locked, name, path);
      if (!found) throw new Error(`${name}, which ${path} needs, is not locked`);
      paths.add(found);
    }
  }
  paths.delete("");
  return [...paths]
    .map(libraryAt)
    .filter(({ name }) => !/^(@types\/|undici-types$)/.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/**
 * Node looks from the folder of a package upwards.
 * @param {Record<string, unknown>} locked
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function placeOf(locked, name, from) {
  const path = `${from && `${from}/`}node_modules/${name}`;
  if (path in locked) return path;
  if (from === "") return undefined;
  return placeOf(locked, name, from.slice(0, Math.max(0, from.lastIndexOf("node_modules/") - 1)));
}

/**
 * @param {string} path
 * @returns {Library}
 */
function libraryAt(path) {
  const folder = join(ROOT, path);
  const described = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).sort();
  const texts = files
    .filter((file) => /^(licen[cs]e|copying|notice|ofl)([.-]|$)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  const { name, version, license, licenses, homepage, repository } = described;
  const declared = [license, ...(Array.isArray(licenses) ? licenses : [])].flatMap((one) => one?.type ?? one ?? []);
  return {
    name,
    version,
    licence: declared.join(", ") || "as its text says",
    home: String(homepage ?? repository?.url ?? repository ?? ""),
    text: texts.join("\n\n"),
  };
}

/** The notices of all libraries as one text, each licence text once. */
export function thirdPartyNotices() {
  const libraries = thirdPartyLibraries();
  /** @type {Map<string, Library[]>} */
  const byText = new Map();
  for (const library of libraries) byText.set(library.text, [...(byText.get(library.text) ?? []), library]);
  const sections = [...byText].map(([text, own]) => {
    const names = own.map(
      ({ name, version, licence, home }) => `${name} ${version} – ${licence}${home && ` – ${home}`}`,
    );
    return `${names.join("\n")}\n\n${text || "The package comes without the text of its licence, which is the one that is named above."}`;
  });
  return `Anlaufpunkt is under the MIT licence. It rests on these ${libraries.length} libraries, which keep their own; the built app holds the parts of them
that it uses. How opening_hours (LGPL) can be replaced stands in licences/opening_hours/NOTICE.txt.

${sections.join(`\n\n${"─".repeat(100)}\n\n`)}
`;
}
