import type { IssueLog } from "../issue-log.ts";
import type { RawColumn } from "../raw-table.ts";

/** Rows in, columns out: takes the header, skips blank lines, fills short rows, refuses rows with cells that nobody can place. */
export class ColumnCollector {
  readonly #log: IssueLog;
  #names: readonly string[] | undefined;
  #texts: string[][] = [];
  #rowCount = 0;
  #firstLine = 1;
  /** Line per row, kept only once a line was skipped. */
  #lines: number[] | undefined;
  rejected = 0;

  constructor(names: readonly string[] | undefined, log: IssueLog) {
    this.#log = log;
    if (names) this.#begin(names);
  }

  /** Takes one row; the array may be used again by the caller. */
  add(cells: readonly string[], line: number): void {
    const blank = cells.length === 1 && (cells[0] as string).trim() === "";
    if (!this.#names) {
      if (!blank) this.#begin(cells);
      this.#firstLine = line + 1;
      return;
    }
    const width = this.#names.length;
    if ((blank && width !== 1) || (cells.length === 1 && cells[0] === "") || !this.#fits(cells, width, line)) {
      this.#lines ??= Array.from({ length: this.#rowCount }, (_, row) => row + this.#firstLine);
      return;
    }
    for (let c = 0; c < width; c++) (this.#texts[c] as string[]).push(cells[c] ?? "");
    this.#lines?.push(line);
    this.#rowCount++;
  }

  get rowCount(): number {
    return this.#rowCount;
  }

  /** A last column without name and values comes from a delimiter at the end of every line: it is none. */
  get columns(): RawColumn[] {
    return (this.#names ?? [])
      .map((name, c) => ({ name, texts: this.#texts[c] as string[] }))
      .filter((column) => column.name !== "" || column.texts.some((cell) => cell !== ""));
  }

  get lineOf(): (row: number) => number {
    const lines = this.#lines;
    const first = this.#firstLine;
    return lines ? (row) => lines[row] ?? row + first : (row) => row + first;
  }

  #begin(names: readonly string[]): void {
    this.#names = names.map((name) => name.trim());
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
