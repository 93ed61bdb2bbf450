import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { APP_FOLDER } from "../../data/set-up.mjs";

/** The app of the run with further servers in the policy of its page; all else is the build itself. */
export interface AppAllowing {
  readonly folder: string;
  /** Writes these servers into the page, as IT would; a server that runs already goes on sending the header that it knows. */
  allow(hosts: readonly string[]): void;
  remove(): void;
}

export function appAllowing(hosts: readonly string[]): AppAllowing {
  const folder = mkdtempSync(join(tmpdir(), "anlaufpunkt-app-"));
  for (const entry of readdirSync(APP_FOLDER, { withFileTypes: true })) {
    const [from, to] = [join(APP_FOLDER, entry.name), join(folder, entry.name)];
    if (entry.isDirectory()) symlinkSync(from, to, "junction");
    else cpSync(from, to);
  }
  const allow = (allowed: readonly string[]) => {
    const page = readFileSync(join(APP_FOLDER, "index.html"), "utf8");
    const allowing = page.replace("connect-src 'self'", (found) => [found, ...allowed].join(" "));
    if (allowing === page) throw new Error("the policy of the built page names no connect-src 'self'");
    writeFileSync(join(folder, "index.html"), allowing);
  };
  allow(hosts);
  return { folder, allow, remove: () => rmSync(folder, { recursive: true }) };
}
