import { DESCRIPTOR_NAME } from "../domain/package-source.ts";
import { type FilesFound, packageFromFiles } from "./package-from-files.ts";
import { unpackZip, ZIP_LIMITS, type ZipLimits } from "./unpack-zip.ts";
import { UnreadableZip } from "./zip-directory.ts";

/** A directory of 5,000 files with long names is shorter; it stands at the end. */
const DIRECTORY_BYTES = 4_000_000;

/**
 * Unpacks a zipped package (folder inside or not); a zip of something else stays packed. Meant for a worker: it takes as long as unpacking
 * takes. A file that is larger than what may come out of it is not read, but for its end.
 */
export async function readZip(zip: Blob, label: string, limits: ZipLimits = ZIP_LIMITS): Promise<FilesFound> {
  const end = new Uint8Array(await zip.slice(-DIRECTORY_BYTES).arrayBuffer());
  // Names of DOS and of today write these letters with the same bytes.
  const directory = new TextDecoder("latin1").decode(end);
  const isWhole = directory.includes("PK\u0005\u0006");
  if (!directory.includes(DESCRIPTOR_NAME) && (isWhole || zip.size > limits.bytes)) {
    return { issue: { code: "package-without-descriptor", severity: "error", source: label, context: { files: 1 } } };
  }
  if (zip.size > limits.bytes) {
    const context = { bytes: zip.size, limit: limits.bytes };
    return { issue: { code: "package-too-large", severity: "error", source: label, context } };
  }
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
