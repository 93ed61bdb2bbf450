import type { Sheet, SheetPicture } from "../domain/sheet.ts";
import { fileName } from "../export/file-name.ts";
import type { SheetFonts } from "../export/pdf-type.ts";
import type { SheetFormat } from "../export/sheet-format.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { type App, notify, whilePending } from "./app.ts";
import { composeSheet } from "./compose-sheet.ts";

/** What a file of a sheet is made from. */
export interface SheetParts {
  readonly sheet: Sheet;
  readonly picture: SheetPicture;
  readonly fonts: SheetFonts;
}

interface SheetFile {
  readonly format: (formats: typeof import("../export/sheet-format.ts")) => SheetFormat;
  /** Device pixels per CSS pixel of the map. */
  readonly pixelRatio: number;
  readonly type: string;
  readonly extension: string;
  make(parts: SheetParts): Promise<Uint8Array<ArrayBuffer>>;
}

/** Composes what is shown, paints its map, makes the file in a worker, and saves it; a failure becomes a notice. */
export async function exportSheet(app: App, file: SheetFile): Promise<void> {
  const { services, store } = app;
  try {
    await whilePending(app, `export ${file.extension}`, async () => {
      const now = services.clock.now();
      const sheet = composeSheet(store.getState(), now);
      if (!sheet) throw new Error("nothing is shown yet");
      const formats = await import("../export/sheet-format.ts");
      const pixels = formats.mapPixels(file.format(formats));
      const [painted, fonts] = await Promise.all([
        services.mapPainter.paint({ ...pixels, pixelRatio: file.pixelRatio }),
        readFonts(app, sheet),
      ]);
      const png = new Uint8Array(await painted.png.arrayBuffer());
      const { metresPerPixel, largestCircle } = painted;
      const picture = { png, metresPerPixel, largestCircle, ...pixels };
      const bytes = await file.make({ sheet, picture, fonts });
      const name = nameOf(app, file.extension, now);
      services.files.save(name, new Blob([bytes], { type: file.type }));
      notify(app, "information", { key: "file-saved", name });
    });
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: file.extension.toUpperCase(), reason: reasonOf(error) });
  }
}

/** The name of a file about what is shown. */
export function nameOf(app: App, extension: string, now: Date): string {
  const { view, document } = app.store.getState();
  const about = exportTexts[view.lang].fileNames[view.view];
  return fileName([document.map?.info.name ?? "", about], now, extension);
}

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

async function readFonts({ services }: App, sheet: Sheet): Promise<SheetFonts> {
  const [{ FONT_FILES }, { needsExtendedLatin }] = await Promise.all([
    import("../export/font-files.ts"),
    import("../export/pdf-type.ts"),
  ]);
  const read = services.readAsset;
  const [regular, strong] = await Promise.all([read(FONT_FILES.regular), read(FONT_FILES.strong)]);
  if (!needsExtendedLatin(JSON.stringify(sheet))) return { regular, strong };
  const [regularExtended, strongExtended] = await Promise.all([
    read(FONT_FILES.regularExtended),
    read(FONT_FILES.strongExtended),
  ]);
  return { regular, strong, regularExtended, strongExtended };
}
