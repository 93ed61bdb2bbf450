import type { SheetPhrase } from "../domain/sheet.ts";
import type { MeasureText, TextStyle } from "./sheet-marks.ts";

/** Words in one look: what is drawn with one stroke of the pen, `x` from the start of the line. */
export interface LineRun {
  readonly text: string;
  readonly loud: boolean;
  readonly x: number;
}

/**
 * Sets phrases in lines of at most `width` points. Lines break at ordinary spaces only, so a figure stays with its unit; a word
 * that is longer than the line is cut.
 */
export function wrapPhrases(
  phrases: readonly SheetPhrase[],
  width: number,
  style: TextStyle,
  measure: MeasureText,
): LineRun[][] {
  const words = phrases
    .flatMap(({ text, loud }) => text.split(/(?= )|(?<= )/).map((word) => ({ word, loud: loud === true })))
    .flatMap(({ word, loud }) => cut(word, width, style, measure).map((piece) => ({ word: piece, loud })));
  const lines: LineRun[][] = [];
  let line: { text: string; loud: boolean }[] = [];
  const lineText = () => line.map((run) => run.text).join("");
  const finish = () => {
    const last = line.at(-1);
    if (last) last.text = last.text.trimEnd();
    let x = 0;
    lines.push(
      line
        .filter((run) => run.text !== "")
        .map((run) => {
          const placed = { ...run, x };
          x += measure(run.text, style);
          return placed;
        }),
    );
    line = [];
  };
  words.forEach(({ word, loud }, index) => {
    if (word === " " && line.length === 0) return;
    // What stands together without a space, such as a word and the full stop of the next phrase, is not torn apart.
    let together = word;
    for (let next = index + 1; word !== " " && next < words.length && words[next]?.word !== " "; next++) {
      together += words[next]?.word;
    }
    const joins = word !== " " && line.length > 0 && words[index - 1]?.word !== " ";
    if (line.length > 0 && word !== " " && !joins && measure(lineText() + together, style) > width) finish();
    else if (line.length > 0 && joins && measure(lineText() + word, style) > width) finish();
    const last = line.at(-1);
    if (last && last.loud === loud) last.text += word;
    else line.push({ text: word, loud });
  });
  if (line.length > 0) finish();
  return lines;
}

function cut(word: string, width: number, style: TextStyle, measure: MeasureText): string[] {
  if (measure(word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = "";
  for (const character of word) {
    if (piece !== "" && measure(piece + character, style) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The same for plain text. */
export function wrapText(text: string, width: number, style: TextStyle, measure: MeasureText): string[] {
  return wrapPhrases([{ text }], width, style, measure).map((line) => line.map((run) => run.text).join(""));
}

/** The lines, at most `most` of them; what was left out is marked by an ellipsis. */
export function clampLines(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  kept[most - 1] = `${kept[most - 1]?.replace(/[\s,;.·]*\S{0,2}$/, "")} …`;
  return kept;
}
