import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const MADE = new Set(["node_modules", "dist", ".git", ".cache"]);

/** The files of the repository, relative to its root; without git (an unpacked archive) everything but what is made. */
export function repositoryFiles(): string[] {
  try {
    const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
      cwd: ROOT,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    return list.split("\0").filter((path) => path && existsSync(join(ROOT, path)));
  } catch {
    return below("");
  }
}

function below(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !MADE.has(entry.name))
    .flatMap((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      return entry.isDirectory() ? below(path) : [path];
    });
}
