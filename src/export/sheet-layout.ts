import type { Legend } from "../domain/legend.ts";
import type { Sheet, SheetPhrase } from "../domain/sheet.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { type Box, mapBox, type SheetFormat } from "./sheet-format.ts";
import { SHEET_INK } from "./sheet-ink.ts";
import { layOutLegend } from "./sheet-legend.ts";
import type { Mark, MeasureText, SheetBlock, TextStyle } from "./sheet-marks.ts";
import { type GroundScale, layOutScale } from "./sheet-scale.ts";
import { clampLines, type LineRun, wrapPhrases, wrapText } from "./wrap-phrases.ts";

/** Sets a sheet on its grid: title above, map left, legend right, method and sources below. */
export function layOutSheet(
  sheet: Sheet,
  ground: GroundScale,
  format: SheetFormat,
  measure: MeasureText,
): SheetBlock[] {
  const map = mapBox(format);
  const column: Box = { x: map.x + map.width + format.gap, y: map.y, width: format.legend, height: map.height };
  const scale = layOutScale(sheet.language, ground, map, column, format.scale);
  const room = { ...column, height: column.height - scale.height };
  return [
    ...header(sheet, format, measure),
    {
      tag: "Figure",
      alternative: alternative(sheet),
      marks: [
        { kind: "picture", ...map },
        { kind: "rectangle", ...map, stroke: SHEET_INK.line },
      ],
    },
    ...(sheet.legend
      ? layOutLegend(sheet.legend, sheet.language, room, circleScale(sheet.legend, ground, map), format.scale, measure)
      : []),
    scale.block,
    ...footer(sheet, format, map, column, measure),
  ];
}

/** Points of the page per unit of a circle in the legend, so that it is as large there as in the picture. */
function circleScale({ circles }: Legend, ground: GroundScale, map: Box): number {
  const painted = circles && ground.largestCircle !== undefined ? ground.largestCircle / circles.largest : 1;
  return (painted * map.width) / ground.width;
}

/** The picture of the map for those who do not see it; the figures stand in the legend beside it. */
function alternative(sheet: Sheet): string {
  const title = sheet.title.map((phrase) => phrase.text).join("");
  return exportTexts[sheet.language].mapAlt(
    /[.!?]$/.test(title) ? title : `${title}.`,
    (sheet.legend?.entries ?? [])
      .map(({ label, count }) => (count === undefined ? label : `${label} ${count}`))
      .join("; "),
  );
}

function header(sheet: Sheet, format: SheetFormat, measure: MeasureText): SheetBlock[] {
  const { margin, scale } = format;
  const width = format.width - 2 * margin;
  const small: TextStyle = { size: 9.5 * scale, weight: 600, colour: SHEET_INK.accent };
  const label: TextStyle = { ...small, colour: SHEET_INK.ink };
  const labelWidth = sheet.invented ? measure(sheet.invented, label) + 20 * scale : 0;
  const blocks: SheetBlock[] = [];
  const kicker = clampLines(wrapText(sheet.kicker, width - labelWidth, small, measure), 1)[0] ?? "";
  let y = margin + 8 * scale;
  blocks.push({ tag: "P", marks: [{ kind: "text", x: margin, y, text: kicker, style: small }] });
  if (sheet.invented) blocks.push(inventedLabel(sheet.invented, format.width - margin, y, label, scale, measure));

  const subtitle: TextStyle = { size: 12.5 * scale, weight: 400, colour: SHEET_INK.soft };
  const { lines, style, leading } = titleLines(sheet.title, width, scale, measure);
  y += 8 * scale;
  const title: Mark[] = lines.flatMap((line, index) =>
    line.map(
      (run): Mark => ({
        kind: "text",
        x: margin + run.x,
        y: y + leading * (index + 0.86),
        text: run.text,
        style: run.loud ? { ...style, colour: SHEET_INK.loud } : style,
      }),
    ),
  );
  blocks.push({ tag: "H1", marks: title });
  y += leading * lines.length + 15.5 * scale;
  const words = sheet.subtitle ? clampLines(wrapText(sheet.subtitle, width, subtitle, measure), 1) : [];
  if (words.length > 0) {
    blocks.push({ tag: "P", marks: words.map((text) => ({ kind: "text", x: margin, y, text, style: subtitle })) });
  }
  return blocks;
}

/** The largest size in which the title takes one line, else two, else three. */
function titleLines(title: readonly SheetPhrase[], width: number, scale: number, measure: MeasureText) {
  const sizes = [
    { size: 26, most: 1 },
    { size: 22.5, most: 2 },
    { size: 20, most: 2 },
    { size: 17.5, most: 2 },
    { size: 14.5, most: 3 },
  ];
  for (const { size, most } of sizes) {
    const style: TextStyle = { size: size * scale, weight: 600, colour: SHEET_INK.ink };
    const lines = wrapPhrases(title, width, style, measure);
    if (lines.length <= most)
      return { lines: balanced(title, lines, width, style, measure), style, leading: size * 1.2 * scale };
  }
  const style: TextStyle = { size: 14.5 * scale, weight: 600, colour: SHEET_INK.ink };
  return { lines: wrapPhrases(title, width, style, measure).slice(0, 3), style, leading: 17.4 * scale };
}

/** The same number of lines, about equally long: no word stands alone in the last one. */
function balanced(
  title: readonly SheetPhrase[],
  lines: LineRun[][],
  width: number,
  style: TextStyle,
  measure: MeasureText,
) {
  let [least, most] = [width / lines.length, width];
  let best = lines;
  while (lines.length > 1 && most - least > 4) {
    const middle = (least + most) / 2;
    const tried = wrapPhrases(title, middle, style, measure);
    if (tried.length > lines.length) least = middle;
    else {
      most = middle;
      best = tried;
    }
  }
  return best;
}

function inventedLabel(
  text: string,
  right: number,
  y: number,
  style: TextStyle,
  scale: number,
  measure: MeasureText,
): SheetBlock {
  const width = measure(text, style);
  const pad = 7 * scale;
  return {
    tag: "P",
    marks: [
      {
        kind: "rectangle",
        x: right - width - 2 * pad,
        y: y - style.size - 1.5 * scale,
        width: width + 2 * pad,
        height: style.size + 8 * scale,
        fill: SHEET_INK.label,
      },
      { kind: "text", x: right - width - pad, y: y + 0.6 * scale, text, style },
    ],
  };
}

/** A licence has to be named, however many sources there are: small print before left-out print. */
const SMALL_SIZES = [8, 7.3, 6.6, 6, 5.5];

const sentences = (lines: readonly string[]) =>
  lines.map((line) => (/[.!?]$/.test(line) ? line : `${line}.`)).join(" ");

function footer(sheet: Sheet, format: SheetFormat, map: Box, column: Box, measure: MeasureText): SheetBlock[] {
  const { scale, gap } = format;
  const texts = exportTexts[sheet.language];
  const top = map.y + map.height + 14 * scale;
  const height = format.height - format.margin - top;
  const left = (map.width - gap) * 0.45;
  const smallest = SMALL_SIZES.at(-1) ?? 0;
  const name: TextStyle = { size: 8 * scale, weight: 600, colour: SHEET_INK.ink };
  const paragraph = (title: string, text: string, x: number, width: number): SheetBlock => {
    for (const size of SMALL_SIZES) {
      const style: TextStyle = { size: size * scale, weight: 400, colour: SHEET_INK.soft };
      const leading = size * 1.3 * scale;
      const lines = wrapText(text, width, style, measure);
      const most = Math.floor((height - 8 * scale) / leading);
      if (lines.length > most && size > smallest) continue;
      return {
        tag: "P",
        marks: [
          { kind: "text", x, y: top + 6 * scale, text: title, style: name },
          ...clampLines(lines, most).map(
            (line, index): Mark => ({
              kind: "text",
              x,
              y: top + 6 * scale + leading * (index + 1.05),
              text: line,
              style,
            }),
          ),
        ],
      };
    }
    throw new Error("a paragraph without a size");
  };
  return [
    paragraph(texts.method, sentences(sheet.method), map.x, left),
    paragraph(texts.sources, sheet.sources.join(" · "), map.x + left + gap, map.width - left - gap),
    paragraph("Anlaufpunkt", sheet.created, column.x, column.width),
  ];
}
