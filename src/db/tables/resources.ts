import type { ResourceReport } from "../../domain/city.ts";
import { defineTable, type TableValues } from "../table.ts";

export const resourcesTable = defineTable({
  name: "resources",
  comment: "A resource of the package after reading",
  columns: {
    name: "text",
    position: "integer",
    title: "text",
    path: "text",
    role: "text",
    format: "text",
    rows: "integer",
    rejected: "integer",
    crs: "text",
    encoding: "text",
    period: "text",
    licences: "text-list",
    sources: "text-list",
  },
  comments: { rows: "Good rows that were kept", rejected: "Rows left out with an issue", licences: "Names" },
});

export function resourceRows(reports: readonly ResourceReport[]): TableValues<typeof resourcesTable.columns> {
  return {
    name: reports.map((report) => report.name),
    position: reports.map((_, position) => position),
    title: reports.map((report) => report.title),
    path: reports.map((report) => report.path),
    role: reports.map((report) => report.role),
    format: reports.map((report) => report.format),
    rows: reports.map((report) => report.rows),
    rejected: reports.map((report) => report.rejected),
    crs: reports.map((report) => report.crs),
    encoding: reports.map((report) => report.encoding),
    period: reports.map((report) => report.period),
    licences: reports.map((report) => report.licences.map((licence) => licence.name)),
    sources: reports.map((report) => report.sources.map((source) => source.title)),
  };
}
