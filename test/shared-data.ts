import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../shared/data/", import.meta.url));

/** Path of a file of the real open data that stand beside the repository where they are available. */
export function sharedData(path: string): string {
  return root + path;
}

/** Tests that need the real data say so and are skipped where they are missing: `describe.skipIf(!hasSharedData)`. */
export const hasSharedData = existsSync(root);
