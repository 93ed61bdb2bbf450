// @ts-check
// Runs before anything is installed: Node's own modules only, and syntax that an old Node can still read.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The folder of the built app; ANLAUFPUNKT_DIST puts it elsewhere. */
export const APP_FOLDER = resolve(ROOT, process.env.ANLAUFPUNKT_DIST || "dist");

/** Ends the program with a message in both languages where Node is older than package.json asks for. */
export function requireNode() {
  const wanted = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).engines.node.replace(/[^\d.]/g, "");
  const [major = 0, minor = 0] = wanted.split(".").map(Number);
  const [hasMajor = 0, hasMinor = 0] = process.versions.node.split(".").map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  console.error(
    `Anlaufpunkt braucht Node.js ${wanted} oder neuer; hier läuft ${process.versions.node}. Neue Fassung: https://nodejs.org\n` +
      `Anlaufpunkt needs Node.js ${wanted} or newer; this is ${process.versions.node}. Get it from https://nodejs.org`,
  );
  process.exit(1);
}

/**
 * Installs the packages of package-lock.json, unless exactly these are there.
 *
 * @throws where npm fails
 */
export function installPackages() {
  if (packagesAreCurrent()) return;
  console.log("Pakete werden eingerichtet … / Installing packages …");
  const npm = process.env.npm_execpath;
  const done =
    npm && /\.[cm]?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, "ci", "--no-audit", "--no-fund"], { cwd: ROOT, stdio: "inherit" })
      : spawnSync("npm ci --no-audit --no-fund", { cwd: ROOT, stdio: "inherit", shell: true });
  if (done.status === 0) return;
  throw new Error(
    "Die Pakete konnten nicht eingerichtet werden (siehe oben). Besteht eine Verbindung zum Internet?\n" +
      "The packages could not be installed (see above). Is there a connection to the internet?",
  );
}

function packagesAreCurrent() {
  const installed = join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(installed, "utf8")).packages;
  // Optional packages are the binaries for other systems.
  return Object.keys(wanted).every(
    (path) => path === "" || wanted[path].optional || (present[path] && present[path].version === wanted[path].version),
  );
}

/**
 * Builds the app, unless the folder holds the build of exactly these sources.
 *
 * @throws where the build fails
 */
export function buildApp() {
  const stamp = join(APP_FOLDER, ".built-from");
  const sources = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  console.log("Die Anwendung wird gebaut … / Building the app …");
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const options = ["build", "--logLevel", "warn", "--outDir", APP_FOLDER, "--emptyOutDir"];
  // Test runners say NODE_ENV=test, and Vite would believe them and pack the slow React for developers.
  const env = { ...process.env, NODE_ENV: "production" };
  const done = spawnSync(process.execPath, [vite, ...options], { cwd: ROOT, stdio: "inherit", env });
  if (done.status !== 0) throw new Error("Der Bau ist gescheitert (siehe oben). / The build failed (see above).");
  // Vite empties the folder at each build, so a build by other hands has no stamp.
  writeFileSync(stamp, sources);
}

/** A hash over everything that the build reads. */
function fingerprint() {
  const hash = createHash("sha256").update(process.env.ANLAUFPUNKT_HOSTS || "");
  const inputs = ["index.html", "vite.config.ts", "package-lock.json", "data/content-security-policy.mjs"];
  for (const folder of ["src", "public", "data/modellstadt"]) inputs.push(...filesIn(folder));
  for (const path of inputs) hash.update(`\n${path}\n`).update(readFileSync(join(ROOT, path)));
  return hash.digest("hex");
}

/**
 * @param {string} folder relative to the root
 * @returns {string[]}
 */
function filesIn(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
}
