import { type FilesFound, packageFromFiles } from "./package-from-files.ts";
import { unpackZip, ZIP_LIMITS, type ZipLimits } from "./unpack-zip.ts";
import { UnreadableZip } from "./zip-directory.ts";

/** Unpacks a zipped package (folder inside or not). Meant for a worker: it takes as long as unpacking takes. */
export async function readZip(zip: Blob, label: string, limits: ZipLimits = ZIP_LIMITS): Promise<FilesFound> {
  try {
    const isPart = (name: string) => !/(^|[/\\])(__MACOSX[/\\]|\.)/.test(name);
    const files = unpackZip(new Uint8Array(await zip.arrayBuffer()), isPart, limits);
    const entries = [...files].map(([path, content]) => [path.replaceAll("\\", "/"), new Blob([content])] as const);
    return packageFromFiles(entries, label);
  } catch (error) {
    if (!(error instanceof UnreadableZip)) throw error;
    const { reason, file, files, bytes } = error;
    return reason === "zip-too-large"
      ? {
          issue: {
            code: "package-too-large",
            severity: "error",
            source: label,
            context: { files, bytes, limit: limits.bytes },
          },
        }
      : { issue: { code: "package-unreadable", severity: "error", source: label, context: { reason, detail: file } } };
  }
}
