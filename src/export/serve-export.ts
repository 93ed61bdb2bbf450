import type { Task } from "../domain/services.ts";
import { packZipTask, sheetPdfTask, sheetPngTask, tableFileTask } from "./sheet-tasks.ts";

/** What a registry of tasks has to offer. */
interface Registry {
  register<Input, Output>(
    task: Task<Input, Output>,
    implementation: (input: Input) => Promise<{ value: Output; transfer: readonly Transferable[] }>,
  ): unknown;
}

const moved = (bytes: Uint8Array<ArrayBuffer>) => ({ value: bytes, transfer: [bytes.buffer] });

/** Registers what makes files; the libraries behind are loaded when the first file is asked for. */
export function serveExport(registry: Registry): void {
  registry.register(sheetPdfTask, async (input) => moved(await (await import("./sheet-pdf.ts")).sheetPdf(input)));
  registry.register(sheetPngTask, async (input) => moved(await (await import("./sheet-png.ts")).sheetPng(input)));
  registry.register(tableFileTask, async (input) => moved(await (await import("./table-file.ts")).tableFile(input)));
  registry.register(packZipTask, async (input) => ({
    value: await (await import("./pack-zip.ts")).packZip(input),
    transfer: [],
  }));
}
