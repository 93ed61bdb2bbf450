import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { provideChromium } from "./find-chromium.mjs";

export interface Profile {
  readonly context: BrowserContext;
  /** Ends the browser as a power cut would: nothing is written any more. */
  kill(): Promise<void>;
}

/** A Chromium whose profile lies in a folder: what a page has stored is there again when it is launched on the same folder. */
export async function launchProfile(folder: string): Promise<Profile> {
  const portFile = join(folder, "DevToolsActivePort");
  rmSync(portFile, { force: true });
  // A browser that was killed leaves its lock.
  for (const lock of ["SingletonLock", "SingletonCookie", "SingletonSocket"])
    rmSync(join(folder, lock), { force: true });
  const child = spawn(
    provideChromium(),
    [
      "--headless",
      `--user-data-dir=${folder}`,
      "--remote-debugging-port=0",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--use-angle=swiftshader",
      "--enable-unsafe-swiftshader",
      "--disable-background-networking",
      "--disable-features=AutofillServerCommunication",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--password-store=basic",
      "--proxy-server=http://127.0.0.1:9",
      "--proxy-bypass-list=127.0.0.1",
      "--lang=de-DE",
      "about:blank",
    ],
    { stdio: "ignore", detached: true },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const until = Date.now() + 60_000;
  while (!existsSync(portFile) || readFileSync(portFile, "utf8").trim() === "") {
    if (Date.now() > until || child.exitCode !== null) throw new Error("the browser does not start");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const port = readFileSync(portFile, "utf8").split("\n")[0];
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  if (!context) throw new Error("the browser has no profile");
  return {
    context,
    async kill() {
      // The whole group: the browser and what draws and stores for it.
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
}
