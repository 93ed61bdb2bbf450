import { defineTexts } from "./define-texts.ts";
import type { Formats } from "./formats.ts";

/** What the sentence of the comparison needs; numbers are written already. */
export interface ComparisonFigures {
  readonly title: string;
  readonly period: string;
  /** „Planungsräume“ – the plural is not in the data, so the title of the level stands in the singular. */
  readonly known: number;
  readonly least?: { readonly value: string; readonly names: readonly string[] } | undefined;
  readonly most?: { readonly value: string; readonly names: readonly string[] } | undefined;
  readonly reference?: { readonly value: string; readonly kind: "city" | "median" | "sum" } | undefined;
}

const named = (names: readonly string[], more: (count: number) => string) =>
  names.length <= 2 ? names.join(" / ") : more(names.length);

function germanRange(f: ComparisonFigures): string {
  if (f.known === 0) return `${f.title}, ${f.period}: Für keinen Sozialraum liegt ein Wert vor.`;
  const more = (count: number) => `${count} Sozialräume`;
  const range =
    f.least && f.most && f.least.value !== f.most.value
      ? `Die Spanne reicht von ${f.least.value} (${named(f.least.names, more)}) bis ${f.most.value} (${named(f.most.names, more)})`
      : `Überall gilt derselbe Wert, ${f.most?.value ?? ""}`;
  const reference = {
    city: (value: string) => `; in der Stadt sind es ${value}.`,
    sum: (value: string) => `; zusammen sind es ${value}.`,
    median: (value: string) => `; der mittlere Wert der Sozialräume (Median) ist ${value}.`,
  };
  return `${f.title}, ${f.period}: ${range}${f.reference ? reference[f.reference.kind](f.reference.value) : "."}`;
}

function englishRange(f: ComparisonFigures): string {
  if (f.known === 0) return `${f.title}, ${f.period}: no area has a value.`;
  const more = (count: number) => `${count} areas`;
  const range =
    f.least && f.most && f.least.value !== f.most.value
      ? `values range from ${f.least.value} (${named(f.least.names, more)}) to ${f.most.value} (${named(f.most.names, more)})`
      : `all areas share the same value, ${f.most?.value ?? ""}`;
  const reference = {
    city: (value: string) => `; the city has ${value}.`,
    sum: (value: string) => `; together they have ${value}.`,
    median: (value: string) => `; the middle value of the areas (median) is ${value}.`,
  };
  return `${f.title}, ${f.period}: ${range}${f.reference ? reference[f.reference.kind](f.reference.value) : "."}`;
}

export const vergleichTexts = defineTexts({
  de: {
    range: germanRange,
    mostFrequent: (title: string, period: string, category: string, areas: string, known: string) =>
      `${title}, ${period}: Am häufigsten ist die Klasse „${category}“, in ${areas} von ${known} Sozialräumen.`,
    gaps: (parts: readonly string[], formats: Formats) => `Sozialräume ohne Zahl: ${formats.list(parts)}.`,
    gapMissing: (areas: string) => `${areas} ohne Angabe`,
    gapSuppressed: (areas: string) => `${areas} geheim gehalten`,
    gapNotApplicable: (areas: string) => `${areas} nicht sinnvoll`,
    cityLacksParts: (missing: string, suppressed: string) =>
      `Der Wert der Stadt ist unvollständig: ${missing} Teilwerte fehlen, ${suppressed} sind geheim gehalten.`,
    indicator: "Was wird verglichen?",
    indicatorNone: "Kein Indikator enthält diesen Text.",
    noGoal: "Ohne Ziel",
    notHere: "nicht auf dieser Ebene",
    noValues: "ohne Werte",
    period: "Wann?",
    previous: "Vorheriger Zeitraum",
    next: "Nächster Zeitraum",
    level: "Ebene",
    form: "Anzahl zeigen als",
    circles: "Kreise",
    perResidents: "je 1.000 Einw.",
    noResidents: "Ohne Einwohnerzahlen lässt sich die Anzahl nicht auf Menschen beziehen.",
    method: "Klassen",
    methods: { quantile: "gleich viele", equal: "gleich breit", jenks: "natürliche Brüche" },
    methodHints: {
      quantile: "Quantile: über alle Jahre zusammen etwa gleich viele Sozialräume je Klasse",
      equal: "Gleiche Abstände: alle Klassen gleich breit, manche vielleicht leer",
      jenks: "Jenks: Grenzen dort, wo die Werte auseinanderliegen",
    },
    classNumber: "Anzahl der Klassen",
    waiting: "Werte werden gelesen …",
    failed: "Ohne die Datenbank im Browser gibt es keinen Vergleich. Die Seite neu zu laden hilft oft.",
    emptyTitle: "Noch keine Indikatoren",
    emptyText:
      "Es gibt keine Indikatoren mit Werten. Eine Tabelle mit Werten je Sozialraum, auch mehrerer Jahre, macht den Vergleich möglich – so, wie die Statistikstelle sie schickt.",
    notOnLevelTitle: (indicator: string) => `${indicator}: nicht auf dieser Ebene`,
    notOnLevel: (here: string, there: string) =>
      `Für die Ebene ${here} gibt es keine Werte, und aus den vorhandenen lassen sich keine bilden. Werte gibt es für: ${there}.`,
    notAnywhere: "Für diesen Indikator liegt für keine Ebene ein Wert vor.",
    showLevel: (level: string) => `Ebene ${level} zeigen`,
    compared: "Sozialräume im Vergleich",
    comparedCount: (chosen: string, most: string) => `${chosen} von ${most}`,
    chooseMore: "Zwei bis sechs Sozialräume wählen: auf der Karte anklicken, in der Tabelle öffnen oder hier suchen.",
    chooseOneMore: "Noch einen Sozialraum dazunehmen: auf der Karte, in der Tabelle oder hier.",
    full: "Mehr als sechs passen nicht nebeneinander. Erst einen herausnehmen, dann den nächsten wählen.",
    add: "Sozialraum hinzufügen",
    addOne: (name: string) => `${name} in den Vergleich nehmen`,
    highest: "Am höchsten",
    lowest: "Am niedrigsten",
    addNone: "Kein Sozialraum heißt so.",
    remove: (name: string) => `${name} aus dem Vergleich nehmen`,
    addChosen: "In den Vergleich nehmen",
    removeChosen: "Aus dem Vergleich nehmen",
    clear: "Auswahl leeren",
    unknownIds: (count: string) => `${count} gemerkte Sozialräume gibt es auf dieser Ebene nicht.`,
    city: "Stadt",
    median: "Median der Sozialräume",
    columns: {
      area: "Sozialraum",
      parent: "Liegt in",
      value: "Wert",
      distance: "Abstand zur Stadt",
      distanceMedian: "Abstand zum Median",
      median: "Median",
      share: "Anteil an der Stadt",
      rank: "Platz",
      status: "Stand",
      category: "Klasse",
    },
    percentagePoints: "Prozentpunkte",
    /** With a place to break, for narrow columns. */
    percentagePointsNarrow: "Prozent\u00adpunkte",
    rank: (rank: string, of: string) => `Platz ${rank} von ${of}`,
    rankOf: (of: string) => `Platz von ${of}`,
    rankHint: "Platz 1 hat den höchsten Wert; gleiche Werte teilen sich den Platz.",
    how: {
      published: "veröffentlicht",
      computed: "berechnet",
      added: "summiert",
      none: "–",
    },
    estimated: "geschätzt",
    incomplete: (missing: string, suppressed: string) => `unvollständig: ${missing} fehlen, ${suppressed} geheim`,
    chart: "Im Lauf der Zeit",
    chartSummary: (title: string, first: string, last: string, lines: readonly string[]) =>
      `Liniendiagramm ${title}, ${first} bis ${last}. ${lines.join(" ")}`,
    chartLine: (name: string, first: string, last: string) => `${name}: von ${first} auf ${last}.`,
    chartLineEmpty: (name: string) => `${name}: keine Werte.`,
    chartGaps: "Wo ein Jahr fehlt, bricht die Linie ab; sie fällt nie auf null.",
    chartSuppressed: "× geheim gehalten",
    chartOnePeriod: (period: string) =>
      `Bisher liegt nur ein Zeitraum vor (${period}); eine Entwicklung lässt sich noch nicht zeigen.`,
    chartTable: "Werte als Tabelle",
    chartWaiting: "Diagramm wird gezeichnet …",
    csvColumns: {
      id: "sozialraum_id",
      area: "sozialraum",
      indicator: "indikator",
      period: "zeitraum",
      value: "wert",
      unit: "einheit",
      status: "status",
      how: "herkunft",
      distance: "abstand",
      distanceUnit: "abstand_einheit",
      rank: "platz",
      missing: "fehlende_teile",
      suppressed: "geheime_teile",
    },
    status: {
      ok: "bekannt",
      estimated: "geschätzt",
      "not-stated": "keine Angabe",
      suppressed: "geheim gehalten",
      "not-applicable": "nicht sinnvoll",
    },
    perUnit: "je 1.000 Einwohner:innen",
    legendBelow: (to: string) => `unter ${to}`,
    legendBetween: (from: string, to: string) => `${from} bis unter ${to}`,
    legendFrom: (from: string) => `${from} und mehr`,
    legendAll: (from: string, to: string) => (from === to ? from : `${from} bis ${to}`),
    legendMethod: {
      quantile: (n: string) => `Quantile, ${n} Klassen`,
      equal: (n: string) => `gleiche Abstände, ${n} Klassen`,
      jenks: (n: string) => `Jenks, ${n} Klassen`,
    },
    legendFewer: (wanted: string) => `statt ${wanted}: gleiche Werte werden nicht getrennt`,
    legendGoodness: (goodness: string) => `Güte ${goodness}`,
    legendSameClasses: (first: string, last: string) => `Gleiche Klassen für ${first} bis ${last}`,
    legendCircles: "Die Kreisfläche steht für die Anzahl, in allen Jahren im selben Maßstab.",
    legendBlank: "mit Angabe",
    legendResidents: { published: "Einwohner:innen: veröffentlichte Zahl", cells: "Einwohner:innen: Summe der Zellen" },
    legendCategories: "Veröffentlichte Klassen",
    legendWaiting: "Keine Werte auf der Karte",
    tooltipCompare: "Anklicken: in den Vergleich nehmen",
    tooltipRemove: "Anklicken: aus dem Vergleich nehmen",
    provenance: {
      perResidents: "Anzahl ÷ Einwohner:innen × 1.000.",
      perResidentsCity:
        "Summe der Anzahlen ÷ Summe der Einwohner:innen × 1.000, über alle Sozialräume, in denen beides bekannt ist – nie der Mittelwert der Sozialräume.",
      count: "Anzahl",
      residents: "Einwohner:innen",
      median:
        "Der mittlere Wert der Sozialräume: die Hälfte liegt darüber, die Hälfte darunter. Er ist kein Wert der Stadt.",
      points: "Wert des Sozialraums − Wert der Stadt.",
      percent: "(Wert des Sozialraums − Wert der Stadt) ÷ Wert der Stadt.",
      share: "Wert des Sozialraums ÷ Wert der Stadt.",
      medianNote: "Statt eines Werts der Stadt steht hier der Median der Sozialräume.",
      rank: "Sozialräume mit einem höheren Wert + 1; gleiche Werte teilen sich den Platz.",
      areaValue: "Wert des Sozialraums",
      cityValue: "Wert der Stadt",
      areas: "Sozialräume mit Wert",
      twoDates: "Anzahl und Einwohner:innen können von verschiedenen Stichtagen stammen.",
    },
  },
  en: {
    range: englishRange,
    mostFrequent: (title: string, period: string, category: string, areas: string, known: string) =>
      `${title}, ${period}: the most frequent class is “${category}”, in ${areas} of ${known} areas.`,
    gaps: (parts: readonly string[], formats: Formats) => `Areas without a number: ${formats.list(parts)}.`,
    gapMissing: (areas: string) => `${areas} not stated`,
    gapSuppressed: (areas: string) => `${areas} confidential`,
    gapNotApplicable: (areas: string) => `${areas} not applicable`,
    cityLacksParts: (missing: string, suppressed: string) =>
      `The city's value is incomplete: ${missing} parts are missing, ${suppressed} are confidential.`,
    indicator: "What is compared?",
    indicatorNone: "No indicator contains this text.",
    noGoal: "Without a goal",
    notHere: "not at this level",
    noValues: "without values",
    period: "When?",
    previous: "Previous period",
    next: "Next period",
    level: "Level",
    form: "Show counts as",
    circles: "circles",
    perResidents: "per 1,000 res.",
    noResidents: "Without residents the count cannot be related to people.",
    method: "Classes",
    methods: { quantile: "equally full", equal: "equally wide", jenks: "natural breaks" },
    methodHints: {
      quantile: "Quantiles: over all years together about as many areas in each class",
      equal: "Equal steps: all classes equally wide, some perhaps empty",
      jenks: "Jenks: borders where values lie apart",
    },
    classNumber: "Number of classes",
    waiting: "Reading the values …",
    failed: "Without the database in the browser there is no comparison. Reloading the page often helps.",
    emptyTitle: "No indicators yet",
    emptyText:
      "There are no indicators with values. A table with values per area, also of several years, makes the comparison possible – as the statistics office sends it.",
    notOnLevelTitle: (indicator: string) => `${indicator}: not at this level`,
    notOnLevel: (here: string, there: string) =>
      `There are no values for the level ${here}, and none can be made from those that exist. There are values for: ${there}.`,
    notAnywhere: "This indicator has no value at any level.",
    showLevel: (level: string) => `Show the level ${level}`,
    compared: "Areas compared",
    comparedCount: (chosen: string, most: string) => `${chosen} of ${most}`,
    chooseMore: "Choose two to six areas: click on the map, open them in the table, or search here.",
    chooseOneMore: "Add one more area: on the map, in the table, or here.",
    full: "More than six do not fit side by side. Remove one first, then choose the next.",
    add: "Add an area",
    addOne: (name: string) => `Add ${name} to the comparison`,
    highest: "Highest",
    lowest: "Lowest",
    addNone: "No area has this name.",
    remove: (name: string) => `Remove ${name} from the comparison`,
    addChosen: "Add to the comparison",
    removeChosen: "Remove from the comparison",
    clear: "Clear the choice",
    unknownIds: (count: string) => `${count} of the areas that were chosen do not exist at this level.`,
    city: "City",
    median: "Median of the areas",
    columns: {
      area: "Area",
      parent: "Lies in",
      value: "Value",
      distance: "Distance to the city",
      distanceMedian: "Distance to the median",
      median: "Median",
      share: "Share of the city",
      rank: "Rank",
      status: "State",
      category: "Class",
    },
    percentagePoints: "percentage points",
    percentagePointsNarrow: "percentage points",
    rank: (rank: string, of: string) => `rank ${rank} of ${of}`,
    rankOf: (of: string) => `Rank of ${of}`,
    rankHint: "Rank 1 has the highest value; equal values share a rank.",
    how: {
      published: "published",
      computed: "computed",
      added: "added up",
      none: "–",
    },
    estimated: "estimated",
    incomplete: (missing: string, suppressed: string) => `incomplete: ${missing} missing, ${suppressed} confidential`,
    chart: "Over time",
    chartSummary: (title: string, first: string, last: string, lines: readonly string[]) =>
      `Line chart ${title}, ${first} to ${last}. ${lines.join(" ")}`,
    chartLine: (name: string, first: string, last: string) => `${name}: from ${first} to ${last}.`,
    chartLineEmpty: (name: string) => `${name}: no values.`,
    chartGaps: "Where a year is missing the line breaks; it never falls to zero.",
    chartSuppressed: "× confidential",
    chartOnePeriod: (period: string) =>
      `So far there is only one period (${period}); a development cannot be shown yet.`,
    chartTable: "Values as a table",
    chartWaiting: "Drawing the chart …",
    csvColumns: {
      id: "sozialraum_id",
      area: "sozialraum",
      indicator: "indicator",
      period: "period",
      value: "value",
      unit: "unit",
      status: "status",
      how: "origin",
      distance: "distance",
      distanceUnit: "distance_unit",
      rank: "rank",
      missing: "missing_parts",
      suppressed: "suppressed_parts",
    },
    status: {
      ok: "known",
      estimated: "estimated",
      "not-stated": "not stated",
      suppressed: "confidential",
      "not-applicable": "not applicable",
    },
    perUnit: "per 1,000 residents",
    legendBelow: (to: string) => `under ${to}`,
    legendBetween: (from: string, to: string) => `${from} to under ${to}`,
    legendFrom: (from: string) => `${from} and more`,
    legendAll: (from: string, to: string) => (from === to ? from : `${from} to ${to}`),
    legendMethod: {
      quantile: (n: string) => `quantiles, ${n} classes`,
      equal: (n: string) => `equal steps, ${n} classes`,
      jenks: (n: string) => `Jenks, ${n} classes`,
    },
    legendFewer: (wanted: string) => `instead of ${wanted}: equal values are not parted`,
    legendGoodness: (goodness: string) => `goodness ${goodness}`,
    legendSameClasses: (first: string, last: string) => `The same classes for ${first} to ${last}`,
    legendCircles: "The area of a circle stands for the count, at the same scale in all years.",
    legendBlank: "stated",
    legendResidents: { published: "Residents: published total", cells: "Residents: sum of the cells" },
    legendCategories: "Published classes",
    legendWaiting: "No values on the map",
    tooltipCompare: "Click: add to the comparison",
    tooltipRemove: "Click: remove from the comparison",
    provenance: {
      perResidents: "Count ÷ residents × 1,000.",
      perResidentsCity:
        "Sum of the counts ÷ sum of the residents × 1,000, over all areas in which both are known – never the mean of the areas.",
      count: "Count",
      residents: "Residents",
      median: "The middle value of the areas: half lie above, half below. It is not a value of the city.",
      points: "Value of the area − value of the city.",
      percent: "(Value of the area − value of the city) ÷ value of the city.",
      share: "Value of the area ÷ value of the city.",
      medianNote: "Instead of a value of the city the median of the areas stands here.",
      rank: "Areas with a higher value + 1; equal values share a rank.",
      areaValue: "Value of the area",
      cityValue: "Value of the city",
      areas: "Areas with a value",
      twoDates: "Count and residents may be of different dates.",
    },
  },
});
