import type { Issue } from "../../domain/issue.ts";
import { defineTable, type TableValues } from "../table.ts";

export const issuesTable = defineTable({
  name: "issues",
  comment: "What is wrong with data, found when they were read",
  columns: {
    position: "integer",
    code: "text",
    severity: "text",
    source: "text",
    row: "integer",
    column: "text",
    context: "text",
  },
  comments: { source: "Path inside the package", row: "Line of the file, header = 1", context: "JSON" },
});

export function issueRows(issues: readonly Issue[]): TableValues<typeof issuesTable.columns> {
  return {
    position: issues.map((_, position) => position),
    code: issues.map((issue) => issue.code),
    severity: issues.map((issue) => issue.severity),
    source: issues.map((issue) => issue.source),
    row: issues.map((issue) => issue.row),
    column: issues.map((issue) => issue.column),
    context: issues.map((issue) => JSON.stringify(issue.context)),
  };
}
