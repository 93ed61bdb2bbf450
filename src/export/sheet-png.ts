import type { Sheet, SheetPicture } from "../domain/sheet.ts";
import type { SheetFonts } from "./pdf-type.ts";
import { WIDE_PICTURE } from "./sheet-format.ts";
import { layOutSheet } from "./sheet-layout.ts";
import type { Mark, TextStyle } from "./sheet-marks.ts";

export interface SheetPngInput {
  readonly sheet: Sheet;
  readonly picture: SheetPicture;
  readonly fonts: SheetFonts;
}

/** Pixels per point: 2,880 × 1,620, sharp on every projector and in half a page of print. */
export const PNG_SCALE = 3;

const FAMILY = "Sheet Sans";

/** One sheet as a picture of 16 : 9, drawn in a worker. Needs OffscreenCanvas with fonts, which all current browsers have. */
export async function sheetPng({ sheet, picture, fonts }: SheetPngInput): Promise<Uint8Array<ArrayBuffer>> {
  await addFonts(fonts);
  const { width, height } = WIDE_PICTURE;
  const canvas = new OffscreenCanvas(width * PNG_SCALE, height * PNG_SCALE);
  const pen = canvas.getContext("2d", { alpha: false });
  if (!pen) throw new Error("no 2d canvas for a picture");
  pen.scale(PNG_SCALE, PNG_SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = "high";
  const measure = (text: string, style: TextStyle) => {
    pen.font = fontOf(style);
    return pen.measureText(text).width;
  };
  const map = await createImageBitmap(new Blob([picture.png], { type: "image/png" }));
  for (const block of layOutSheet(sheet, picture, WIDE_PICTURE, measure)) {
    for (const mark of block.marks) drawMark(pen, mark, map);
  }
  map.close();
  const blob = await canvas.convertToBlob({ type: "image/png" });
  return new Uint8Array(await blob.arrayBuffer());
}

const fontOf = (style: TextStyle) => `${style.weight} ${style.size}px "${FAMILY}", sans-serif`;

let added: Promise<unknown> | undefined;

/** A worker does not see the fonts of the page. */
function addFonts(fonts: SheetFonts): Promise<unknown> {
  added ??= Promise.all(
    [
      { bytes: fonts.regular, weight: "400" },
      { bytes: fonts.strong, weight: "600" },
    ].map(async ({ bytes, weight }) => {
      const face = new FontFace(FAMILY, bytes, { weight });
      (globalThis as unknown as { fonts: FontFaceSet }).fonts.add(face);
      await face.load();
    }),
  );
  return added;
}

function drawMark(pen: OffscreenCanvasRenderingContext2D, mark: Mark, map: ImageBitmap): void {
  pen.lineWidth = 0.6;
  switch (mark.kind) {
    case "text":
      pen.font = fontOf(mark.style);
      pen.fillStyle = mark.style.colour;
      pen.fillText(mark.text, mark.x, mark.y);
      return;
    case "picture":
      pen.drawImage(map, mark.x, mark.y, mark.width, mark.height);
      return;
    case "rectangle":
      pen.beginPath();
      pen.rect(mark.x, mark.y, mark.width, mark.height);
      finish(pen, mark.fill, mark.stroke);
      return;
    case "circle":
      pen.beginPath();
      pen.arc(mark.x, mark.y, mark.radius, 0, 2 * Math.PI);
      finish(pen, mark.fill, mark.stroke);
      return;
    case "polygon":
      pen.beginPath();
      for (const [x, y] of mark.points) pen.lineTo(x, y);
      pen.closePath();
      finish(pen, mark.fill, undefined);
      return;
    case "line":
      pen.beginPath();
      pen.moveTo(...mark.from);
      pen.lineTo(...mark.to);
      pen.lineWidth = mark.thickness;
      finish(pen, undefined, mark.colour);
  }
}

function finish(pen: OffscreenCanvasRenderingContext2D, fill: string | undefined, stroke: string | undefined): void {
  if (fill) {
    pen.fillStyle = fill;
    pen.fill();
  }
  if (stroke) {
    pen.strokeStyle = stroke;
    pen.stroke();
  }
}
