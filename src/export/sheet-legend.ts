import type { FillPattern, Legend, LegendCircles, LegendMark } from "../domain/legend.ts";
import type { Language } from "../domain/localized.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { formatsFor } from "../i18n/formats.ts";
import type { Box } from "./sheet-format.ts";
import { SHEET_INK } from "./sheet-ink.ts";
import type { Mark, MeasureText, SheetBlock, TextStyle } from "./sheet-marks.ts";
import { wrapText } from "./wrap-phrases.ts";

/** Sets the legend into its column, smaller where it would not fit; what still does not fit is left to the notes' end. */
export function layOutLegend(
  legend: Legend,
  language: Language,
  room: Box,
  pointsPerRadius: number,
  scale: number,
  measure: MeasureText,
): SheetBlock[] {
  let last: SheetBlock[] = [];
  for (const shrink of [1, 0.9, 0.8, 0.7]) {
    const set = new LegendSetter(room, scale * shrink, language, measure);
    set.heading(legend.unit ? `${legend.title} (${legend.unit})` : legend.title);
    for (const entry of legend.entries) {
      set.row((x, y) => swatch(x, y, scale * shrink, entry.colour, entry.pattern), entry.label, entry.count);
    }
    if (legend.circles) set.circles(legend.circles, pointsPerRadius);
    if (legend.marks.length > 0) {
      set.heading(exportTexts[language].places);
      for (const mark of legend.marks) set.row((x, y) => shapes(mark, x, y, scale * shrink), mark.label);
    }
    for (const note of legend.notes) set.note(note);
    last = set.blocks;
    if (set.y <= room.y + room.height) return last;
  }
  return last;
}

const SWATCH = { width: 18, height: 12 };

class LegendSetter {
  readonly blocks: SheetBlock[] = [];
  y: number;
  readonly #room: Box;
  readonly #scale: number;
  readonly #language: Language;
  readonly #measure: MeasureText;

  constructor(room: Box, scale: number, language: Language, measure: MeasureText) {
    this.#room = room;
    this.#scale = scale;
    this.#language = language;
    this.#measure = measure;
    this.y = room.y;
  }

  #style(size: number, weight: 400 | 600, colour: string): TextStyle {
    return { size: size * this.#scale, weight, colour };
  }

  #lines(text: string, x: number, width: number, style: TextStyle): Mark[] {
    const leading = style.size * 1.25;
    return wrapText(text, width, style, this.#measure).map((line) => {
      this.y += leading;
      return { kind: "text", x, y: this.y - leading * 0.24, text: line, style };
    });
  }

  heading(text: string): void {
    if (this.blocks.length > 0) this.y += 12 * this.#scale;
    const marks = this.#lines(text, this.#room.x, this.#room.width, this.#style(11, 600, SHEET_INK.ink));
    this.blocks.push({ tag: "H2", marks });
    this.y += 5 * this.#scale;
  }

  row(sign: (x: number, y: number) => Mark[], label: string, count?: number): void {
    const style = this.#style(10, 400, SHEET_INK.ink);
    const indent = (SWATCH.width + 8) * this.#scale;
    const figure = count === undefined ? "" : formatsFor(this.#language).count(count);
    const right = this.#room.x + this.#room.width;
    const figureWidth = figure ? this.#measure(figure, style) : 0;
    const top = this.y;
    const marks: Mark[] = [
      ...sign(this.#room.x, top + (style.size * 1.25 - SWATCH.height * this.#scale) / 2),
      ...this.#lines(label, this.#room.x + indent, this.#room.width - indent - figureWidth - 8 * this.#scale, style),
    ];
    if (figure) {
      marks.push({ kind: "text", x: right - figureWidth, y: top + style.size * 1.25 * 0.76, text: figure, style });
    }
    this.blocks.push({ tag: "LI", marks });
    this.y += 4.5 * this.#scale;
  }

  /** Circles stand in each other on a common ground, their values at their tops; those too large for the column are left out. */
  circles(circles: LegendCircles, pointsPerRadius: number): void {
    const style = this.#style(9, 400, SHEET_INK.ink);
    const all = circles.steps
      .map(({ label, radius }) => ({ label, radius: radius * pointsPerRadius }))
      .sort((a, b) => b.radius - a.radius);
    const steps = all.filter(({ radius }, at) => radius <= this.#room.width * 0.3 || at === all.length - 1);
    const largest = steps[0]?.radius ?? 0;
    this.y += 6 * this.#scale + Math.max(0, style.size * 0.5);
    const ground = this.y + 2 * largest;
    const middle = this.#room.x + largest + 1;
    const text = middle + largest + 14 * this.#scale;
    let lowest = Number.NEGATIVE_INFINITY;
    for (const step of steps) {
      const { radius } = step;
      const top = ground - 2 * radius;
      const at = Math.max(top, lowest + style.size * 1.15);
      lowest = at;
      this.blocks.push({
        tag: "LI",
        marks: [
          { kind: "circle", x: middle, y: ground - radius, radius, stroke: circles.colour },
          { kind: "line", from: [middle, top], to: [text - 3, at], colour: SHEET_INK.line, thickness: 0.5 },
          { kind: "text", x: text, y: at + style.size * 0.33, text: step.label, style },
        ],
      });
    }
    this.y = Math.max(ground, lowest + style.size * 0.5) + 6 * this.#scale;
  }

  note(text: string): void {
    this.y += 4 * this.#scale;
    this.blocks.push({
      tag: "P",
      marks: this.#lines(text, this.#room.x, this.#room.width, this.#style(8, 400, SHEET_INK.soft)),
    });
  }
}

function swatch(x: number, y: number, scale: number, colour: string, pattern: FillPattern): Mark[] {
  const width = SWATCH.width * scale;
  const height = SWATCH.height * scale;
  const marks: Mark[] = [{ kind: "rectangle", x, y, width, height, fill: colour }];
  const line = (from: readonly [number, number], to: readonly [number, number]) =>
    marks.push({
      kind: "line",
      from: [x + from[0], y + from[1]],
      to: [x + to[0], y + to[1]],
      colour: SHEET_INK.pattern,
      thickness: 0.6 * scale,
    });
  if (pattern === "hatch" || pattern === "cross") {
    for (let at = 5 * scale; at < width + height; at += 5 * scale) {
      const low: [number, number] = [Math.max(0, at - height), Math.min(at, height)];
      const high: [number, number] = [Math.min(at, width), Math.max(0, at - width)];
      line(low, high);
      if (pattern === "cross") line([width - low[0], low[1]], [width - high[0], high[1]]);
    }
  }
  if (pattern === "dots") {
    for (let column = 0; column < 6; column++) {
      const dotX = x + (column + 0.5) * (width / 6);
      const dotY = y + (column % 2 === 0 ? 0.3 : 0.7) * height;
      marks.push({ kind: "circle", x: dotX, y: dotY, radius: 0.9 * scale, fill: SHEET_INK.pattern });
    }
  }
  marks.push({ kind: "rectangle", x, y, width, height, stroke: SHEET_INK.swatchEdge });
  return marks;
}

const CORNERS = { square: 4, diamond: 4, triangle: 3, pentagon: 5, hexagon: 6 } as const;

/** A hollow mark is a full one with paper inside. */
function shapes(mark: LegendMark, left: number, top: number, scale: number): Mark[] {
  const full = shape(mark, left, top, scale, 1);
  return mark.hollow ? [full, shape({ ...mark, colour: SHEET_INK.paper }, left, top, scale, 0.55)] : [full];
}

function shape(mark: LegendMark, left: number, top: number, scale: number, size: number): Mark {
  const x = left + (SWATCH.width / 2) * scale;
  const y = top + (SWATCH.height / 2) * scale;
  const radius = 5 * scale * size;
  if (mark.shape === "circle") return { kind: "circle", x, y, radius: radius * 0.9, fill: mark.colour };
  const corners = CORNERS[mark.shape];
  const turn = mark.shape === "square" ? Math.PI / 4 : 0;
  return {
    kind: "polygon",
    fill: mark.colour,
    points: Array.from({ length: corners }, (_, corner) => {
      const angle = turn - Math.PI / 2 + (2 * Math.PI * corner) / corners;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  };
}
