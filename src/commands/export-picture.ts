import { sheetPngTask } from "../export/sheet-tasks.ts";
import type { App } from "./app.ts";
import { exportSheet } from "./export-sheet.ts";

/** Three pixels per point of the picture are 1.875 per CSS pixel of its map. */
const PICTURE_RATIO = 1.875;

/** Saves what is shown as a picture for slides and texts. */
export function exportPicture(app: App): Promise<void> {
  return exportSheet(app, {
    format: ({ WIDE_PICTURE }) => WIDE_PICTURE,
    pixelRatio: PICTURE_RATIO,
    type: "image/png",
    extension: "png",
    make: (parts) => app.services.runner.run(sheetPngTask, parts, { transfer: [parts.picture.png.buffer] }),
  });
}
