import type { Legend } from "./legend.ts";
import type { Language } from "./localized.ts";

/** Part of a sentence; loud ones name those who have no Anlaufpunkt. */
export interface SheetPhrase {
  readonly text: string;
  readonly loud?: boolean | undefined;
}

/** One view as it stands alone: on a slide, in a picture, on a page. Plain values, everything said in words already. */
export interface Sheet {
  readonly language: Language;
  /** A quiet line above the title: what is shown, and of which city. */
  readonly kicker: string;
  readonly title: readonly SheetPhrase[];
  readonly subtitle?: string | undefined;
  readonly legend?: Legend | undefined;
  /** How the figures were made. */
  readonly method: readonly string[];
  /** Sources with date and licence, one each. */
  readonly sources: readonly string[];
  /** Label of invented data. */
  readonly invented?: string | undefined;
  /** When the sheet was made, as a sentence. */
  readonly created: string;
}

/** The map of a sheet. */
export interface SheetPicture {
  /** Bytes of a PNG without transparency. */
  readonly png: Uint8Array<ArrayBuffer>;
  /** Metres on the ground per CSS pixel, and the size in CSS pixels that the picture was drawn for. */
  readonly metresPerPixel: number;
  /** Radius of the circle of the largest value in it, CSS pixels. */
  readonly largestCircle?: number | undefined;
  readonly width: number;
  readonly height: number;
}
