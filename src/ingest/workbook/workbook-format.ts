import type { WorkBook, WorkSheet } from "@e965/xlsx";
import { MOST_COLUMNS } from "../../domain/file-limits.ts";
import { ColumnCollector } from "../csv/column-collector.ts";
import type { IssueLog } from "../issue-log.ts";
import {
  type FirstLines,
  type FormatReader,
  type RawTable,
  ROWS_PER_WORD,
  type TableInFile,
  type TableOptions,
} from "../raw-table.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";
import { MOST_ROWS, openWorkbook } from "./open-workbook.ts";
import { sheetLines } from "./sheet-lines.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Workbooks of Excel and LibreOffice: XLSX, XLSM, XLSB, XLS, ODS. */
export const workbookFormat: FormatReader = { read: readSheet, tablesIn, firstLines };

function readSheet(bytes: Bytes, options: TableOptions): Promise<RawTable> {
  return tableOrReason(options, (log) => {
    const workbook = openWorkbook(bytes);
    const collector = new ColumnCollector(options, log);
    const sheet = chosenSheet(workbook, options.table);
    if (sheet) collect(sheet, workbook, collector, log, options.onRows);
    else log.add("table-missing", { context: { table: options.table ?? "", known: workbook.SheetNames.join(", ") } });
    const { columns, rowCount, rejected, lineOf } = collector;
    return { columns, rowCount, lineOf, rejected, issues: log.list() };
  });
}

function collect(
  sheet: WorkSheet,
  workbook: WorkBook,
  collector: ColumnCollector,
  log: IssueLog,
  onRows: TableOptions["onRows"],
): void {
  const { lines, lineCount, isTooWide } = sheetLines(sheet, is1904(workbook), log);
  if (isTooWide) throw new UnreadableFile("too-many-columns", String(MOST_COLUMNS));
  if (lineCount > MOST_ROWS) throw new UnreadableFile("too-many-rows", String(MOST_ROWS));
  for (const { cells, line, numbers } of lines()) {
    collector.add(cells, line, numbers);
    if (line % ROWS_PER_WORD === 0) onRows?.(line);
  }
  collector.finish();
}

async function tablesIn(bytes: Bytes): Promise<readonly TableInFile[]> {
  try {
    const workbook = openWorkbook(bytes);
    return workbook.SheetNames.map((name, i) => ({
      name,
      rows: sheetLines(sheetNamed(workbook, name), is1904(workbook)).lineCount,
      isHidden: (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0,
    }));
  } catch {
    // Reading says why.
    return [];
  }
}

async function firstLines(bytes: Bytes, options: TableOptions, most: number): Promise<FirstLines> {
  try {
    const workbook = openWorkbook(bytes);
    const { lines, lineCount, isTooWide } = sheetLines(chosenSheet(workbook, options.table), is1904(workbook));
    const first: (readonly string[])[] = [];
    if (!isTooWide) {
      for (const { cells } of lines()) {
        if (first.length >= most) break;
        first.push(cells);
      }
    }
    return { lines: first, lineCount };
  } catch {
    return { lines: [] };
  }
}

/** The sheet that is named, or the first one. */
function chosenSheet(workbook: WorkBook, name: string | undefined): WorkSheet | undefined {
  if (name !== undefined) return workbook.SheetNames.includes(name) ? sheetNamed(workbook, name) : undefined;
  const first = workbook.SheetNames[0];
  return first === undefined ? undefined : sheetNamed(workbook, first);
}

/** A sheet called __proto__ became the prototype of the library's object, which the same access reaches. */
function sheetNamed(workbook: WorkBook, name: string): WorkSheet {
  return workbook.Sheets[name] ?? {};
}

function is1904(workbook: WorkBook): boolean {
  return workbook.Workbook?.WBProps?.date1904 === true;
}
