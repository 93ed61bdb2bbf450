/** Weight, size in points and colour of a text. */
export interface TextStyle {
  readonly size: number;
  readonly weight: 400 | 600;
  readonly colour: string;
}

/** What a sheet is drawn with; lengths in points from the upper left corner, `y` of a text is its baseline. */
export type Mark =
  | { readonly kind: "text"; readonly x: number; readonly y: number; readonly text: string; readonly style: TextStyle }
  | {
      readonly kind: "rectangle";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string | undefined;
      readonly stroke?: string | undefined;
    }
  | {
      readonly kind: "line";
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly colour: string;
      readonly thickness: number;
    }
  | {
      readonly kind: "circle";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill?: string | undefined;
      readonly stroke?: string | undefined;
    }
  | { readonly kind: "polygon"; readonly points: readonly (readonly [number, number])[]; readonly fill: string }
  | {
      readonly kind: "picture";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    };

/** Marks that belong together, in reading order; the tag says to a screen reader what they are. */
export interface SheetBlock {
  readonly tag: "H1" | "H2" | "P" | "Figure" | "LI" | "Artifact";
  readonly marks: readonly Mark[];
  /** Says a figure in words. */
  readonly alternative?: string | undefined;
}

/** Width of a text in points. */
export type MeasureText = (text: string, style: TextStyle) => number;
