/** The fixed grid of a sheet, in points: pages that are laid on top of each other have their maps in the same place. */
export interface SheetFormat {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly header: number;
  readonly footer: number;
  /** Width of the legend, and the gap between it and the map. */
  readonly legend: number;
  readonly gap: number;
  /** Size of the text against that of the page. */
  readonly scale: number;
}

/** A4 landscape. */
export const A4_PAGE: SheetFormat = {
  width: 841.89,
  height: 595.28,
  margin: 40,
  header: 98,
  footer: 66,
  legend: 178,
  gap: 20,
  scale: 1,
};

/** 16 : 9, for slides. */
export const WIDE_PICTURE: SheetFormat = {
  width: 960,
  height: 540,
  margin: 34,
  header: 105,
  footer: 64,
  legend: 212,
  gap: 22,
  scale: 1.1,
};

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the map stands. */
export function mapBox(format: SheetFormat): Box {
  const { margin, header, footer, legend, gap } = format;
  return {
    x: margin,
    y: margin + header,
    width: format.width - 2 * margin - legend - gap,
    height: format.height - 2 * margin - header - footer,
  };
}

/** Labels of the map shall be a little smaller than at 96 pixels per inch: this many CSS pixels per point. */
const PIXELS_PER_POINT = 1.6;

/** Size in CSS pixels that the map of a sheet is drawn for. */
export function mapPixels(format: SheetFormat): { readonly width: number; readonly height: number } {
  const box = mapBox(format);
  return { width: Math.round(box.width * PIXELS_PER_POINT), height: Math.round(box.height * PIXELS_PER_POINT) };
}
