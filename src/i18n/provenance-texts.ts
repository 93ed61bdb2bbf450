import { defineTexts } from "./define-texts.ts";

export const provenanceTexts = defineTexts({
  de: {
    formula: "So wird gerechnet",
    inputs: "Das geht ein",
    n: "Werte",
    missing: "davon ohne Angabe",
    suppressed: "davon geheim gehalten",
    origins: "Woher die Daten stammen",
    period: (period: string) => `Stand ${period}`,
    noPeriod: "ohne Datum",
    licence: (names: string) => `Lizenz: ${names}`,
    rules: "Methodik",
    notes: "Grenzen",
    close: "Schließen",
    ask: (figure: string) => `Woher kommt diese Zahl? ${figure}`,
  },
  en: {
    formula: "How it is computed",
    inputs: "What goes in",
    n: "Values",
    missing: "of these not stated",
    suppressed: "of these confidential",
    origins: "Where the data come from",
    period: (period: string) => `as of ${period}`,
    noPeriod: "undated",
    licence: (names: string) => `Licence: ${names}`,
    rules: "Method",
    notes: "Limits",
    close: "Close",
    ask: (figure: string) => `Where does this figure come from? ${figure}`,
  },
});
