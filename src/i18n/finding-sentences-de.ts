import type { IssueParticulars, IssueSentences } from "./issue-particulars.ts";

/** Codes of what is odd about data that could be read. */
export type FindingCode =
  | "ring-invalid"
  | "area-twice"
  | "place-twice"
  | "rows-identical"
  | "areas-overlap"
  | "areas-gap"
  | "area-total"
  | "place-far"
  | "cells-far"
  | "share-impossible"
  | "residents-differ"
  | "count-fractional"
  | "value-jump"
  | "sum-differs"
  | "quotient-differs"
  | "row-total"
  | "count-looks-like-rate"
  | "rate-looks-like-count"
  | "periods-missing"
  | "areas-missing-in-period"
  | "check-left-out";

/** What the checks of the data say in German. */
export const GERMAN_FINDINGS: Pick<IssueSentences, FindingCode> = {
  "ring-invalid": (i) =>
    `Die Grenze von ${i.quoted("name")} ist nicht in Ordnung: ${ringFlaw(i)}. Beim Beheben wird sie dort aufgetrennt; wie viel Fläche das ändert, steht danach hier.`,
  "area-twice": (i) =>
    `${i.quoted("name")} hat dieselbe Fläche wie ${i.quoted("other")}: Der Sozialraum steht zweimal da, oder die Grenze wurde verwechselt.`,
  "place-twice": (i) =>
    `${i.quoted("name")} gibt es noch einmal ${i.plain("metres") === "0" ? "an derselben Stelle" : `${i.count("metres")} m entfernt`}${i.has("otherRow") ? ` (Zeile ${i.count("otherRow")})` : ""}, mit derselben Art. Vermutlich ist derselbe Anlaufpunkt zweimal erfasst.`,
  "rows-identical": (i) =>
    `${i.counted("rows", "Zeile gleicht", "Zeilen gleichen")} einer früheren in jeder Zelle. Beim Beheben bleibt jeweils die erste.`,
  "areas-overlap": (i) =>
    `${i.quoted("name")} und ${i.quoted("other")} überlappen sich um ${i.count("squareMetres")} m² (${i.count("percent")} % der kleineren Fläche). Wer dort wohnt, liegt in beiden.`,
  "areas-gap": (i) =>
    i.isOne("gaps")
      ? `Zwischen den Sozialräumen ist eine Lücke von ${i.count("largest")} m²; wer dort wohnt, gehört zu keinem.`
      : `Zwischen den Sozialräumen sind ${i.count("gaps")} Lücken, zusammen ${i.count("squareMetres")} m², die größte ${i.count("largest")} m². Wer dort wohnt, gehört zu keinem.`,
  "area-total": (i) =>
    `${i.quoted("name")} bedeckt ${i.count("percent")} % der Fläche aller anderen: Das ist vermutlich kein Sozialraum, sondern die Summe aller. Beim Beheben wird die Zeile ausgelassen.`,
  "place-far": (i) =>
    `${i.quoted("name")} liegt weiter von der Stadt entfernt, als sie breit ist. Bitte die Koordinaten prüfen; beim Beheben wird die Zeile ausgelassen.`,
  "cells-far": (i) =>
    `${i.counted("cells", "Zelle liegt", "Zellen liegen")} weiter von der Stadt entfernt, als sie breit ist (${i.count("residents")} Einwohner:innen). Bitte Koordinatensystem und Ausschnitt prüfen.`,
  "share-impossible": (i) =>
    `${i.quoted("indicator")} (${i.plain("period")}) ist ${i.count("value")}; ein Anteil liegt zwischen 0 und 100 %.`,
  "residents-differ": (i) =>
    `In ${i.count("areas")} von ${i.count("of")} Sozialräumen weicht die angegebene Zahl der Einwohner:innen${stand(i, "statedPeriod")} um mehr als ein Viertel von der Summe aus ${i.quoted("population")}${stand(i, "cellsPeriod")} ab, am meisten in ${i.quoted("name")}: ${i.count("stated")} gegen ${i.count("cells")}.`,
  "count-fractional": (i) =>
    `${i.quoted("indicator")} soll eine Anzahl sein, aber ${i.count("values")} von ${i.count("of")} Werten sind keine ganzen Zahlen (zum Beispiel ${i.count("value")}).`,
  "value-jump": (i) =>
    `${i.quoted("indicator")} ist ${i.plain("period")} ${i.count("value")}, in den Jahren daneben ${i.count("before")} und ${i.count("after")}: mehr als das Zehnfache Unterschied. Ist das ein Tippfehler?`,
  "sum-differs": (i) =>
    `${i.quoted("indicator")}${stand(i, "period")}: In ${i.count("wholes")} von ${i.count("of")} Fällen ergeben die Teile (${i.plain("parts")}) nicht den angegebenen Gesamtwert, am weitesten auseinander ${i.has("name") ? `in ${i.quoted("name")}` : "in der ganzen Stadt"}: angegeben ${i.count("stated")}, Summe ${i.count("sum")}.`,
  "quotient-differs": (i) =>
    `${i.quoted("indicator")} (${i.plain("period")}): In ${i.count("areas")} von ${i.count("of")} Sozialräumen passt der Wert nicht zu Zähler und Nenner, am weitesten auseinander: angegeben ${i.count("stated")}, gerechnet ${i.count("made")}.`,
  "row-total": (i) =>
    `Die Zeile ${i.quoted("name")} ist die Summe der übrigen (in ${i.counted("columns", "Spalte", "Spalten")}). Als Sozialraum gezählt würde sie alles verdoppeln; beim Beheben wird sie ausgelassen.`,
  "count-looks-like-rate": (i) =>
    `${i.quoted("indicator")} ist als Anzahl beschrieben, die ${i.count("values")} Werte liegen aber mit Nachkommastellen zwischen 0 und 100. Ist es ein Anteil? Anteile werden nie addiert; bitte die Art des Indikators prüfen.`,
  "rate-looks-like-count": (i) =>
    `${i.quoted("indicator")} ist als Anteil beschrieben, die ${i.count("values")} Werte sind aber ganze Zahlen bis über 100. Ist es eine Anzahl? Bitte die Art des Indikators prüfen.`,
  "periods-missing": (i) =>
    `In der Zeitreihe ${i.quoted("indicator")}${more(i)} fehlt ${i.plain("years")}. Der Verlauf wird dort nicht überbrückt.`,
  "areas-missing-in-period": (i) =>
    `Für ${i.plain("period")} fehlt ${i.isOne("areas") ? i.quoted("name") : `${i.count("areas")} Sozialräumen (zum Beispiel ${i.quoted("name")})`} der Wert von ${i.quoted("indicator")}${more(i)}; in anderen Jahren ist er da.`,
  "check-left-out": (i) => {
    const what: Readonly<Record<string, string>> = {
      population: "ob Einwohner:innen und Zellen zu den Sozialräumen passen",
      observations: "ob die Werte der Indikatoren stimmig sind",
      rings: "ob die Grenzen gültig sind",
      areas: "ob sich Flächen überlappen oder Lücken lassen",
      overlaps: "einige Paare sich überlappender Flächen",
      rows: "ob Zeilen doppelt sind",
    };
    const left = what[i.plain("check")];
    return left === undefined
      ? `Die Daten ließen sich nicht prüfen${i.has("reason") ? ` (${i.plain("reason")})` : ""}; verwendet werden sie wie gelesen.`
      : `Nicht geprüft wurde, ${i.plain("check") === "overlaps" ? `wie groß die Überlappung ist: ${left}` : left}: Dafür sind es zu viele Daten.`;
  },
};

const stand = (i: IssueParticulars, name: string): string => (i.has(name) ? ` (Stand ${i.plain(name)})` : "");

const more = (i: IssueParticulars): string => {
  const others = Number(i.plain("indicators")) - 1;
  return others > 0 ? ` und ${others} ${others === 1 ? "weiteren" : "weiteren Indikatoren"}` : "";
};

function ringFlaw(i: IssueParticulars): string {
  switch (i.plain("reason")) {
    case "crosses-itself":
      return "Sie kreuzt sich selbst";
    case "touches-itself":
      return "Sie berührt sich selbst";
    case "hole-outside":
      return "Ein Loch liegt außerhalb der Fläche";
    case "nested":
      return "Teile der Fläche liegen ineinander";
    case "cut-off":
      return "Ein Loch schneidet einen Teil der Fläche ab";
    case "same-ring-twice":
      return "Ein Ring ist doppelt";
    case "too-few-points":
      return "Ein Ring hat zu wenige verschiedene Punkte";
    default:
      return "Sie ist nicht richtig aufgebaut";
  }
}
