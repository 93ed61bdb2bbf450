import type { Task } from "../domain/services.ts";
import type { PackZipInput } from "./pack-zip.ts";
import type { SheetPdfInput } from "./sheet-pdf.ts";
import type { SheetPngInput } from "./sheet-png.ts";
import type { TableFileInput } from "./table-file.ts";

/* Names and types only, so that who asks does not load what draws. */

export const sheetPdfTask: Task<SheetPdfInput, Uint8Array<ArrayBuffer>> = { name: "sheet-pdf", worker: "export" };
export const sheetPngTask: Task<SheetPngInput, Uint8Array<ArrayBuffer>> = { name: "sheet-png", worker: "export" };
export const tableFileTask: Task<TableFileInput, Uint8Array<ArrayBuffer>> = { name: "table-file", worker: "export" };
export const packZipTask: Task<PackZipInput, Blob> = { name: "pack-zip", worker: "export" };
