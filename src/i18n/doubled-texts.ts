import { defineTexts } from "./define-texts.ts";

/** Indicators of a file whose values another file, or the city, has as well. */
export const doubledTexts = defineTexts({
  de: {
    quoted: (title: string) => `„${title}“`,
    inFile: (file: string) => `in „${file}“`,
    inCity: "in den geöffneten Daten",
    /** `what`: titles in quotes. */
    twice: (what: string, where: string, differs: boolean) =>
      `Werte zu ${what} stehen für dieselben Sozialräume und Zeiten auch ${where}${differs ? ", dort mit anderen Zahlen" : ", mit denselben Zahlen"}.`,
    isOwn: (own: string) => `Darum heißt das Merkmal hier ${own}.`,
    areOwn: "Darum heißen die Merkmale hier anders.",
    isSame: "Gelesen als dasselbe Merkmal: Was doppelt ist, wird nur einmal übernommen, von dort.",
    choice: { own: "eigenes Merkmal", same: "dasselbe Merkmal" },
    hint: "Verschiedenes bleibt mit eigenem Namen getrennt. Ist es dasselbe, zählt jeder Wert nur einmal.",
  },
  en: {
    quoted: (title: string) => `“${title}”`,
    inFile: (file: string) => `in “${file}”`,
    inCity: "in the data that are open",
    twice: (what: string, where: string, differs: boolean) =>
      `Values of ${what} for the same areas and times are also ${where}${differs ? ", with other numbers" : ", with the same numbers"}.`,
    isOwn: (own: string) => `So the measure is called ${own} here.`,
    areOwn: "So the measures are called otherwise here.",
    isSame: "Read as the same measure: what is there twice is taken once, from there.",
    choice: { own: "a measure of its own", same: "the same measure" },
    hint: "Different things stay apart under a name of their own. If it is the same, each value counts once.",
  },
});
