import type { MeasureText, TextStyle } from "./sheet-marks.ts";

/** Bytes of the fonts: Latin, and its extension for names from elsewhere, which is fetched only when a text needs it. */
export interface SheetFonts {
  readonly regular: Uint8Array<ArrayBuffer>;
  readonly strong: Uint8Array<ArrayBuffer>;
  readonly regularExtended?: Uint8Array<ArrayBuffer> | undefined;
  readonly strongExtended?: Uint8Array<ArrayBuffer> | undefined;
}

/** Letters that the Latin part of the font has: German, English and Western Europe. Everything else is looked for in the extension. */
const LATIN = /[\n -\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2191\u2193\u2212\u2215]/;

export function needsExtendedLatin(text: string): boolean {
  return [...text].some((character) => !LATIN.test(character));
}

/** The fonts have no narrow no-break space: an ordinary one, of which only this part is walked. */
const NARROW_SPACES = /[\u202f\u2009]/;
const NARROW = 0.62;

interface Piece {
  readonly text: string;
  readonly extended: boolean;
  readonly narrow: boolean;
}

/** Sets text in a PDF with embedded fonts, piece by piece where a text needs more than one of them. */
export class PdfType {
  readonly #document: PDFKit.PDFDocument;
  readonly #hasExtension: boolean;

  constructor(document: PDFKit.PDFDocument, fonts: SheetFonts) {
    this.#document = document;
    this.#hasExtension = fonts.regularExtended !== undefined && fonts.strongExtended !== undefined;
    const register = (name: string, bytes: Uint8Array<ArrayBuffer> | undefined) => {
      if (bytes) document.registerFont(name, bytes as never);
    };
    register("400", fonts.regular);
    register("600", fonts.strong);
    register("400 extended", fonts.regularExtended);
    register("600 extended", fonts.strongExtended);
  }

  readonly measure: MeasureText = (text, style) =>
    this.#pieces(text).reduce((sum, piece) => sum + this.#width(piece, style), 0);

  draw(text: string, x: number, y: number, style: TextStyle): void {
    let at = x;
    for (const piece of this.#pieces(text)) {
      const width = this.#width(piece, style);
      this.#document.fillColor(style.colour).text(piece.text, at, y, { lineBreak: false, baseline: "alphabetic" });
      at += width;
    }
  }

  /** Selects the font as well: measuring and drawing go together. */
  #width(piece: Piece, style: TextStyle): number {
    this.#document.font(piece.extended ? `${style.weight} extended` : String(style.weight)).fontSize(style.size);
    const width = this.#document.widthOfString(piece.text);
    if (!piece.narrow) return width;
    return width - (1 - NARROW) * this.#document.widthOfString("\u00a0");
  }

  /** A narrow space ends its piece, so that the space is in the text for everyone who copies or searches it. */
  #pieces(text: string): Piece[] {
    const pieces: Piece[] = [];
    let piece = "";
    let extended = false;
    const finish = (narrow: boolean) => {
      if (piece !== "") pieces.push({ text: piece, extended, narrow });
      piece = "";
    };
    for (const character of text) {
      if (NARROW_SPACES.test(character)) {
        if (extended) finish(false);
        extended = false;
        piece += "\u00a0";
        finish(true);
        continue;
      }
      const other = this.#hasExtension && !LATIN.test(character);
      if (other !== extended) {
        finish(false);
        extended = other;
      }
      piece += character;
    }
    finish(false);
    return pieces;
  }
}
