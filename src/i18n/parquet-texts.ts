import { defineTexts } from "./define-texts.ts";

/** A Parquet file at an address, before it is loaded. */
export const parquetTexts = defineTexts({
  de: {
    rows: (count: string) => `${count} Zeilen`,
    placed: (system: string) => `Geometrien in ${system}`,
    placedSomewhere: "Geometrien ohne genanntes Koordinatensystem",
    unplaced: "keine Spalte mit Geometrien",
    noRanges:
      "Der Server gibt die Datei nur als Ganzes heraus. Die ersten Zeilen und die Spalten sind deshalb erst nach dem Laden zu sehen. An die IT: Der Server müsste Teile ausliefern (Range requests, Antwort 206).",
    columns: "Spalten, die geladen werden",
    chosen: (count: string, of: string) =>
      count === of ? `Alle ${of} Spalten werden geladen` : `${count} von ${of} Spalten werden geladen`,
    places: "Geometrien",
    leftOut: (count: string, one: boolean) =>
      one ? "1 weitere Spalte nicht gezeigt" : `${count} weitere Spalten nicht gezeigt`,
  },
  en: {
    rows: (count: string) => `${count} rows`,
    placed: (system: string) => `geometries in ${system}`,
    placedSomewhere: "geometries without a named coordinate system",
    unplaced: "no column of geometries",
    noRanges:
      "The server hands out the file only as a whole. The first rows and the columns can therefore be seen only after loading. For IT: the server would have to deliver parts (range requests, answer 206).",
    columns: "Columns to be loaded",
    chosen: (count: string, of: string) =>
      count === of ? `All ${of} columns will be loaded` : `${count} of ${of} columns will be loaded`,
    places: "geometries",
    leftOut: (count: string, one: boolean) =>
      one ? "1 further column not shown" : `${count} further columns not shown`,
  },
});
