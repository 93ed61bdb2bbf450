// @ts-check
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir, platform } from "node:os";
import { delimiter, join } from "node:path";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/**
 * A Chromium, Chrome or Edge of this machine: CHROME_PATH, else what stands in the usual places.
 *
 * @returns {string | undefined}
 * @throws where CHROME_PATH names no file
 */
function findChromium() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names no file: ${chosen}`);
    return chosen;
  }
  return usualPlaces().find((path) => existsSync(path));
}

/**
 * As findChromium; on Debian and its relatives, where we may, installs one first.
 *
 * @returns {string}
 * @throws with what to do where there is none
 */
export function provideChromium() {
  const found = findChromium();
  if (found) return found;
  if (platform() === "linux" && existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    console.log("Installing Chromium for the browser tests …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit", env });
    const packages = ["chromium", "fonts-dejavu-core"];
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      stdio: "inherit",
      env,
    });
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need Chromium, Chrome or Edge, and none was found. Install one " +
      "(Debian, Ubuntu: sudo apt-get install chromium fonts-dejavu-core), or name it: CHROME_PATH=/path/to/chrome npm test",
  );
}

function usualPlaces() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  if (platform() === "darwin") {
    const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
    const folders = ["/Applications", join(homedir(), "Applications")];
    return [...folders.flatMap((folder) => apps.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`)), ...onPath];
  }
  if (platform() === "win32") {
    const roots = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);
    const programs = [
      "Google/Chrome/Application/chrome.exe",
      "Chromium/Application/chrome.exe",
      "Microsoft/Edge/Application/msedge.exe",
    ];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  return onPath;
}
