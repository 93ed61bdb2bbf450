import type { Language } from "../domain/localized.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { formatsFor } from "../i18n/formats.ts";
import type { Box } from "./sheet-format.ts";
import { SHEET_INK } from "./sheet-ink.ts";
import type { SheetBlock } from "./sheet-marks.ts";

/** The ground under the picture of the map: metres per CSS pixel, its width and its largest circle in CSS pixels. */
export interface GroundScale {
  readonly metresPerPixel: number;
  readonly width: number;
  readonly largestCircle?: number | undefined;
}

/** The longest length of 1, 2 or 5 times a power of ten that is not above `most`. */
export function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * (most >= 5 * power ? 5 : most >= 2 * power ? 2 : 1);
}

/** A scale bar at the foot of the legend's column, its end flush with the lower edge of the map. */
export function layOutScale(
  language: Language,
  ground: GroundScale,
  map: Box,
  column: Box,
  size: number,
): { readonly block: SheetBlock; readonly height: number } {
  const formats = formatsFor(language);
  const metresPerPoint = (ground.metresPerPixel * ground.width) / map.width;
  const metres = roundLength(column.width * 0.62 * metresPerPoint);
  const length = metres / metresPerPoint;
  const text =
    metres >= 1000
      ? formats.withUnit(formats.count(metres / 1000), "km")
      : formats.withUnit(formats.count(metres), "m");
  const style = { size: 8.5 * size, weight: 400, colour: SHEET_INK.ink } as const;
  const y = column.y + column.height - 0.6;
  const bar = { colour: SHEET_INK.ink, thickness: 1.2 };
  return {
    height: 32 * size,
    block: {
      tag: "Figure",
      alternative: exportTexts[language].scale(text),
      marks: [
        { kind: "text", x: column.x, y: y - 7 * size, text, style },
        { kind: "line", from: [column.x, y], to: [column.x + length, y], ...bar },
        { kind: "line", from: [column.x + 0.6, y], to: [column.x + 0.6, y - 4 * size], ...bar },
        { kind: "line", from: [column.x + length - 0.6, y], to: [column.x + length - 0.6, y - 4 * size], ...bar },
      ],
    },
  };
}
