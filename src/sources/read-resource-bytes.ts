import type { Issue } from "../domain/issue.ts";
import { DESCRIPTOR_NAME, type PackageSource } from "../domain/package-source.ts";
import { safeResourcePath } from "./resource-path.ts";

export type ResourceBytes = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly issue: Issue };

/**
 * The bytes of one file of the package, or the issue that says why there are none. Throws only when `signal` was aborted.
 * @param most bytes; a larger file is not read
 */
export async function readResourceBytes(
  source: PackageSource,
  path: string,
  signal: AbortSignal,
  most: number = Number.POSITIVE_INFINITY,
): Promise<ResourceBytes> {
  signal.throwIfAborted();
  const found = locateResource(source, path);
  if ("issue" in found) return found;
  try {
    if ("file" in found && found.file.size > most) return { issue: tooLarge(path, found.file.size, most) };
    if ("file" in found) return { bytes: new Uint8Array(await found.file.arrayBuffer()) };
    const response = await fetch(found.url, { signal, credentials: "same-origin" });
    if (!response.ok) {
      const gone = response.status === 404 || response.status === 410;
      return { issue: failure(gone ? "resource-missing" : "resource-unreadable", path, `HTTP ${response.status}`) };
    }
    // A server that answers every address with its start page (single-page fallback) has no such file.
    if (response.headers.get("content-type")?.startsWith("text/html")) {
      return { issue: failure("resource-missing", path, "text/html") };
    }
    const promised = Number(response.headers.get("content-length") ?? 0);
    if (promised > most) {
      await response.body?.cancel();
      return { issue: tooLarge(path, promised, most) };
    }
    return { bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    signal.throwIfAborted();
    return { issue: failure("resource-unreadable", path, error instanceof Error ? error.message : String(error)) };
  }
}

/** Where one file of the package can be asked in parts: its URL, or the file itself. */
export function locateResource(
  source: PackageSource,
  path: string,
): { readonly url: string } | { readonly file: Blob } | { readonly issue: Issue } {
  const safe = safeResourcePath(path);
  if (safe === undefined) return { issue: failure("resource-path-unsafe", path, "") };
  if (source.kind === "extended") {
    return Object.hasOwn(source.files, safe) ? { file: source.files[safe] as Blob } : locateResource(source.base, path);
  }
  if (source.kind === "files") {
    return Object.hasOwn(source.files, safe)
      ? { file: source.files[safe] as Blob }
      : { issue: failure("resource-missing", path, "") };
  }
  if (safe === DESCRIPTOR_NAME) return { url: source.descriptor };
  // The path is a name of a file, not of an address: `#`, `?` and `%` in it mean themselves.
  return { url: new URL(safe.split("/").map(encodeURIComponent).join("/"), source.descriptor).href };
}

function tooLarge(path: string, bytes: number, most: number): Issue {
  const context = { reason: "file-too-large", detail: most, bytes };
  return { code: "resource-unreadable", severity: "error", source: path, context };
}

function failure(
  code: "resource-missing" | "resource-unreadable" | "resource-path-unsafe",
  path: string,
  reason: string,
): Issue {
  return { code, severity: "error", source: path, context: { reason } };
}
