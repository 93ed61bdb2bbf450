import type { Language } from "../domain/localized.ts";
import type { MadeRepair, RepairKind } from "../domain/repair.ts";
import { defineTexts } from "./define-texts.ts";
import { formatsFor } from "./formats.ts";

export const repairTexts = defineTexts({
  de: {
    repair: "Beheben",
    offer: {
      "make-valid": "ungültige Grenzen neu zusammensetzen",
      "cut-overlaps": "Überlappungen einem der beiden Sozialräume zuordnen",
      "drop-duplicates": "doppelte Zeilen auslassen",
      "leave-out": "die Zeile auslassen",
      "set-value": "den Wert ersetzen",
      "set-position": "die Lage berichtigen",
    },
    made: (what: string) => `Behoben: ${what}`,
    takeBack: "zurücknehmen",
  },
  en: {
    repair: "Repair",
    offer: {
      "make-valid": "put invalid boundaries together anew",
      "cut-overlaps": "give overlaps to one of the two areas",
      "drop-duplicates": "leave double rows out",
      "leave-out": "leave the row out",
      "set-value": "replace the value",
      "set-position": "correct the position",
    },
    made: (what: string) => `Repaired: ${what}`,
    takeBack: "take back",
  },
});

type Nouns = readonly [one: string, other: string];

const MADE: Readonly<Record<Language, Readonly<Record<RepairKind, Nouns>>>> = {
  de: {
    "make-valid": ["Grenze neu zusammengesetzt", "Grenzen neu zusammengesetzt"],
    "cut-overlaps": ["Überlappung zugeordnet", "Überlappungen zugeordnet"],
    "drop-duplicates": ["doppelte Zeile ausgelassen", "doppelte Zeilen ausgelassen"],
    "leave-out": ["Zeile ausgelassen", "Zeilen ausgelassen"],
    "set-value": ["Wert ersetzt", "Werte ersetzt"],
    "set-position": ["Lage gesetzt", "Lagen gesetzt"],
  },
  en: {
    "make-valid": ["boundary put together anew", "boundaries put together anew"],
    "cut-overlaps": ["overlap given to one area", "overlaps given to one area each"],
    "drop-duplicates": ["double row left out", "double rows left out"],
    "leave-out": ["row left out", "rows left out"],
    "set-value": ["value replaced", "values replaced"],
    "set-position": ["position set", "positions set"],
  },
};

/** „2 Grenzen aufgetrennt“ */
export function madeRepairText({ repair, count }: MadeRepair, language: Language): string {
  const { count: number, plural } = formatsFor(language);
  return `${number(count)} ${plural(count, ...MADE[language][repair])}`;
}
