import { unzipSync } from "fflate";
import { type FilesFound, packageFromFiles } from "./package-from-files.ts";

export interface ZipLimits {
  /** Sum of the unpacked sizes. */
  readonly bytes: number;
  readonly files: number;
}

/** A browser's buffer ends below 2 GiB; a country of 3,000,000 cells with its network stays well below 1 GiB. */
const ZIP_LIMITS: ZipLimits = { bytes: 1024 ** 3, files: 5000 };

class TooLarge extends Error {}

/**
 * Unpacks a zipped package (folder inside or not). Sizes are checked before anything is unpacked, and a file that turns out larger
 * than its entry says is refused by the inflater. Meant for a worker: it takes as long as unpacking takes.
 */
export async function readZip(zip: Blob, label: string, limits: ZipLimits = ZIP_LIMITS): Promise<FilesFound> {
  let bytes = 0;
  let files = 0;
  let unpacked: Record<string, Uint8Array>;
  try {
    unpacked = unzipSync(new Uint8Array(await zip.arrayBuffer()), {
      filter: (entry) => {
        if (entry.name.endsWith("/") || /(^|[/\\])(__MACOSX[/\\]|\.)/.test(entry.name)) return false;
        bytes += entry.originalSize;
        files++;
        if (bytes > limits.bytes || files > limits.files) throw new TooLarge();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof TooLarge) {
      return {
        issue: {
          code: "package-too-large",
          severity: "error",
          source: label,
          context: { files, bytes, limit: limits.bytes },
        },
      };
    }
    return {
      issue: {
        code: "package-unreadable",
        severity: "error",
        source: label,
        context: { reason: error instanceof Error ? error.message : String(error) },
      },
    };
  }
  const entries = Object.entries(unpacked).map(
    ([path, content]) => [path.replaceAll("\\", "/"), new Blob([content as Uint8Array<ArrayBuffer>])] as const,
  );
  return packageFromFiles(entries, label);
}
