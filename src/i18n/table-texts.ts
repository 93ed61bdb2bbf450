import { defineTexts } from "./define-texts.ts";

/** What every table says. */
export const tableTexts = defineTexts({
  de: {
    filter: "Filtern",
    clearFilter: "Filter leeren",
    shown: (shown: string, all: string) => `${shown} von ${all}`,
    rows: (all: string) => `${all} Zeilen`,
    nothing: (text: string) => `Keine Zeile enthält „${text}“.`,
    sortUp: (column: string) => `${column}: aufsteigend sortieren`,
    sortDown: (column: string) => `${column}: absteigend sortieren`,
    missing: "–",
    difference: "Unterschied",
    points: (text: string, value: number) => `${value > 0 ? "+" : value < 0 ? "\u2212" : ""}${text} Pkt.`,
    keys: "In der Tabelle bewegen die Pfeiltasten, Bild auf und ab, Pos 1 und Ende; Eingabe zeigt die Zeile auf der Karte.",
  },
  en: {
    filter: "Filter",
    clearFilter: "Clear the filter",
    shown: (shown: string, all: string) => `${shown} of ${all}`,
    rows: (all: string) => `${all} rows`,
    nothing: (text: string) => `No row contains “${text}”.`,
    sortUp: (column: string) => `${column}: sort ascending`,
    sortDown: (column: string) => `${column}: sort descending`,
    missing: "–",
    difference: "difference",
    points: (text: string, value: number) => `${value > 0 ? "+" : value < 0 ? "\u2212" : ""}${text} pts`,
    keys: "Move in the table with the arrow keys, Page Up and Down, Home and End; Enter shows the row on the map.",
  },
});
