import Papa from "papaparse";
import { harmlessText } from "../domain/harmless-text.ts";
import type { KeptView } from "../domain/kept-view.ts";

const BYTE_ORDER_MARK = "\ufeff";

/** What datapackage.json says of the file (contract: role `slides`). */
export function keptViewsResource(title: string, path: string): Record<string, unknown> {
  return tableResource("ansichten", title, path, "slides");
}

/** Views for a meeting, in their order. Texts that a spreadsheet would run get an apostrophe in front, which the reader takes away. */
export function keptViewsCsv(views: readonly KeptView[]): Uint8Array<ArrayBuffer> {
  return table(
    ["id", "title", "address"],
    views.map(({ id, title, address }) => [id, title, address]),
  );
}

/** What datapackage.json says of the file (contract: role `workspace`). */
export function choicesResource(title: string, path: string): Record<string, unknown> {
  return tableResource("auswahl", title, path, "workspace");
}

/** What was looked at when work was saved, by names. */
export function choicesCsv(choices: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return table(["key", "value"], Object.entries(choices));
}

function tableResource(name: string, title: string, path: string, role: string): Record<string, unknown> {
  const dialect = { delimiter: "," };
  const form = { format: "csv", mediatype: "text/csv", encoding: "utf-8" };
  return { name, path, ...form, title, dialect, anlaufpunkt: { role } };
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const lines = Papa.unparse([[...header], ...rows.map((row) => row.map(harmlessText))], { newline: "\r\n" });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines}\r\n`);
}
