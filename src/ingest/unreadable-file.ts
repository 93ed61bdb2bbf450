import type { UnreadableReason } from "../domain/unreadable-reason.ts";
import { IssueLog } from "./issue-log.ts";
import type { RawTable, TableOptions } from "./raw-table.ts";

/** Thrown inside a reader, caught where it hands out its table. */
export class UnreadableFile extends Error {
  readonly reason: UnreadableReason;
  readonly detail: string;

  constructor(reason: UnreadableReason, detail = "") {
    super(`${reason} ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }
}

/** A message of a library can be as long as the file. */
const LONGEST_DETAIL = 200;

/** What a reader makes of its file; whatever it throws becomes an issue of an empty table. */
export async function tableOrReason(
  options: TableOptions,
  read: (log: IssueLog) => RawTable | Promise<RawTable>,
): Promise<RawTable> {
  const log = new IssueLog(options.source);
  try {
    return await read(log);
  } catch (error) {
    return unreadTable(log, error);
  }
}

/** The empty table that says why, for readers that answer at once. */
export function unreadTable(log: IssueLog, error: unknown): RawTable {
  const detail = error instanceof UnreadableFile ? error.detail : error instanceof Error ? error.message : `${error}`;
  const context = {
    reason: error instanceof UnreadableFile ? error.reason : "broken",
    detail: detail.replace(/\s+/g, " ").trim().slice(0, LONGEST_DETAIL),
  };
  log.add("resource-unreadable", { context });
  return { columns: [], rowCount: 0, lineOf: (row) => row + 1, rejected: 0, issues: log.list() };
}
