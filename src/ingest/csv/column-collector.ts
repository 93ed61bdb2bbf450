import { MOST_CELLS, MOST_COLUMNS } from "../../domain/file-limits.ts";
import type { IssueLog } from "../issue-log.ts";
import type { RawColumn, TableOptions } from "../raw-table.ts";
import { UnreadableFile } from "../unreadable-file.ts";

type Header = Pick<TableOptions, "columnNames" | "headerRows" | "headerJoin" | "commentRows">;

/** Rows in, columns out: takes the header, skips blank lines, fills short rows, refuses rows with cells that nobody can place. */
export class ColumnCollector {
  readonly #log: IssueLog;
  readonly #headerRows: ReadonlySet<number> | undefined;
  readonly #headerEnd: number;
  readonly #headerJoin: string;
  readonly #commentRows: ReadonlySet<number>;
  /** Lines of the header until it is whole. */
  #header: string[][] = [];
  #names: readonly string[] | undefined;
  #texts: string[][] = [];
  #numbers: (number[] | undefined)[] = [];
  #rowCount = 0;
  readonly #mostCells: number;
  #mostRows = 0;
  #firstLine = 1;
  #lastLine = 0;
  /** Line per row, kept only once a line was skipped. */
  #lines: number[] | undefined;
  rejected = 0;

  /** @param mostCells what a table may hold; the row after that throws UnreadableFile */
  constructor({ columnNames, headerRows, headerJoin, commentRows }: Header, log: IssueLog, mostCells = MOST_CELLS) {
    this.#log = log;
    this.#mostCells = mostCells;
    this.#headerRows = headerRows && headerRows.length > 0 ? new Set(headerRows) : undefined;
    this.#headerEnd = Math.max(0, ...(headerRows ?? []));
    this.#headerJoin = headerJoin ?? " ";
    this.#commentRows = new Set(commentRows);
    if (columnNames) this.#begin(columnNames);
  }

  /** Takes one row (first line = 1); the arrays may be used again by the caller. `numbers`: NaN where a cell is no number itself. */
  add(cells: readonly string[], line: number, numbers?: ArrayLike<number>): void {
    this.#lastLine = line;
    const blank = cells.length === 1 && (cells[0] as string).trim() === "";
    if (!this.#names) {
      this.#takeHeader(cells, line, blank);
      return;
    }
    const width = this.#names.length;
    const isComment = this.#commentRows.has(line);
    if (
      isComment ||
      (blank && width !== 1) ||
      (cells.length === 1 && cells[0] === "") ||
      !this.#fits(cells, width, line)
    ) {
      this.#lines ??= Array.from({ length: this.#rowCount }, (_, row) => row + this.#firstLine);
      return;
    }
    if (this.#rowCount >= this.#mostRows) throw new UnreadableFile("too-many-cells", String(this.#mostCells));
    for (let c = 0; c < width; c++) (this.#texts[c] as string[]).push(cells[c] ?? "");
    if (numbers) this.#addNumbers(numbers, width);
    this.#lines?.push(line);
    this.#rowCount++;
  }

  /** Numbers of a column begin with the first of them: most columns of a sheet are text. */
  #addNumbers(numbers: ArrayLike<number>, width: number): void {
    for (let c = 0; c < width; c++) {
      const value = numbers[c] ?? Number.NaN;
      const column = this.#numbers[c];
      if (column) {
        while (column.length < this.#rowCount) column.push(Number.NaN);
        column.push(value);
      } else if (!Number.isNaN(value)) {
        this.#numbers[c] = [...new Array<number>(this.#rowCount).fill(Number.NaN), value];
      }
    }
  }

  /** The first line that is not blank, or the lines that were named; of several the parts of each column are joined. */
  #takeHeader(cells: readonly string[], line: number, blank: boolean): void {
    this.#firstLine = line + 1;
    if (!this.#headerRows) {
      if (!blank && !this.#commentRows.has(line)) this.#begin(cells);
      return;
    }
    if (this.#headerRows.has(line)) this.#header.push([...cells]);
    if (line >= this.#headerEnd) this.#begin(joinedHeader(this.#header, this.#headerJoin));
  }

  /** After the last row: a header that was named and never came leaves nothing to read. */
  finish(): void {
    if (this.#names || this.#headerEnd === 0 || this.#lastLine === 0) return;
    this.#log.add("header-missing", { context: { line: this.#headerEnd, lines: this.#lastLine } });
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** A last column without name and values comes from a delimiter at the end of every line: it is none; with values it has a name. */
  get columns(): RawColumn[] {
    const names = this.#names ?? [];
    const end = beside(names.at(-2) ?? "", new Set(names));
    return names
      .map((name, c) => ({ name, texts: this.#texts[c] as string[], numbers: this.#numbersOf(c) }))
      .filter((column) => column.name !== "" || column.texts.some((cell) => cell !== ""))
      .map((column, c) => (column.name === "" && c > 0 && c === names.length - 1 ? { ...column, name: end } : column));
  }

  #numbersOf(c: number): Float64Array | undefined {
    const numbers = this.#numbers[c];
    if (!numbers) return undefined;
    const whole = new Float64Array(this.#rowCount).fill(Number.NaN);
    whole.set(numbers);
    return whole;
  }

  get lineOf(): (row: number) => number {
    const lines = this.#lines;
    const first = this.#firstLine;
    return lines ? (row) => lines[row] ?? row + first : (row) => row + first;
  }

  #begin(names: readonly string[]): void {
    if (names.length > MOST_COLUMNS) throw new UnreadableFile("too-many-columns", String(MOST_COLUMNS));
    this.#names = named(names.map((name) => name.trim()));
    this.#mostRows = this.#mostCells / Math.max(1, names.length);
    this.#texts = this.#names.map(() => []);
  }

  /** Too few cells are empty cells (said); too many are cells nobody can place, unless they are empty. */
  #fits(cells: readonly string[], width: number, line: number): boolean {
    if (cells.length === width) return true;
    const context = { cells: cells.length, columns: width };
    if (cells.length < width) {
      this.#log.add("row-malformed", { row: line, severity: "warning", context });
      return true;
    }
    if (cells.slice(width).every((cell) => cell === "")) return true;
    this.#log.add("row-malformed", { row: line, context });
    this.rejected++;
    return false;
  }
}

/**
 * A column without a name, right of one with a name, belongs to it – mostly its words beside its number –: „Klasse“, „Klasse (2)“. Of two
 * with one name the second is called so as well: neither stands for the other.
 */
function named(names: readonly string[]): string[] {
  const found = [...names];
  const taken = new Set(names);
  const met = new Set<string>();
  for (const [c, name] of names.entries()) {
    // Behind the last name there is mostly nothing: the delimiter at the end of each line.
    const isUnnamed = name === "" && c > 0 && c < names.length - 1 && names[c - 1] !== "";
    const of = isUnnamed ? (names[c - 1] ?? "") : name;
    if (!isUnnamed && (name === "" || !met.has(name))) {
      met.add(name);
      continue;
    }
    found[c] = beside(of, taken);
    taken.add(found[c]);
  }
  return found;
}

/** „Anzahl (2)“, or the next one that is free. */
function beside(name: string, taken: ReadonlySet<string>): string {
  if (name === "") return "";
  const stem = name.replace(/ \(\d+\)$/, "");
  let number = 2;
  while (taken.has(`${stem} (${number})`)) number++;
  return `${stem} (${number})`;
}

/**
 * A header of several lines: what stands above goes on to the right until the next text (a merged cell has its text in its first), the
 * last line stands for itself. Equal neighbours are said once.
 */
function joinedHeader(lines: readonly (readonly string[])[], join: string): string[] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const filled = lines.map((line, index) => {
    if (index === lines.length - 1) return line;
    let last = "";
    return Array.from({ length: width }, (_, c) => {
      const text = (line[c] ?? "").trim();
      if (text !== "") last = text;
      return last;
    });
  });
  return Array.from({ length: width }, (_, c) => {
    const parts: string[] = [];
    for (const line of filled) {
      const part = (line[c] ?? "").replace(/\s+/g, " ").trim();
      if (part !== "" && part !== parts.at(-1)) parts.push(part);
    }
    return parts.join(join);
  });
}
