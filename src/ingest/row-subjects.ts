import type { IssueSubject } from "../domain/issue.ts";
import type { RawTable } from "./raw-table.ts";
import type { ResourceReading } from "./resource-reading.ts";

/** Lets a role say what its rows speak of; asked after the reading, and only for rows with an issue. */
export function nameRowSubjects(
  { table, log }: ResourceReading,
  subjectOf: (row: number) => IssueSubject | undefined,
): void {
  log.nameSubjects((line) => {
    const row = rowOfLine(table, line);
    return row === undefined ? undefined : subjectOf(row);
  });
}

/** The row that stands in a line of the file; undefined for the header and for lines that were left out. Lines ascend with the rows. */
function rowOfLine({ rowCount, lineOf }: RawTable, line: number): number | undefined {
  let low = 0;
  let high = rowCount - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = lineOf(middle);
    if (at === line) return middle;
    if (at < line) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
