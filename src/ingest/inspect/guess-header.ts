import { PLAIN_NUMBER } from "./number-looks.ts";

export interface HeaderGuess {
  /** Lines of the header, first = 1; empty when the first line holds data already. */
  readonly headerRows: readonly number[];
  /** Lines above it that say what the table is about. */
  readonly titles: readonly { readonly line: number; readonly text: string }[];
  /** Whether another reading would make sense: said, so that it can be looked at. */
  readonly isSure: boolean;
}

/** More lines of header than any table of an office has. */
const DEEPEST = 4;

/**
 * Where the header of a sheet is. A table is as wide as most of its lines; what stands above the first line of that width is a title; the
 * header ends where cells under it begin to be numbers, or after its first line when all of them are text. A year is a number that a
 * header may have.
 * @param lines the first lines of the sheet as they stand there
 */
export function guessHeader(lines: readonly (readonly string[])[]): HeaderGuess {
  const filled = lines.map((line) => line.filter((cell) => cell.trim() !== "").length);
  const width = usualWidth(filled);
  // A header may lack the name of its first column; a title fills one or two cells.
  const enough = width <= 2 ? width : Math.max(2, Math.ceil(width * 0.6));
  const first = filled.findIndex((count, at) => count >= enough && !isNote(lines[at] ?? [], width));
  if (first < 0) return { headerRows: filled.some((count) => count > 0) ? [1] : [], titles: [], isSure: false };
  const begin = beginOfHeader(lines, filled, first);
  const data = firstOfData(lines, filled, first);
  const titles = lines.slice(0, begin).flatMap((line, at) => {
    const text = line.map((cell) => cell.trim()).filter((cell) => cell !== "");
    return text.length > 0 ? [{ line: at + 1, text: text.join(" ") }] : [];
  });
  if (data === first && begin === first) {
    const holdsData = (lines[first] ?? []).some((cell) => isNumber(cell) && !isYear(cell));
    if (holdsData) return { headerRows: [], titles, isSure: titles.length === 0 };
  }
  const end = Math.max(data, begin + 1);
  const headerRows = Array.from({ length: end - begin }, (_, i) => begin + i + 1).filter(
    (line) => (filled[line - 1] ?? 0) > 0,
  );
  return { headerRows, titles, isSure: headerRows.length === 1 && titles.length === 0 };
}

/** The number of filled cells that most lines have; of equals the greater one. */
function usualWidth(filled: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const count of filled) if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  let best = 0;
  for (const [width, times] of counts) {
    const most = counts.get(best) ?? 0;
    if (times > most || (times === most && width > best)) best = width;
  }
  // Where many cells are empty no two lines have the same width: then the widest counts.
  const widest = Math.max(0, ...filled);
  return (counts.get(best) ?? 0) >= Math.max(2, filled.length * 0.2) ? Math.max(best, Math.min(widest, best)) : widest;
}

/** A line of one long text in a table of several columns. */
function isNote(line: readonly string[], width: number): boolean {
  return width > 2 && line.filter((cell) => cell.trim() !== "").length === 1;
}

/** Lines just above the first full one with fewer texts and no numbers are upper lines of the header: groups over its columns. */
function beginOfHeader(lines: readonly (readonly string[])[], filled: readonly number[], first: number): number {
  let begin = first;
  while (begin > 0 && first - begin < DEEPEST - 1) {
    const above = lines[begin - 1] ?? [];
    const count = filled[begin - 1] ?? 0;
    // One text over the first column is a title; over a later one it is the name of a group.
    const startsLater = (above[0] ?? "").trim() === "";
    if (count === 0 || (count === 1 && !startsLater) || above.some((cell) => isNumber(cell) && !isYear(cell))) break;
    begin--;
  }
  return begin;
}

/** The first line, from the first full one, in which a column of numbers has one. */
function firstOfData(lines: readonly (readonly string[])[], filled: readonly number[], first: number): number {
  const body = lines.slice(first + DEEPEST);
  const rest = body.length > 0 ? body : lines.slice(first + 1);
  const columns = Math.max(0, ...lines.map((line) => line.length));
  const numeric = Array.from({ length: columns }, (_, c) => {
    const cells = rest.map((line) => line[c] ?? "").filter((cell) => cell.trim() !== "");
    return cells.length > 0 && cells.filter(isNumber).length >= cells.length / 2;
  });
  if (!numeric.includes(true)) return first + 1;
  for (let at = first; at < Math.min(lines.length, first + DEEPEST + 1); at++) {
    if ((filled[at] ?? 0) === 0) continue;
    const line = lines[at] ?? [];
    const numbers = numeric.filter((is, c) => is && isNumber(line[c] ?? ""));
    const years = numeric.filter((is, c) => is && isYear(line[c] ?? ""));
    if (numbers.length > 0 && (numbers.length > years.length || !isHeaderOfYears(lines, at, numeric))) return at;
    // A line that says nothing over any column of numbers, or only that a number is missing, is a row with gaps.
    const names = numeric.some((is, c) => is && isWord(line[c] ?? ""));
    if (at > first && !names) return at;
  }
  return first + 1;
}

/** Years in the header stand over numbers that are none. */
function isHeaderOfYears(lines: readonly (readonly string[])[], at: number, numeric: readonly boolean[]): boolean {
  const below = lines.slice(at + 1, at + 20);
  return numeric.every(
    (is, c) => !is || !isYear(lines[at]?.[c] ?? "") || !below.every((line) => isYear(line[c] ?? "") || line[c] === ""),
  );
}

const CODE =
  /^(\.{1,3}|…|[-–—*/•·#?()]+|x+|g|k\.? ?a\.?|n\.? ?a\.?|n\/a|o\.? ?a\.?|nan|null|geheim|(?:<|≤|unter|weniger als)\s?\d{1,2})?$/i;

/** More than a sign for a missing number. */
function isWord(cell: string): boolean {
  return !CODE.test(cell.trim());
}

function isNumber(cell: string): boolean {
  return PLAIN_NUMBER.test(cell.trim());
}

function isYear(cell: string): boolean {
  return /^(19|20)\d\d$/.test(cell.trim());
}
