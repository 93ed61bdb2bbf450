import type { ValueOrigin } from "../domain/indicator-result.ts";
import { defineTexts } from "./define-texts.ts";

const german: Record<ValueOrigin, string> = {
  published: "Der Wert ist so veröffentlicht; hier wird nichts gerechnet.",
  computed: "Summe der Zähler ÷ Summe der Nenner über die Teilgebiete – nie der Mittelwert von Anteilen.",
  added: "Summe der Werte der Teilgebiete.",
  none: "Für dieses Gebiet und diesen Zeitraum gibt es keinen Wert, und er lässt sich nicht aus Teilgebieten bilden.",
};
const english: Record<ValueOrigin, string> = {
  published: "The value is published like this; nothing is computed here.",
  computed: "Sum of the numerators ÷ sum of the denominators over the parts – never the mean of shares.",
  added: "Sum of the values of the parts.",
  none: "There is no value for this area and period, and it cannot be made from its parts.",
};

export const valueProvenanceTexts = defineTexts({
  de: {
    formula: german,
    area: "Gebiet",
    period: "Zeitraum",
    value: "Wert",
    numerator: "Summe der Zähler",
    denominator: "Summe der Nenner",
    incomplete:
      "Unvollständig: Es fehlen Teile. Eine Summe ist dann eine Untergrenze, ein Anteil beruht nur auf den bekannten Teilen.",
  },
  en: {
    formula: english,
    area: "Area",
    period: "Period",
    value: "Value",
    numerator: "Sum of the numerators",
    denominator: "Sum of the denominators",
    incomplete: "Incomplete: parts are missing. A sum is then a lower bound; a share rests on the known parts only.",
  },
});
