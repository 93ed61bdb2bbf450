import type { Issue } from "../domain/issue.ts";
import { DESCRIPTOR_NAME, type PackageSource } from "../domain/package-source.ts";
import { safeResourcePath } from "./resource-path.ts";

export type FilesFound = { readonly source: PackageSource } | { readonly issue: Issue };

/**
 * Makes a package of loose files. The folder that holds datapackage.json (the one nearest to the top) becomes the root; files beside
 * that folder and files with unsafe paths are left out.
 */
export function packageFromFiles(files: Iterable<readonly [path: string, file: Blob]>, label: string): FilesFound {
  const found: [string, Blob][] = [];
  let root: string | undefined;
  for (const [path, file] of files) {
    const safe = safeResourcePath(path);
    if (safe === undefined) continue;
    found.push([safe, file]);
    if (safe !== DESCRIPTOR_NAME && !safe.endsWith(`/${DESCRIPTOR_NAME}`)) continue;
    const folder = safe.slice(0, -DESCRIPTOR_NAME.length);
    if (root === undefined || depth(folder) < depth(root) || (depth(folder) === depth(root) && folder < root))
      root = folder;
  }
  if (root === undefined) {
    return {
      issue: {
        code: "package-without-descriptor",
        severity: "error",
        source: label,
        context: { files: found.length },
      },
    };
  }
  const folder = root;
  const inside: [string, Blob][] = found
    .filter(([path]) => path.startsWith(folder))
    .map(([path, file]) => [path.slice(folder.length), file]);
  // fromEntries defines own properties, so a file called __proto__ stays a file.
  return { source: { kind: "files", files: Object.fromEntries(inside), label } };
}

function depth(folder: string): number {
  return folder.split("/").length;
}
