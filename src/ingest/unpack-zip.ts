import { unpackZip as unpackGuarded, type ZipLimits } from "../sources/unpack-zip.ts";
import { UnreadableZip, zipEntries } from "../sources/zip-directory.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export interface ZipEntry {
  readonly name: string;
  /** Unpacked, as the directory says. */
  readonly bytes: number;
}

/** The files in a zip, by its directory; nothing is unpacked. @throws UnreadableFile */
export function entriesOfZip(zip: Uint8Array): ZipEntry[] {
  return orReason(() => zipEntries(zip)).filter(
    ({ name }) => !name.endsWith("/") && !/(^|[/\\])(__MACOSX[/\\]|\.)/.test(name),
  );
}

/**
 * Unpacks the wanted files of a zip from an unknown hand: never more than the limits, and never a file of another size or checksum than the
 * directory says.
 * @throws UnreadableFile
 */
export function unpackZip(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
  limits?: ZipLimits,
): Map<string, Uint8Array<ArrayBuffer>> {
  return orReason(() => unpackGuarded(zip, wanted, limits));
}

function orReason<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof UnreadableZip) {
      throw new UnreadableFile(error.reason, error.reason === "zip-too-large" ? String(error.most) : error.file);
    }
    throw error;
  }
}
