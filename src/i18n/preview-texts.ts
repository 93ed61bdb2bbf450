import { defineTexts } from "./define-texts.ts";

/** The preview of a file that is being added. */
export const previewTexts = defineTexts({
  de: {
    preview: "Vorschau",
    previewDetail: (shown: string, all: string) => (shown === all ? "" : `Auszug aus ${all} Zeilen`),
    following: "Die Vorschau wird erneuert …",
    kept: (kept: string, one: boolean) => (one ? "1 Zeile wird übernommen" : `${kept} Zeilen werden übernommen`),
    rejected: (count: string, one: boolean) => (one ? "1 Zeile bleibt weg" : `${count} Zeilen bleiben weg`),
    noneRejected: "keine bleibt weg",
    beginning: (rows: string, all: string | undefined) =>
      `Die Datei ist groß: Angesehen wurden die ersten ${all === undefined ? rows : `${rows} von ${all}`} Zeilen. Beim Übernehmen werden alle gelesen und geprüft.`,
    unmatched: (count: string, one: boolean) =>
      one
        ? "1 Eintrag passt zu keinem Sozialraum; seine Zeilen bleiben weg."
        : `${count} Einträge passen zu keinem Sozialraum; ihre Zeilen bleiben weg.`,
    match: "zuordnen",
    needsColumn: (what: string) => `Es fehlt noch eine Angabe: ${what}.`,
    needsGeometry: "In dieser Datei stehen keine Grenzen; als Gebiete lässt sie sich nicht zeichnen.",
    codeUndeclared: (column: string, code: string, times: string) =>
      `Spalte „${column}“: Was ${code === "" ? "eine leere Zelle" : `„${code}“`} bedeutet, ist nicht geklärt${times === "" || times === "1" ? "" : ` (${times}-mal)`}; gelesen wird es als „nicht angegeben“.`,
    notANumber: (column: string, value: string) =>
      `Spalte „${column}“: „${value}“ ist keine Zahl; der Wert bleibt weg.`,
    showLine: (line: string) => `Zeile ${line} zeigen`,
    moreIssues: (count: string) => `${count} weitere Hinweise zeigen`,
    line: "Zeile",
    titleLine: (line: string) => `Zeile ${line}, Titel`,
    remarkLine: (line: string) => `Zeile ${line}, Anmerkung oder Summe`,
    moreLines: (count: string) => `und ${count} weitere Zeilen`,
    notRead: (text: string) => `„${text}“ – wird nicht als Daten gelesen`,
  },
  en: {
    preview: "Preview",
    previewDetail: (shown: string, all: string) => (shown === all ? "" : `taken from ${all} rows`),
    following: "Renewing the preview …",
    kept: (kept: string, one: boolean) => (one ? "1 row is taken" : `${kept} rows are taken`),
    rejected: (count: string, one: boolean) => (one ? "1 row is left out" : `${count} rows are left out`),
    noneRejected: "none is left out",
    beginning: (rows: string, all: string | undefined) =>
      `The file is large: only the first ${all === undefined ? rows : `${rows} of its ${all}`} rows were looked at. When it is taken, all are read and checked.`,
    unmatched: (count: string, one: boolean) =>
      one ? "1 entry fits no area; its rows are left out." : `${count} entries fit no area; their rows are left out.`,
    match: "find their area",
    needsColumn: (what: string) => `Something is still missing: ${what}.`,
    needsGeometry: "This file holds no boundaries; it cannot be drawn as areas.",
    codeUndeclared: (column: string, code: string, times: string) =>
      `Column “${column}”: what ${code === "" ? "an empty cell" : `“${code}”`} means is not settled${times === "" || times === "1" ? "" : ` (${times} times)`}; it is read as “not stated”.`,
    notANumber: (column: string, value: string) =>
      `Column “${column}”: “${value}” is no number; the value is left out.`,
    showLine: (line: string) => `Show line ${line}`,
    moreIssues: (count: string) => `Show ${count} more notes`,
    line: "Line",
    titleLine: (line: string) => `Line ${line}, title`,
    remarkLine: (line: string) => `Line ${line}, remark or total`,
    moreLines: (count: string) => `and ${count} more lines`,
    notRead: (text: string) => `“${text}” – is not read as data`,
  },
});
