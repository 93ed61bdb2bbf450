import type {
  CityForData,
  DataBeside,
  DraftPreview,
  Inspection,
  ResourceDraft,
  WantedReading,
} from "../../domain/data-draft.ts";
import { fileBytes } from "../file-bytes.ts";
import { inspectFile } from "./inspect-file.ts";
import { previewDraft } from "./preview-draft.ts";

/** `inspectFile` for a file that may be of any size: one beyond the limits is not read, and that is said. */
export async function inspectChosen(
  name: string,
  file: Blob,
  city: CityForData,
  wanted?: WantedReading,
): Promise<Inspection> {
  const read = await fileBytes(name, file);
  if ("bytes" in read) return inspectFile(name, read.bytes, city, wanted);
  return { name, bytes: file.size, format: read.format, tables: [], clues: [], issues: [read.issue] };
}

/** The same for `previewDraft`. */
export async function previewChosen(
  draft: ResourceDraft,
  file: Blob,
  city: CityForData,
  beside?: DataBeside,
): Promise<DraftPreview> {
  const read = await fileBytes(draft.path, file, draft.format);
  if ("bytes" in read) return previewDraft(draft, read.bytes, city, beside);
  return { columns: [], rows: [], lines: [], rowCount: 0, kept: 0, rejected: 0, issues: [read.issue] };
}
