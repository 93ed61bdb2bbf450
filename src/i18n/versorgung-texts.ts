import { defineTexts } from "./define-texts.ts";
import type { Formats } from "./formats.ts";
import { spokenShare } from "./spoken-share.ts";

/** What the headline needs; counts of Sozialräume and of residents. */
export interface HeadlineFigures {
  readonly areas: number;
  readonly unknown: number;
  /** Undefined where the package has no Anlaufpunkte. */
  readonly without: number | undefined;
  readonly gaps: number;
  /** Undefined where nobody knows them. */
  readonly residents: number | undefined;
  readonly unreached: number | undefined;
  readonly reach: number;
  readonly way: "straight" | "walk";
  /** The one kind that was chosen, or undefined for several. */
  readonly kind?: { readonly id: string; readonly title: string } | undefined;
}

/** Parts of a sentence; loud ones are set in the colour of the gap. */
export type SentencePart = { readonly text: string; readonly loud?: boolean };

const FEMININE = new Set(["beratungsstelle", "begegnungsstaette"]);
const WITH_ARTICLE = new Set(["quartierszentrum", "netzwerk", ...FEMININE]);

function germanPlace(kind: HeadlineFigures["kind"]) {
  if (!kind || !WITH_ARTICLE.has(kind.id)) {
    const title = kind ? `Anlaufpunkt (${kind.title})` : "Anlaufpunkt";
    return { nominative: `ein ${title}`, accusative: `einen ${title}`, none: "keinen", noneSubject: "keiner" };
  }
  if (FEMININE.has(kind.id)) {
    return { nominative: `eine ${kind.title}`, accusative: `eine ${kind.title}`, none: "keine", noneSubject: "keine" };
  }
  return { nominative: `ein ${kind.title}`, accusative: `ein ${kind.title}`, none: "keines", noneSubject: "keines" };
}

function germanReach(f: HeadlineFigures, formats: Formats): string {
  return f.way === "walk" ? `auf ${formats.metres(f.reach)} Fußweg` : `in ${formats.metres(f.reach)}`;
}

const onFoot = (f: HeadlineFigures) => (f.way === "walk" ? " on foot" : "");

function germanHeadline(f: HeadlineFigures, formats: Formats): SentencePart[] {
  const place = germanPlace(f.kind);
  const known = f.areas - f.unknown;
  const { count } = formats;
  if (known === 0 || f.without === undefined)
    return [{ text: `Für keinen der ${count(f.areas)} Sozialräume lässt sich die Versorgung berechnen.` }];
  if (f.without === 0) {
    return [
      {
        text: `In ${known === 1 ? "dem einen Sozialraum" : `allen ${count(known)} Sozialräumen`} gibt es ${place.accusative}.`,
      },
    ];
  }
  const first: SentencePart[] = [
    { text: "In " },
    { text: `${count(f.without)} von ${count(f.areas)}` },
    { text: ` Sozialräumen fehlt ${place.nominative}, ` },
  ];
  if (f.gaps === 0)
    return [
      ...first,
      {
        text: `aber ${f.unknown > 0 ? "überall, wo Menschen wohnen," : "überall"} ist ${f.kind ? "so ein Ort" : "einer"} ${germanReach(f, formats)} erreichbar.`,
      },
    ];
  return [
    ...first,
    { text: `in ${count(f.gaps)} davon`, loud: true },
    { text: ` ist auch ${place.noneSubject} ${germanReach(f, formats)} erreichbar.` },
  ];
}

function englishHeadline(f: HeadlineFigures, formats: Formats): SentencePart[] {
  const place = f.kind ? f.kind.title.toLowerCase() : "contact point";
  const article = /^[aeiou]/.test(place) ? "an" : "a";
  const known = f.areas - f.unknown;
  const { count } = formats;
  if (known === 0 || f.without === undefined)
    return [{ text: `Coverage cannot be computed for any of the ${count(f.areas)} areas.` }];
  if (f.without === 0)
    return [{ text: `${known === 1 ? "The one area has" : `All ${count(known)} areas have`} ${article} ${place}.` }];
  const first: SentencePart[] = [
    { text: `${count(f.without)} of ${count(f.areas)}` },
    { text: ` areas ${f.without === 1 ? "lacks" : "lack"} ${article} ${place}; ` },
  ];
  if (f.gaps === 0)
    return [
      ...first,
      {
        text: `${f.unknown > 0 ? "wherever people live" : "in all of them"} one can be reached within ${formats.metres(f.reach)}${onFoot(f)}.`,
      },
    ];
  return [
    ...first,
    { text: `in ${count(f.gaps)} of these`, loud: true },
    { text: ` none can be reached within ${formats.metres(f.reach)}${onFoot(f)} either.` },
  ];
}

/** 14.273 → 14.300: three leading figures are enough in a sentence; the exact number stands in the table. */
function roundedForSpeech(value: number): number {
  if (value < 1000) return Math.round(value);
  const step = 10 ** (Math.floor(Math.log10(value)) - 2);
  return Math.round(value / step) * step;
}

function germanPeople(f: HeadlineFigures, formats: Formats): string {
  if (!f.residents || f.unreached === undefined) return "";
  const place = germanPlace(f.kind);
  if (f.unreached === 0)
    return `Alle ${formats.count(roundedForSpeech(f.residents))} Menschen erreichen ${place.accusative}.`;
  const people = `${formats.count(roundedForSpeech(f.unreached))} ${formats.plural(f.unreached, "Mensch", "Menschen")}`;
  const share = spokenShare(f.unreached / f.residents, formats);
  return `${people} (${share}) ${formats.plural(f.unreached, "erreicht", "erreichen")} ${place.none}.`;
}

function englishPeople(f: HeadlineFigures, formats: Formats): string {
  if (!f.residents || f.unreached === undefined) return "";
  if (f.unreached === 0) return `All ${formats.count(roundedForSpeech(f.residents))} people reach one.`;
  const people = `${formats.count(roundedForSpeech(f.unreached))} ${formats.plural(f.unreached, "person", "people")}`;
  const share = spokenShare(f.unreached / f.residents, formats);
  return `${people} (${share}) ${formats.plural(f.unreached, "reaches", "reach")} none.`;
}

export const versorgungTexts = defineTexts({
  de: {
    panelsLabel: "Was die rechte Seite zeigt",
    panels: {
      gaps: "Lücken",
      scenario: "Szenario",
      distance: "Wege",
      provision: "Angebot",
      sites: "Standorte",
    },
    headline: germanHeadline,
    people: germanPeople,
    kinds: "Welche Anlaufpunkte?",
    noKinds: "Noch keine Anlaufpunkte. Eine Liste der Orte macht aus der Karte eine Antwort.",
    reach: "Wie weit?",
    reachFree: "oder genau",
    metric: "Karte zeigt",
    level: "Ebene",
    cells: "Nur wo Menschen wohnen",
    cellsNote: "Färbt die bewohnten Zellen nach der Entfernung zum nächsten Anlaufpunkt.",
    cellsWhenCloser: "Die bewohnten Zellen erscheinen, sobald die Karte näher heranrückt.",
    metrics: {
      status: "Status der Versorgung",
      reached_share: "Anteil der Erreichten",
      residents_unreached: "Menschen ohne Anlaufpunkt in Reichweite",
      residents_reached: "Erreichte Menschen",
      residents: "Einwohner:innen",
      anlaufpunkte_inside: "Anlaufpunkte im Sozialraum",
      per_10000: "Anlaufpunkte je 10.000 Einwohner:innen",
      nearest_median_m: "Entfernung, mittlerer Wert (Median)",
      nearest_p90_m: "Entfernung, die 90 % nicht überschreiten",
    },
    columns: {
      sozialraum: "Sozialraum",
      residents: "Einwohner:innen",
      anlaufpunkte_inside: "Anlaufpunkte hier",
      residents_reached: "erreicht",
      reached_share: "Anteil",
      residents_unreached: "nicht erreicht",
      nearest_median_m: "Median",
      nearest_p90_m: "90 %",
      per_10000: "je 10.000",
      basis: "Grundlage",
      status: "Status",
      note: "Hinweis",
    },
    status: {
      served: "Anlaufpunkt vorhanden",
      reached: "keiner hier, aber erreichbar",
      gap: "Lücke: keiner erreichbar",
      unknown: "keine Angabe",
    },
    statusShort: { served: "vorhanden", reached: "erreichbar", gap: "Lücke", unknown: "unbekannt" },
    basis: {
      cells: "Zellen",
      blocks: "Blöcke",
      addresses: "Adressen",
      "residential-land": "Wohnflächen (grobe Schätzung)",
      area: "Fläche (grobe Schätzung)",
      none: "–",
    },
    without: "Ohne Anlaufpunkt",
    withoutCount: (without: number, gaps: number, { count, plural }: Formats) =>
      `${count(without)} ${plural(without, "Sozialraum", "Sozialräume")}, davon ${count(gaps)} ${plural(gaps, "Lücke", "Lücken")}`,
    unreachedColumn: "nicht erreicht",
    slideUnreached: "Menschen nicht erreicht",
    distanceColumn: "Entfernung",
    distanceHint: "Median, Luftlinie: Die Hälfte der Menschen hat es höchstens so weit.",
    listEmpty: "In jedem Sozialraum gibt es einen Anlaufpunkt der gewählten Arten.",
    sortBy: "Sortieren nach",
    gapsFirst: "Lücken zuerst",
    showAll: "Alle in der Tabelle",
    outside: (residents: string) => `${residents} Menschen wohnen außerhalb aller Sozialräume und zählen nicht mit.`,
    missingCells: (cells: string) => `${cells} Zellen ohne Angabe zählen nicht als null, sondern gar nicht.`,
    estimated: (areas: string) => `${areas} Sozialräume ohne Zellen: grobe Schätzung aus der Gesamtzahl.`,
    tableTitle: "Versorgung je Sozialraum",
    tableFilter: "Tabelle filtern",
    tableFiltered: (shown: string, all: string) => `${shown} von ${all}`,
    back: "Zurück zur Liste",
    profileMeasures: "Versorgung",
    profileNearest: "Nächste Anlaufpunkte",
    profileNearestNote: "Luftlinie ab der Mitte der Bevölkerung",
    profileInside: "hier",
    nearestFor: (people: string) => `für ${people} Menschen`,
    profileIndicators: "Indikatoren",
    profileHere: "hier",
    profileCity: "Stadt",
    profileCityMedian: "Median",
    profileVorhaben: "Vorhaben und Ziele",
    profileNoVorhaben: "Für diesen Sozialraum ist kein Vorhaben verzeichnet.",
    profileNoIndicators: "Das Paket enthält keine Indikatoren für diese Ebene.",
    profileWaiting: "Indikatoren werden gelesen …",
    profileGoal: "Ziel",
    profilePlaces: { here: "", above: "im übergeordneten Gebiet", within: "in einem Teil", city: "ganze Stadt" },
    profileTermine: "Termine",
    termine: { buergerversammlung: "Bürgerversammlung", quartierstreffen: "Quartierstreffen", austausch: "Austausch" },
    profileParticipants: (people: string) => `${people} Teilnehmende`,
    published: (residents: string, period: string) => `Amtlich gemeldet: ${residents} (Stand ${period})`,
    compare: "Zum Vergleich hinzufügen",
    compareRemove: "Aus dem Vergleich nehmen",
    zoomTo: "Auf der Karte zeigen",
    notKnown: "keine Angabe",
    reachedOf: (reached: string, all: string) => `${reached} von ${all} Menschen`,
    legendTitle: "Versorgung",
    legendCells: "Entfernung zum nächsten Anlaufpunkt",
    legendUpTo: (value: string) => `bis ${value}`,
    legendOver: (value: string) => `über ${value}`,
    legendAreas: "Sozialräume",
    legendFromTo: (from: string, to: string) => `${from} bis ${to}`,
    legendFromBelow: (from: string, to: string) => `${from} bis unter ${to}`,
    methods: {
      quantile: "gleich viele Sozialräume je Klasse",
      equal: "gleich breite Klassen",
      jenks: "natürliche Klassen",
    },
    classNote: (method: string, classes: string) => `${classes} Klassen, ${method}`,
    changedInScenario: "im Szenario neu oder verändert",
    doesNotCount: "zählt nicht (Filter oder geschlossen)",
    planned: "geplant (zählt nicht mit)",
    plannedCounted: "geplant (zählt mit)",
    plannedFixed: "geplant (nur für Vorschläge)",
    proposedSites: "vorgeschlagener Standort",
    drawnArea: "gestrichelt: das gezeichnete Gebiet",
    pointed: "Stelle aus den Hinweisen",
    tooltipUnreached: (people: string, share: string) => `${people} (${share}) erreichen keinen`,
    tooltipNoResidents: "keine Einwohner:innen bekannt",
    noPopulationTitle: "Noch keine Einwohnerdaten",
    noPopulation:
      "Ohne Einwohnerzahlen kann niemand gezählt werden. Gebraucht werden Einwohnerzahlen je 100-m-Zelle, Block oder Adresse – für eine grobe Schätzung genügt eine Spalte bei den Sozialräumen.",
    noAnlaufpunkteTitle: "Noch keine Anlaufpunkte",
    noAnlaufpunkte:
      "Ohne Anlaufpunkte lässt sich nicht sagen, wo etwas fehlt. Gebraucht wird eine Liste der Orte mit Name, Art und Koordinaten – oder Adressen mit einer Adressdatei der Stadt.",
    figures: "Zahlen",
  },
  en: {
    panelsLabel: "What the right side shows",
    panels: {
      gaps: "Gaps",
      scenario: "Scenario",
      distance: "Distances",
      provision: "Provision",
      sites: "Sites",
    },
    headline: englishHeadline,
    people: englishPeople,
    kinds: "Which contact points?",
    noKinds: "No contact points yet. A list of places turns the map into an answer.",
    reach: "How far?",
    reachFree: "or exactly",
    metric: "Map shows",
    level: "Level",
    cells: "Only where people live",
    cellsNote: "Colours the inhabited cells by their distance to the nearest contact point.",
    cellsWhenCloser: "The inhabited cells appear once the map is zoomed in.",
    metrics: {
      status: "Status of coverage",
      reached_share: "Share of people reached",
      residents_unreached: "People without a contact point in reach",
      residents_reached: "People reached",
      residents: "Residents",
      anlaufpunkte_inside: "Contact points inside the area",
      per_10000: "Contact points per 10,000 residents",
      nearest_median_m: "Distance, middle value (median)",
      nearest_p90_m: "Distance that 90% do not exceed",
    },
    columns: {
      sozialraum: "Area",
      residents: "Residents",
      anlaufpunkte_inside: "Contact points here",
      residents_reached: "reached",
      reached_share: "share",
      residents_unreached: "not reached",
      nearest_median_m: "median",
      nearest_p90_m: "90%",
      per_10000: "per 10,000",
      basis: "Basis",
      status: "Status",
      note: "Note",
    },
    status: {
      served: "contact point here",
      reached: "none here, but in reach",
      gap: "gap: none in reach",
      unknown: "not known",
    },
    statusShort: { served: "here", reached: "in reach", gap: "gap", unknown: "unknown" },
    basis: {
      cells: "cells",
      blocks: "blocks",
      addresses: "addresses",
      "residential-land": "residential land (rough estimate)",
      area: "whole area (rough estimate)",
      none: "–",
    },
    without: "Without a contact point",
    withoutCount: (without: number, gaps: number, { count, plural }: Formats) =>
      `${count(without)} ${plural(without, "area", "areas")}, ${count(gaps)} of them ${plural(gaps, "a gap", "gaps")}`,
    unreachedColumn: "not reached",
    slideUnreached: "people not reached",
    distanceColumn: "distance",
    distanceHint: "Median, straight line: half of the people have at most this far to go.",
    listEmpty: "Every area has a contact point of the chosen kinds.",
    sortBy: "Sort by",
    gapsFirst: "Gaps first",
    showAll: "All in the table",
    outside: (residents: string) => `${residents} people live outside all areas and are not counted.`,
    missingCells: (cells: string) => `${cells} cells without a figure do not count as zero; they do not count at all.`,
    estimated: (areas: string) => `${areas} areas without cells: a rough estimate from the total.`,
    tableTitle: "Coverage per area",
    tableFilter: "Filter the table",
    tableFiltered: (shown: string, all: string) => `${shown} of ${all}`,
    back: "Back to the list",
    profileMeasures: "Coverage",
    profileNearest: "Nearest contact points",
    profileNearestNote: "straight line from the centre of the population",
    profileInside: "here",
    nearestFor: (people: string) => `for ${people} people`,
    profileIndicators: "Indicators",
    profileHere: "here",
    profileCity: "City",
    profileCityMedian: "median",
    profileVorhaben: "Projects and goals",
    profileNoVorhaben: "No project is on record for this area.",
    profileNoIndicators: "The package has no indicators for this level.",
    profileWaiting: "Reading the indicators …",
    profileGoal: "Goal",
    profilePlaces: { here: "", above: "in the area above", within: "in a part of it", city: "whole city" },
    profileTermine: "Events",
    termine: {
      buergerversammlung: "Citizens’ assembly",
      quartierstreffen: "Neighbourhood meeting",
      austausch: "Exchange",
    },
    profileParticipants: (people: string) => `${people} participants`,
    published: (residents: string, period: string) => `Officially reported: ${residents} (as of ${period})`,
    compare: "Add to the comparison",
    compareRemove: "Remove from the comparison",
    zoomTo: "Show on the map",
    notKnown: "not stated",
    reachedOf: (reached: string, all: string) => `${reached} of ${all} people`,
    legendTitle: "Coverage",
    legendCells: "Distance to the nearest contact point",
    legendUpTo: (value: string) => `up to ${value}`,
    legendOver: (value: string) => `over ${value}`,
    legendAreas: "areas",
    legendFromTo: (from: string, to: string) => `${from} to ${to}`,
    legendFromBelow: (from: string, to: string) => `${from} to under ${to}`,
    methods: { quantile: "as many areas in every class", equal: "classes of equal width", jenks: "natural classes" },
    classNote: (method: string, classes: string) => `${classes} classes, ${method}`,
    changedInScenario: "new or changed in the scenario",
    doesNotCount: "does not count (filter, or closed)",
    planned: "planned (not counted)",
    plannedCounted: "planned (counted)",
    plannedFixed: "planned (for proposals only)",
    proposedSites: "proposed site",
    drawnArea: "dashed: the area that was drawn",
    pointed: "Spot from the notes",
    tooltipUnreached: (people: string, share: string) => `${people} (${share}) reach none`,
    tooltipNoResidents: "no residents known",
    noPopulationTitle: "No residents yet",
    noPopulation:
      "Without residents nobody can be counted. What is needed are residents per 100-m cell, block or address – for a rough estimate a column with the areas is enough.",
    noAnlaufpunkteTitle: "No contact points yet",
    noAnlaufpunkte:
      "Without contact points nobody can say where something is lacking. What is needed is a list of the places with name, kind and coordinates – or addresses, with an address file of the city.",
    figures: "Figures",
  },
});
