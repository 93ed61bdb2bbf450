import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageSource } from "../../src/domain/package-source.ts";

/** A folder on disk as if it had been dropped on the app. */
export function packageOnDisk(folder: string): PackageSource {
  const files: [string, Blob][] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const inside = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory()) walk(inside);
      else files.push([inside, new Blob([readFileSync(join(folder, inside))])]);
    }
  };
  walk("");
  return { kind: "files", files: Object.fromEntries(files), label: folder.split("/").filter(Boolean).at(-1) ?? folder };
}
