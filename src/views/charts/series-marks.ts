/** How one of up to six lines is told from the others: by colour, by dashes and by the shape of its points. */
export interface SeriesMark {
  readonly colour: string;
  /** SVG stroke-dasharray; undefined = solid. */
  readonly dash?: string | undefined;
  readonly symbol: "circle" | "square" | "triangle" | "diamond" | "cross" | "star";
}

/**
 * Found by search among 26 dark colours: on white at least 3.4 : 1, and at least ΔE 23 (CIELAB) apart for normal sight and for simulated
 * protanopia, deuteranopia and tritanopia (Machado 2009).
 */
export const SERIES_MARKS: readonly SeriesMark[] = [
  { colour: "#004488", symbol: "circle" },
  { colour: "#997700", dash: "6 3", symbol: "square" },
  { colour: "#d0508a", dash: "2 3", symbol: "triangle" },
  { colour: "#3f8fd2", dash: "9 3 2 3", symbol: "diamond" },
  { colour: "#5a2a00", dash: "12 4", symbol: "cross" },
  { colour: "#14222b", dash: "4 2", symbol: "star" },
];

export function seriesMark(position: number): SeriesMark {
  return SERIES_MARKS[position % SERIES_MARKS.length] as SeriesMark;
}

/** The city, or what stands for it. */
export const CITY_LINE = "#a3adb2";
