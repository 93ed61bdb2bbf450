import { read, type WorkBook } from "@e965/xlsx";
import { zipSync } from "fflate";
import type { ZipLimits } from "../../sources/unpack-zip.ts";
import { unpackZip } from "../unpack-zip.ts";
import { UnreadableFile } from "../unreadable-file.ts";

/**
 * A sheet of 300,000 rows has about this much XML; unpacked the library takes four to ten times as much memory (measured: 100,000 rows
 * 273 MB as XLSX, 606 MB as ODS), and a tab has 4 GB.
 */
const WORKBOOK_LIMITS: ZipLimits = { bytes: 300_000_000, files: 5000 };

/** More rows take the library minutes and gigabytes; a table that long belongs into CSV or Parquet. */
export const MOST_ROWS = 400_000;

/** Pictures, charts and programs in a workbook: nothing of them is a table. */
const BESIDE =
  /^(xl\/(media|embeddings|drawings|charts|vbaProject)|docProps\/thumbnail|Pictures\/|Thumbnails\/|ObjectReplacements\/)/;

const opened = new WeakMap<Uint8Array, WorkBook>();

/**
 * A workbook of Excel (XLSX, XLSM, XLSB, XLS) or LibreOffice (ODS). The same bytes are taken apart once: looks at the sheets, at the first
 * lines and at the rows follow each other.
 * @throws UnreadableFile
 */
export function openWorkbook(bytes: Uint8Array): WorkBook {
  const known = opened.get(bytes);
  if (known) return known;
  const workbook = parsed(bytes);
  opened.set(bytes, workbook);
  return workbook;
}

function parsed(bytes: Uint8Array): WorkBook {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
  // The library takes anything for a table: texts, pages, pictures.
  if (!isZip && !isCompound) throw new UnreadableFile("no-workbook");
  const content = isZip ? checkedZip(bytes) : bytes;
  try {
    return read(content, {
      type: "array",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      sheetRows: MOST_ROWS + 1,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw /password|encrypt/i.test(message)
      ? new UnreadableFile("zip-encrypted")
      : new UnreadableFile("broken", message);
  }
}

/** The library believes the sizes that a zip names and inflates all of it: it gets only what was unpacked under guard, packed no more. */
function checkedZip(bytes: Uint8Array): Uint8Array {
  const files = unpackZip(bytes, (name) => !BESIDE.test(name), WORKBOOK_LIMITS);
  if (!files.has("[Content_Types].xml") && !files.has("content.xml")) throw new UnreadableFile("no-workbook");
  // fromEntries defines own properties, so a file called __proto__ stays a file.
  return zipSync(Object.fromEntries(files), { level: 0 });
}
