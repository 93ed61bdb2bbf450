/** Patterns tell classes apart without colour (grey print, colour blindness). */
export type FillPattern = "none" | "hatch" | "dots" | "cross";

export interface LegendEntry {
  readonly key: string;
  readonly colour: string;
  readonly pattern: FillPattern;
  readonly label: string;
  /** Areas in the class; absent where counting makes no sense (cells). */
  readonly count?: number | undefined;
}

/** A size of the proportional circles: radius in CSS pixels where the largest value has `LegendCircles.largest`. */
export interface LegendCircle {
  readonly label: string;
  readonly radius: number;
}

export interface LegendCircles {
  readonly colour: string;
  /** Radius of the largest value; what grows with the map is drawn in proportion to it. */
  readonly largest: number;
  readonly steps: readonly LegendCircle[];
}

/** Marks of the places. */
export interface LegendMark {
  readonly key: string;
  readonly shape: "circle" | "square" | "diamond" | "triangle" | "pentagon" | "hexagon";
  readonly colour: string;
  /** Drawn as an outline: planned, not counted. */
  readonly hollow?: boolean | undefined;
  readonly label: string;
}

/** What a map's colours and marks mean: on the screen, on the projector, in print. */
export interface Legend {
  readonly title: string;
  readonly unit?: string | undefined;
  readonly entries: readonly LegendEntry[];
  readonly circles?: LegendCircles | undefined;
  readonly marks: readonly LegendMark[];
  /** Method, period, „gleiche Klassen in allen Jahren“ … */
  readonly notes: readonly string[];
}
