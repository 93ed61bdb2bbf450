import PDFDocument from "pdfkit";
import type { Sheet, SheetPicture } from "../domain/sheet.ts";
import { PdfType, type SheetFonts } from "./pdf-type.ts";
import { A4_PAGE } from "./sheet-format.ts";
import { layOutSheet } from "./sheet-layout.ts";
import type { Mark, SheetBlock } from "./sheet-marks.ts";

export interface SheetPdfInput {
  readonly sheet: Sheet;
  readonly picture: SheetPicture;
  readonly fonts: SheetFonts;
  readonly created: Date;
}

/**
 * One sheet as a page of A4 landscape: text and legend as vectors with embedded fonts, the map as a picture; tagged after
 * PDF/UA, so that a screen reader finds title, figure, legend and sources in order.
 */
export function sheetPdf({ sheet, picture, fonts, created }: SheetPdfInput): Promise<Uint8Array<ArrayBuffer>> {
  const title = sheet.title.map((phrase) => phrase.text).join("");
  const document = new PDFDocument({
    size: [A4_PAGE.width, A4_PAGE.height],
    margin: 0,
    // No standard font is bundled; ours are set with each text.
    font: "",
    lang: sheet.language === "de" ? "de-DE" : "en-GB",
    tagged: true,
    displayTitle: true,
    pdfVersion: "1.7",
    // The typings of the library lag behind it.
    subset: "PDF/UA" as never,
    info: {
      Title: title,
      Subject: sheet.kicker,
      Author: "Anlaufpunkt",
      Creator: "Anlaufpunkt",
      Keywords: sheet.sources.join("; "),
      CreationDate: created,
      ModDate: created,
    },
  });
  const bytes = collect(document);
  const type = new PdfType(document, fonts);
  const blocks = layOutSheet(sheet, picture, A4_PAGE, type.measure);
  draw(document, type, blocks, picture.png);
  document.end();
  return bytes;
}

function draw(
  document: PDFKit.PDFDocument,
  type: PdfType,
  blocks: readonly SheetBlock[],
  png: Uint8Array<ArrayBuffer>,
) {
  const root = document.struct("Document");
  document.addStructure(root);
  let list: PDFKit.PDFStructureElement | undefined;
  for (const block of blocks) {
    if (block.tag !== "LI") {
      list?.end();
      list = undefined;
    }
    const paint = () => {
      block.marks.forEach((mark, index) => {
        drawMark(document, type, spaced(mark, block.marks.slice(index + 1), type), png);
      });
    };
    if (block.tag === "LI") {
      if (!list) {
        list = document.struct("L");
        root.add(list);
      }
      const body = document.struct("LBody", {}, [paint]);
      const item = document.struct("LI", {}, [body]);
      list.add(item);
    } else if (block.tag === "Artifact") {
      document.markContent("Artifact", { type: "Layout" });
      paint();
      document.endMarkedContent();
    } else if (block.tag === "Figure") {
      const bbox = boxOf(block);
      const options = { alt: block.alternative, bbox } as { alt?: string };
      root.add(document.struct("Figure", options, [paint]));
    } else {
      root.add(document.struct(block.tag, {}, [paint]));
    }
  }
  root.end();
}

/** A text that goes on elsewhere, in the next line or column, ends with a space: for ears and for copying, words stay apart. */
function spaced(mark: Mark, following: readonly Mark[], type: PdfType): Mark {
  if (mark.kind !== "text") return mark;
  const next = following.find((other) => other.kind === "text");
  if (!next || (next.y === mark.y && Math.abs(next.x - mark.x - type.measure(mark.text, mark.style)) < 1)) return mark;
  return { ...mark, text: `${mark.text} ` };
}

function drawMark(document: PDFKit.PDFDocument, type: PdfType, mark: Mark, png: Uint8Array<ArrayBuffer>): void {
  switch (mark.kind) {
    case "text":
      type.draw(mark.text, mark.x, mark.y, mark.style);
      return;
    case "picture":
      document.image(png.buffer, mark.x, mark.y, { width: mark.width, height: mark.height });
      return;
    case "rectangle":
      document.rect(mark.x, mark.y, mark.width, mark.height);
      finish(document, mark.fill, mark.stroke);
      return;
    case "circle":
      document.circle(mark.x, mark.y, mark.radius);
      finish(document, mark.fill, mark.stroke);
      return;
    case "polygon":
      document.polygon(...mark.points.map(([x, y]) => [x, y])).fill(mark.fill);
      return;
    case "line":
      document
        .lineWidth(mark.thickness)
        .moveTo(...mark.from)
        .lineTo(...mark.to)
        .stroke(mark.colour);
  }
}

function finish(document: PDFKit.PDFDocument, fill: string | undefined, stroke: string | undefined): void {
  document.lineWidth(0.6);
  if (fill && stroke) document.fillAndStroke(fill, stroke);
  else if (fill) document.fill(fill);
  else if (stroke) document.stroke(stroke);
}

function boxOf(block: SheetBlock): [number, number, number, number] {
  const points = block.marks.flatMap((mark): (readonly [number, number])[] => {
    if (mark.kind === "line") return [mark.from, mark.to];
    if (mark.kind === "polygon") return [...mark.points];
    if (mark.kind === "circle")
      return [
        [mark.x - mark.radius, mark.y - mark.radius],
        [mark.x + mark.radius, mark.y + mark.radius],
      ];
    if (mark.kind === "text")
      return [
        [mark.x, mark.y - mark.style.size],
        [mark.x, mark.y],
      ];
    return [
      [mark.x, mark.y],
      [mark.x + mark.width, mark.y + mark.height],
    ];
  });
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    document.on("error", reject);
    document.on("end", () => {
      const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.byteLength;
      }
      resolve(bytes);
    });
  });
}
