import type { UnreadableReason } from "../domain/unreadable-reason.ts";
import type { IssueParticulars } from "./issue-particulars.ts";

type Limit = Extract<
  UnreadableReason,
  | "file-too-large"
  | "too-large"
  | "zip-too-large"
  | "too-many-rows"
  | "too-many-columns"
  | "too-many-cells"
  | "json-too-deep"
>;
type LimitTexts = Readonly<Record<Limit, (limit: string, has: string) => string>>;

/** What lies beyond a limit is whole: these say the limit, and how to stay below it. */
const GERMAN: LimitTexts = {
  "file-too-large": (limit, has) =>
    `Die Datei ist zu groß${has === "" ? "" : ` (${has} MB)`}: Aus diesem Format werden höchstens ${limit} MB gelesen. Bitte nur die nötigen Zeilen und Spalten speichern, zum Beispiel nur die eigene Stadt, oder eine Tabelle als Parquet; das ist viel kleiner.`,
  "too-large": (limit) =>
    `Ausgepackt ist die Datei zu groß; der Browser fasst höchstens ${limit} MB. Bitte nur die nötigen Zeilen und Spalten speichern.`,
  "zip-too-large": (limit) =>
    `Ausgepackt ist die Datei zu groß; gelesen werden höchstens ${limit} MB, 5.000 Dateien und das 200-Fache ihrer Größe. Bitte nur die nötigen Teile packen; eine große Tabelle am besten als CSV oder Parquet speichern.`,
  "too-many-rows": (limit) =>
    `Die Tabelle hat zu viele Zeilen; aus diesem Format werden höchstens ${limit} gelesen. Bitte nur die nötigen Zeilen speichern, oder statt einer Arbeitsmappe CSV oder Parquet.`,
  "too-many-columns": (limit) =>
    `Die Tabelle hat zu viele Spalten; gelesen werden höchstens ${limit}. Bitte nur die nötigen Spalten speichern.`,
  "too-many-cells": (limit) =>
    `Die Tabelle hat zu viele Zellen; der Browser fasst höchstens ${limit}. Bitte nur die nötigen Zeilen und Spalten speichern.`,
  "json-too-deep": (limit) =>
    `Das JSON ist zu tief geschachtelt; gelesen werden höchstens ${limit} Ebenen. Bitte ohne die geschachtelten Eigenschaften speichern.`,
};

const ENGLISH: LimitTexts = {
  "file-too-large": (limit, has) =>
    `The file is too large${has === "" ? "" : ` (${has} MB)`}: of this format at most ${limit} MB are read. Please save only the rows and columns that are needed, for example only your own city, or save a table as Parquet, which is much smaller.`,
  "too-large": (limit) =>
    `Unpacked the file is too large; the browser holds at most ${limit} MB. Please save only the rows and columns that are needed.`,
  "zip-too-large": (limit) =>
    `Unpacked the file is too large; at most ${limit} MB, 5,000 files and 200 times its size are read. Please pack only the parts that are needed; a large table is best saved as CSV or Parquet.`,
  "too-many-rows": (limit) =>
    `The table has too many rows; of this format at most ${limit} are read. Please save only the rows that are needed, or CSV or Parquet instead of a workbook.`,
  "too-many-columns": (limit) =>
    `The table has too many columns; at most ${limit} are read. Please save only the columns that are needed.`,
  "too-many-cells": (limit) =>
    `The table has too many cells; the browser holds at most ${limit}. Please save only the rows and columns that are needed.`,
  "json-too-deep": (limit) =>
    `The JSON is nested too deep; at most ${limit} levels are read. Please save it without the nested properties.`,
};

/** Limits that are counted in bytes are said in megabytes. */
const IN_BYTES: ReadonlySet<string> = new Set<Limit>(["file-too-large", "too-large", "zip-too-large"]);

/** The sentence about a file that lies beyond a limit; undefined where the reason is another. */
export function limitText(issue: IssueParticulars, language: "de" | "en"): string | undefined {
  const texts = language === "de" ? GERMAN : ENGLISH;
  const reason = issue.plain("reason");
  // A reader that names a column instead of a number has its own words for it.
  if (!Object.hasOwn(texts, reason) || !(Number(issue.plain("detail")) > 0)) return undefined;
  const isInBytes = IN_BYTES.has(reason);
  return texts[reason as Limit](
    isInBytes ? issue.megabytes("detail") : issue.count("detail"),
    issue.has("bytes") ? issue.megabytes("bytes") : "",
  );
}
