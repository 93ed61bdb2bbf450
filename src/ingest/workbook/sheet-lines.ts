import type { CellObject, Range, WorkSheet } from "@e965/xlsx";
import { MOST_COLUMNS } from "../../domain/file-limits.ts";
import type { IssueLog } from "../issue-log.ts";
import { type CellContent, cellContent } from "./cell-content.ts";

export interface SheetLine {
  /** As the spreadsheet shows it, first = 1. */
  readonly line: number;
  /** Of the columns with any content; [""] for a blank line. */
  readonly cells: readonly string[];
  readonly numbers: readonly number[];
}

export interface SheetLines {
  readonly lineCount: number;
  readonly columnCount: number;
  readonly isTooWide: boolean;
  lines(): Iterable<SheetLine>;
}

const BLANK: Pick<SheetLine, "cells" | "numbers"> = { cells: [""], numbers: [Number.NaN] };

/**
 * The lines of a sheet from its first to its last with content, whatever it says of its size; columns without any are left out. Merged cells
 * hold the text of the first of them in all of them. A number is repeated to the right (a year over several columns) and, in the first
 * column, downwards (a key); elsewhere it counts once, where it stands, and that is said.
 */
export function sheetLines(sheet: WorkSheet | undefined, is1904: boolean, log?: IssueLog): SheetLines {
  const data = rowsOf(sheet);
  const { used, lineCount } = extent(data);
  const isTooWide = used.length > MOST_COLUMNS;
  const merges = isTooWide
    ? new Map<number, Map<number, CellContent>>()
    : mergedCells(sheet, data, used, lineCount, is1904, log);
  return {
    lineCount,
    columnCount: used.length,
    isTooWide,
    *lines() {
      for (let row = 0; row < lineCount; row++) {
        const cells = data[row];
        const merged = merges.get(row);
        if (!cells && !merged) {
          yield { line: row + 1, ...BLANK };
          continue;
        }
        const texts = new Array<string>(used.length);
        const numbers = new Array<number>(used.length);
        let isBlank = true;
        for (let c = 0; c < used.length; c++) {
          const column = used[c] as number;
          const { text, number } = merged?.get(column) ?? cellContent(cells?.[column], is1904);
          texts[c] = text;
          numbers[c] = number;
          if (text !== "") isBlank = false;
        }
        yield isBlank ? { line: row + 1, ...BLANK } : { line: row + 1, cells: texts, numbers };
      }
    },
  };
}

type Rows = readonly (readonly (CellObject | undefined)[] | undefined)[];

function rowsOf(sheet: WorkSheet | undefined): Rows {
  const data: unknown = sheet?.["!data"];
  return Array.isArray(data) ? (data as Rows) : [];
}

function hasContent(cell: CellObject | undefined): boolean {
  return (
    cell !== undefined && cell !== null && cell.t !== "z" && cell.v !== undefined && cell.v !== null && cell.v !== ""
  );
}

/** Columns with content, and the line after which none has any; holes of the arrays are never walked. */
function extent(data: Rows): { readonly used: readonly number[]; readonly lineCount: number } {
  const used = new Set<number>();
  let lineCount = 0;
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (!hasContent(cell)) return;
      used.add(column);
      lineCount = row + 1;
    });
  });
  return { used: [...used].sort((a, b) => a - b), lineCount };
}

/** Contents of the cells that a merge covers beside its first, by row and column. */
function mergedCells(
  sheet: WorkSheet | undefined,
  data: Rows,
  used: readonly number[],
  lineCount: number,
  is1904: boolean,
  log: IssueLog | undefined,
): Map<number, Map<number, CellContent>> {
  const merges: readonly Range[] = Array.isArray(sheet?.["!merges"]) ? sheet["!merges"] : [];
  const covered = new Map<number, Map<number, CellContent>>();
  for (const { s: first, e: last } of merges) {
    const content = cellContent(data[first.r]?.[first.c], is1904);
    if (content.text === "") continue;
    const isNumber = !Number.isNaN(content.number);
    const goesDown = !isNumber || first.c === used[0];
    const end = Math.min(last.r, lineCount - 1);
    if (isNumber && !goesDown && end > first.r) {
      log?.add("merged-number", { row: first.r + 1, context: { value: content.text, lines: end - first.r + 1 } });
    }
    for (let row = first.r; row <= (goesDown ? end : first.r); row++) {
      for (const column of used) {
        if (column < first.c || column > last.c || (row === first.r && column === first.c)) continue;
        const line = covered.get(row) ?? new Map<number, CellContent>();
        if (!hasContent(data[row]?.[column])) line.set(column, content);
        covered.set(row, line);
      }
    }
  }
  return covered;
}
