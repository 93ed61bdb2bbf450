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
  | "area-tiny"
  | "area-far"
  | "place-far"
  | "cells-far"
  | "cells-twice"
  | "cell-crowded"
  | "share-impossible"
  | "value-below-zero"
  | "residents-differ"
  | "residents-total-differs"
  | "count-fractional"
  | "value-jump"
  | "sum-differs"
  | "quotient-differs"
  | "row-total"
  | "count-looks-like-rate"
  | "rate-looks-like-count"
  | "share-looks-like-fraction"
  | "periods-missing"
  | "period-repeated"
  | "areas-missing-in-period"
  | "check-left-out";

/** What the checks of the data say in German. */
export const GERMAN_FINDINGS: Pick<IssueSentences, FindingCode> = {
  "ring-invalid": (i) =>
    `Die Grenze von ${i.quoted("name")} ist nicht in Ordnung: ${ringFlaw(i)}. Beim Beheben wird sie neu zusammengesetzt; wie viel Fläche das ändert, steht danach hier.`,
  "area-twice": (i) =>
    `${i.quoted("name")} hat dieselbe Fläche wie ${i.quoted("other")}: Der Sozialraum steht zweimal da, oder die Grenze wurde verwechselt.`,
  "place-twice": (i) =>
    `${i.quoted("name")} gibt es noch einmal ${i.plain("metres") === "0" ? "an derselben Stelle" : `${i.count("metres")} m entfernt`}${i.has("otherRow") ? ` (Zeile ${i.count("otherRow")})` : ""}, mit derselben Art. Vermutlich ist derselbe Anlaufpunkt zweimal erfasst.`,
  "rows-identical": (i) =>
    `${i.counted("rows", "Zeile gleicht", "Zeilen gleichen")} einer früheren in jeder Zelle. Beim Beheben bleibt jeweils die erste.`,
  "areas-overlap": (i) =>
    `${i.quoted("name")} und ${i.quoted("other")} überlappen sich um ${i.count("squareMetres")} m² (${i.count("percent")} % der kleineren Fläche). ${i.has("small") ? "Die Grenze ist ungenau gezeichnet; an den Zahlen ändert das kaum etwas." : `Wer dort wohnt, liegt in beiden.${i.has("large") ? " Bitte klären, zu wem die Fläche gehört." : ""}`}`,
  "areas-gap": (i) =>
    `Zwischen den Sozialräumen ${
      i.isOne("gaps")
        ? `ist eine Lücke von ${i.count("largest")} m².`
        : `sind ${i.count("gaps")} Lücken, zusammen ${i.count("squareMetres")} m², die größte ${i.count("largest")} m².`
    } ${i.has("small") ? "Die Grenzen sind ungenau gezeichnet; an den Zahlen ändert das kaum etwas." : "Wer dort wohnt, gehört zu keinem. Bitte prüfen, ob dort Sozialräume fehlen."}`,
  "area-total": (i) =>
    `${i.quoted("name")} bedeckt ${i.count("percent")} % der Fläche aller anderen: Das ist vermutlich kein Sozialraum, sondern die Summe aller. Beim Beheben wird die Zeile ausgelassen.`,
  "area-tiny": (i) =>
    `${i.quoted("name")} ist nur ${i.count("squareMetres")} m² groß, kleiner als ein Grundstück: vermutlich ein Rest vom Zeichnen. Beim Beheben wird die Zeile ausgelassen.`,
  "area-far": (i) =>
    `${i.quoted("name")} liegt in einem anderen Teil der Welt als die übrigen Sozialräume (bei Breite ${i.count("lat")}°, Länge ${i.count("lon")}°)${whyFar(i)} Bitte in der Datei berichtigen; beim Beheben wird die Zeile ausgelassen.`,
  "place-far": (i) =>
    `${i.quoted("name")} liegt weiter von der Stadt entfernt, als sie breit ist (bei Breite ${i.count("lat")}°, Länge ${i.count("lon")}°)${whyFar(i)} ${i.plain("why") === "swapped" ? "Beim Beheben werden sie getauscht." : "Bitte die Koordinaten prüfen; beim Beheben wird die Zeile ausgelassen."}`,
  "cells-far": (i) =>
    `${i.counted("cells", "Zelle liegt", "Zellen liegen")} weiter von der Stadt entfernt, als sie breit ist (${i.count("residents")} Einwohner:innen). Bitte Koordinatensystem und Ausschnitt prüfen.`,
  "cells-twice": (i) =>
    `${i.counted("cells", "Zelle steht", "Zellen stehen")} noch einmal an der Stelle einer früheren${i.has("otherRow") ? ` (die erste gleicht Zeile ${i.count("otherRow")} im Ort)` : ""}: ${i.counted("residents", "Person zählt", "Einwohner:innen zählen")} doppelt. Bitte in der Datei berichtigen${i.has("same") ? "; beim Beheben bleibt jeweils die erste" : ""}.`,
  "cell-crowded": (i) =>
    `In dieser Zelle von ${i.count("metres")} m sollen ${i.count("residents")} Einwohner:innen leben; so dicht wohnt man kaum irgendwo. Bitte die Zahl prüfen, oder wie die Einwohner:innen auf die Zellen verteilt wurden.`,
  "share-impossible": (i) =>
    `${i.quoted("indicator")} (${i.plain("period")}) ist ${i.count("value")}; ein Anteil liegt zwischen 0 und 100 %. Bitte den Wert oder die Art des Indikators prüfen.`,
  "value-below-zero": (i) =>
    `${i.quoted("indicator")} (${i.plain("period")}) ist ${i.count("value")}; weniger als nichts kann es nicht geben. Steht die Zahl für einen fehlenden Wert, bitte unter „missing“ erklären.`,
  "residents-differ": (i) =>
    `In ${i.count("areas")} von ${i.count("of")} Sozialräumen weicht die angegebene Zahl der Einwohner:innen${stand(i, "statedPeriod")} um mehr als ein Viertel von der Summe aus ${i.quoted("population")}${stand(i, "cellsPeriod")} ab, am meisten in ${i.quoted("name")}: angegeben ${i.count("stated")}, Summe ${i.count("cells")}. Liegen die Stände Jahre auseinander, ist das zu erwarten; sonst bitte beide prüfen.`,
  "residents-total-differs": (i) =>
    `Alle Sozialräume zusammen haben ${i.count("stated")} Einwohner:innen, alle Zellen aus ${i.quoted("population")} zusammen ${i.count("cells")}, beides ${i.plain("period")}. Fehlen Zellen, oder gehören welche nicht zur Stadt?`,
  "count-fractional": (i) =>
    `${i.quoted("indicator")} soll eine Anzahl sein, aber ${i.count("values")} von ${i.count("of")} Werten sind keine ganzen Zahlen (zum Beispiel ${i.count("value")}). Bitte die Werte oder die Art des Indikators prüfen.`,
  "value-jump": (i) =>
    `${i.quoted("indicator")} ist ${i.plain("period")} ${i.count("value")}, aber ${i.plain("earlier")} ${i.count("before")} und ${i.plain("later")} ${i.count("after")}. ${i.plain("value") === "0" ? "Fehlt der Wert, statt null zu sein?" : "Ist eine Ziffer zu viel oder zu wenig?"} Bitte bei der Quelle nachfragen.`,
  "sum-differs": (i) =>
    `${i.quoted("indicator")}${isOneCase(i) ? stand(i, "period") : i.has("periods") ? ` (${i.plain("periods")})` : stand(i, "period")}: ${
      isOneCase(i)
        ? `Die Teile (${i.plain("parts")}) ergeben ${where(i)} nicht den angegebenen Gesamtwert`
        : `In ${i.count("wholes")} von ${i.count("of")} Fällen ergeben die Teile (${i.plain("parts")}) nicht den angegebenen Gesamtwert, am weitesten auseinander ${i.has("periods") ? `${i.plain("period")} ` : ""}${where(i)}`
    }: angegeben ${i.count("stated")}, Summe ${i.count("sum")}. ${i.has("small") ? "So wenig kann am Runden oder an der Geheimhaltung liegen." : "Bitte bei der Quelle nachfragen, welche Zahl stimmt."}`,
  "quotient-differs": (i) =>
    `${i.quoted("indicator")} (${i.plain("period")}): In ${i.count("areas")} von ${i.count("of")} Sozialräumen passt der Wert nicht zu Zähler und Nenner, am weitesten auseinander: angegeben ${i.count("stated")}, gerechnet ${i.count("made")}. Bitte prüfen, welche der drei Zahlen nicht stimmt.`,
  "row-total": (i) =>
    `Die Zeile ${i.quoted("name")} ist die Summe der übrigen (in ${i.counted("columns", "Spalte", "Spalten")}). Als Sozialraum gezählt würde sie alles verdoppeln; beim Beheben wird sie ausgelassen.`,
  "count-looks-like-rate": (i) =>
    `${i.quoted("indicator")} ist als Anzahl beschrieben, die ${i.count("values")} Werte liegen aber mit Nachkommastellen zwischen 0 und 100. Ist es ein Anteil? Anteile werden nie addiert; bitte die Art des Indikators prüfen.`,
  "rate-looks-like-count": (i) =>
    `${i.quoted("indicator")} ist als Anteil beschrieben, die ${i.count("values")} Werte sind aber ganze Zahlen bis über 100. Ist es eine Anzahl? Bitte die Art des Indikators prüfen.`,
  "share-looks-like-fraction": (i) =>
    `${i.quoted("indicator")} ist in Prozent angegeben, die ${i.count("values")} Werte liegen aber alle zwischen 0 und 1. Stehen sie als Teil von eins in der Datei (0,153 für 15,3 %)? Bitte mit 100 malnehmen.`,
  "periods-missing": (i) =>
    `In der Zeitreihe ${i.quoted("indicator")}${more(i)} ${i.isOne("count") ? "fehlt" : "fehlen"} ${i.plain("years")}. Der Verlauf wird dort nicht überbrückt.`,
  "period-repeated": (i) =>
    `${i.quoted("indicator")}${moreThan(i)} ${Number(i.plain("indicators")) > 1 ? "haben" : "hat"} ${i.plain("period")} in allen ${i.count("areas")} Sozialräumen genau die Werte von ${i.plain("before")}. Wurde ein Jahr zweimal eingetragen? Bitte bei der Quelle nachfragen.`,
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

const where = (i: IssueParticulars): string => (i.has("name") ? `in ${i.quoted("name")}` : "in der ganzen Stadt");

const isOneCase = (i: IssueParticulars): boolean => i.isOne("wholes");

function whyFar(i: IssueParticulars): string {
  switch (i.plain("why")) {
    case "zero":
      return ": Vermutlich fehlen die Koordinaten.";
    case "swapped":
      return ": Vermutlich sind Länge und Breite vertauscht.";
    default:
      return ".";
  }
}

/** „… und 3 weitere Indikatoren“ */
const moreThan = (i: IssueParticulars): string => {
  const others = Number(i.plain("indicators")) - 1;
  return others > 0 ? ` und ${others} ${others === 1 ? "weiterer" : "weitere Indikatoren"}` : "";
};

const more = (i: IssueParticulars): string => {
  const others = Number(i.plain("indicators")) - 1;
  return others > 0 ? ` und ${others} ${others === 1 ? "weiteren" : "weiteren Indikatoren"}` : "";
};

function ringFlaw(i: IssueParticulars): string {
  switch (i.plain("reason")) {
    case "crosses-itself":
      return "Sie kreuzt oder überdeckt sich selbst";
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
