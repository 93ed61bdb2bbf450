import { sheetPdfTask } from "../export/sheet-tasks.ts";
import type { App } from "./app.ts";
import { exportSheet } from "./export-sheet.ts";

/** The map's CSS pixels are 1.6 per point, that is 115 per inch: times 2.6 makes 300 per inch in print. */
const PRINT_RATIO = 2.6;

/** Saves what is shown as a page of A4 landscape. */
export function exportPdf(app: App): Promise<void> {
  const { runner, clock } = app.services;
  return exportSheet(app, {
    format: ({ A4_PAGE }) => A4_PAGE,
    pixelRatio: PRINT_RATIO,
    type: "application/pdf",
    extension: "pdf",
    make: (parts) =>
      runner.run(sheetPdfTask, { ...parts, created: clock.now() }, { transfer: [parts.picture.png.buffer] }),
  });
}
