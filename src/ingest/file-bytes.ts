import { BYTES_OF_ANY_FORMAT, mostBytes } from "../domain/file-limits.ts";
import type { Issue } from "../domain/issue.ts";
import { guessFormat } from "./inspect/guess-format.ts";
import { formatOfFile } from "./table-formats.ts";

/** As many bytes tell the format. */
const HEAD = 8192;

/**
 * The bytes of a file that somebody has chosen, unless it is larger than files of its format may be: then nothing but its beginning is read.
 * @param format as a resource names it; told by the first bytes when absent
 */
export async function fileBytes(
  name: string,
  file: Blob,
  format?: string,
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer> } | { readonly issue: Issue; readonly format: string }> {
  const id = format ?? (file.size > BYTES_OF_ANY_FORMAT ? await formatByHead(name, file) : "");
  const most = mostBytes(id);
  if (id !== "" && file.size > most) {
    const context = { reason: "file-too-large", detail: most, bytes: file.size };
    return { issue: { code: "resource-unreadable", severity: "error", source: name, context }, format: id };
  }
  return { bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function formatByHead(name: string, file: Blob): Promise<string> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const { format, unreadable } = guessFormat(name, head);
  // The directory of a zip stands at its end.
  return unreadable === "damaged" ? (formatOfFile(name)?.id ?? "zip") : format;
}
