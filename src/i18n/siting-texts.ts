import { defineTexts } from "./define-texts.ts";
import type { Formats } from "./formats.ts";

/** What a sentence says, formatted: people, sites, or metres. */
export interface SitesWords {
  readonly sites: number;
  readonly value: string;
  readonly bound: string;
  /** Mean way with the new sites, for the goal of ways. */
  readonly way: string;
  /** Residents are weighted by need. */
  readonly weighted: boolean;
  /** No place stays: there is no way that could become shorter. */
  readonly fromNothing: boolean;
}

/** What is proposed as the best sites, and how sure it is. */
export const sitingTexts = defineTexts({
  de: {
    title: "Wo als Nächstes?",
    walkNote: "Gemessen auf Fußwegen entlang des Wegenetzes.",
    walking: (share: string) => `Fußwege zu den möglichen Standorten: ${share} sind gemessen …`,
    withoutWay: (people: string) =>
      `Nicht mitgezählt: ${people} Menschen, von denen kein Fußweg zu einem bleibenden Anlaufpunkt führt. Ein endloser Weg lässt sich nicht um Meter verkürzen.`,
    withoutWayToAll: (people: string) =>
      `Nicht mitgezählt: ${people} Menschen, von denen nicht zu jedem geprüften Standort ein Fußweg führt.`,
    waiting: "wird gesucht …",
    failed: "Der Vorschlag konnte nicht berechnet werden.",
    refused: {
      "too-many": (count: string) =>
        `${count} mögliche Standorte sind zu viele, um alle zugleich zu erreichen. Bitte oben unter „In welchem Gebiet?“ auf Sozialräume oder ein gezeichnetes Gebiet einschränken, oder Orte als Kandidaten wählen.`,
      "no-area": (_count: string) =>
        "Es gibt kein Gebiet, in dem ein Standort stehen dürfte: Bitte Sozialräume wählen oder ein Gebiet zeichnen – oder es gibt keine Lücken mehr.",
      "no-candidates": (_count: string) =>
        "In diesem Gebiet gibt es keinen möglichen Standort. Bitte andere Orte oder ein anderes Gebiet wählen.",
    },
    nothing: {
      "most-reached": "Kein neuer Standort würde jemanden neu erreichen.",
      "fewest-sites":
        "Es sind keine neuen Standorte nötig: Alle, die sich erreichen lassen, haben einen Anlaufpunkt in Reichweite.",
      "shortest-ways": "Kein neuer Standort würde einen Weg verkürzen.",
    },
    sentence: {
      "most-reached": (f: SitesWords, formats: Formats) =>
        `${formats.count(f.sites)} ${formats.plural(f.sites, "neuer Standort erreicht", "neue Standorte erreichen")} ${f.value} ${f.weighted ? "Menschen (nach Bedarf gewichtet)" : "Menschen"} zusätzlich`,
      "fewest-sites": (f: SitesWords, formats: Formats) =>
        `${formats.count(f.sites)} ${formats.plural(f.sites, "neuer Standort genügt", "neue Standorte genügen")}, um alle zu erreichen, die sich erreichen lassen`,
      "shortest-ways": (f: SitesWords, formats: Formats) =>
        f.fromNothing
          ? `Mit ${formats.count(f.sites)} ${formats.plural(f.sites, "neuen Standort", "neuen Standorten")} ist der Weg zum nächsten im Mittel ${f.way} lang`
          : `${formats.count(f.sites)} ${formats.plural(f.sites, "neuer Standort verkürzt", "neue Standorte verkürzen")} den Weg im Mittel um ${f.value} auf ${f.way}`,
    },
    proven: {
      "most-reached": "Bewiesen: Mehr ist nicht möglich.",
      "fewest-sites": "Bewiesen: Mit weniger geht es nicht.",
      "shortest-ways": "Bewiesen: Kürzer geht es nicht.",
    },
    bound: {
      "most-reached": (f: SitesWords) => `Höchstens ${f.bound} wären möglich`,
      "fewest-sites": (f: SitesWords) => `Mindestens ${f.bound} sind nötig`,
      "shortest-ways": (f: SitesWords) =>
        f.fromNothing ? `Kürzer als ${f.bound} wäre er mit keiner Auswahl` : `Um höchstens ${f.bound} wäre es möglich`,
    },
    gapText: (gap: string) => `${gap} Abstand`,
    reachesAll: "Dann erreichen alle Menschen einen Anlaufpunkt.",
    reachesMost: (share: string) =>
      `Dann erreichen ${share} der Menschen einen Anlaufpunkt; die übrigen sind von keinem möglichen Standort aus erreichbar.`,
    fixed: (fixed: string, planned: string) => `Fest stehen ${fixed} Anlaufpunkte, davon ${planned} geplante.`,
    heuristic: "Vorschlag eines Suchverfahrens: sehr gut, aber nicht immer der beste.",
    provenBy: (seconds: string, nodes: string) => `Geprüft mit HiGHS in ${seconds}; ${nodes} Verzweigungen.`,
    provenAtOnce: "Die Schranke des Suchverfahrens genügt als Beweis.",
    asked: (asked: string, all: string) =>
      `Geprüft wurden ${asked} von ${all} möglichen Standorten: Für alle zugleich reicht der Speicher nicht.`,
    askedOnFoot: (asked: string, all: string) =>
      `Geprüft wurden ${asked} von ${all} möglichen Standorten, gleichmäßig ausgewählt: Ohne bleibenden Anlaufpunkt führt zu jedem von überall ein Weg.`,
    withoutNeed: (people: string, areas: string) =>
      `Ausgelassen: ${people} Menschen in ${areas} Sozialräumen, für die der Indikator keinen Wert hat.`,
    needRefused:
      "Dieser Indikator taugt nicht als Gewicht (Werte unter null, oder überall null): Alle Menschen zählen gleich.",
    searching: "Suche läuft, der Vorschlag wird noch besser …",
    enough: "Das genügt",
    stopped: "Suche beendet.",
    listTitle: "Standorte, der wirksamste zuerst",
    columns: { number: "Nr.", site: "Standort", gain: "bringt", share: "zusammen" },
    gainOf: {
      "most-reached": "Menschen neu erreicht",
      "fewest-sites": "Menschen neu erreicht",
      "shortest-ways": "Personen-Kilometer gespart",
    },
    shareNote: {
      "most-reached":
        "„Zusammen“: Anteil aller Menschen mit Anlaufpunkt in Reichweite, wenn dieser und die vorigen stehen.",
      "fewest-sites":
        "„Zusammen“: Anteil aller Menschen mit Anlaufpunkt in Reichweite, wenn dieser und die vorigen stehen.",
      "shortest-ways": "„Zusammen“: um so viel ist der Weg im Mittel kürzer, wenn dieser und die vorigen stehen.",
    },
    siteName: (number: number) => `Standort ${number}`,
    outsideAreas: "außerhalb der Sozialräume",
    showSite: (name: string) => `${name} auf der Karte zeigen`,
    allSites: (count: string) => `Alle ${count} Standorte zeigen`,
    personKm: "Pkm",
    prove: "Exakt beweisen",
    cancelProof: "Beweis abbrechen",
    proofStarts: "Der Beweis beginnt …",
    proofUnder: {
      "most-reached": (value: string, bound: string, seconds: string) =>
        `Beweis läuft seit ${seconds}: bisher ${value}, höchstens ${bound} Menschen.`,
      "fewest-sites": (value: string, bound: string, seconds: string) =>
        `Beweis läuft seit ${seconds}: bisher ${value}, mindestens ${bound} Standorte.`,
      "shortest-ways": (value: string, bound: string, seconds: string) =>
        `Beweis läuft seit ${seconds}: bisher ${value}, höchstens ${bound} kürzer.`,
    },
    adopt: "Als Szenario übernehmen",
  },
  en: {
    title: "Where next?",
    walkNote: "Measured on foot along the network.",
    walking: (share: string) => `Ways on foot to the possible sites: ${share} are measured …`,
    withoutWay: (people: string) =>
      `Not counted: ${people} people from whom no way on foot leads to a contact point that stays. An endless way cannot be made shorter by metres.`,
    withoutWayToAll: (people: string) =>
      `Not counted: ${people} people from whom a way on foot does not lead to each of the sites that were looked at.`,
    waiting: "being searched …",
    failed: "The proposal could not be computed.",
    refused: {
      "too-many": (count: string) =>
        `${count} possible sites are too many to reach all at once. Please restrict them above under “In which area?” to areas or a drawn area, or choose places as candidates.`,
      "no-area": (_count: string) =>
        "There is no area in which a site may stand: please choose areas or draw an area – or there are no gaps left.",
      "no-candidates": (_count: string) =>
        "There is no possible site in this area. Please choose other places or another area.",
    },
    nothing: {
      "most-reached": "No new site would newly reach anyone.",
      "fewest-sites": "No new sites are needed: everybody who can be reached has a contact point within reach.",
      "shortest-ways": "No new site would shorten a way.",
    },
    sentence: {
      "most-reached": (f: SitesWords, formats: Formats) =>
        `${formats.count(f.sites)} new ${formats.plural(f.sites, "site reaches", "sites reach")} ${f.value} more ${f.weighted ? "people (weighted by need)" : "people"}`,
      "fewest-sites": (f: SitesWords, formats: Formats) =>
        `${formats.count(f.sites)} new ${formats.plural(f.sites, "site is", "sites are")} enough to reach everybody who can be reached`,
      "shortest-ways": (f: SitesWords, formats: Formats) =>
        f.fromNothing
          ? `With ${formats.count(f.sites)} new ${formats.plural(f.sites, "site", "sites")} the way to the nearest is ${f.way} on average`
          : `${formats.count(f.sites)} new ${formats.plural(f.sites, "site shortens", "sites shorten")} the way by ${f.value} to ${f.way} on average`,
    },
    proven: {
      "most-reached": "Proven: more is not possible.",
      "fewest-sites": "Proven: it cannot be done with fewer.",
      "shortest-ways": "Proven: it cannot be shorter.",
    },
    bound: {
      "most-reached": (f: SitesWords) => `At most ${f.bound} would be possible`,
      "fewest-sites": (f: SitesWords) => `At least ${f.bound} are needed`,
      "shortest-ways": (f: SitesWords) =>
        f.fromNothing ? `No choice would make it shorter than ${f.bound}` : `By ${f.bound} at most would be possible`,
    },
    gapText: (gap: string) => `${gap} gap`,
    reachesAll: "Then all people reach a contact point.",
    reachesMost: (share: string) =>
      `Then ${share} of the people reach a contact point; the others are out of reach of every possible site.`,
    fixed: (fixed: string, planned: string) => `${fixed} contact points stay, ${planned} of them planned.`,
    heuristic: "Proposed by a search: very good, but not always the best.",
    provenBy: (seconds: string, nodes: string) => `Checked with HiGHS in ${seconds}; ${nodes} branches.`,
    provenAtOnce: "The bound of the search is proof enough.",
    asked: (asked: string, all: string) =>
      `${asked} of ${all} possible sites were looked at: memory does not suffice for all at once.`,
    askedOnFoot: (asked: string, all: string) =>
      `${asked} of ${all} possible sites were looked at, evenly chosen: where no contact point stays, ways lead to each from everywhere.`,
    withoutNeed: (people: string, areas: string) =>
      `Left out: ${people} people in ${areas} areas for which the indicator has no value.`,
    needRefused: "This indicator cannot be a weight (values below zero, or zero everywhere): all people count alike.",
    searching: "The search goes on, the proposal is still getting better …",
    enough: "That will do",
    stopped: "Search ended.",
    listTitle: "Sites, the most effective first",
    columns: { number: "No.", site: "Site", gain: "adds", share: "together" },
    gainOf: {
      "most-reached": "people newly reached",
      "fewest-sites": "people newly reached",
      "shortest-ways": "person-kilometres saved",
    },
    shareNote: {
      "most-reached":
        "“Together”: share of all people with a contact point within reach when this one and those before it stand.",
      "fewest-sites":
        "“Together”: share of all people with a contact point within reach when this one and those before it stand.",
      "shortest-ways": "“Together”: by so much the way is shorter on average when this one and those before it stand.",
    },
    siteName: (number: number) => `Site ${number}`,
    outsideAreas: "outside the areas",
    showSite: (name: string) => `Show ${name} on the map`,
    allSites: (count: string) => `Show all ${count} sites`,
    personKm: "pkm",
    prove: "Prove exactly",
    cancelProof: "Cancel the proof",
    proofStarts: "The proof begins …",
    proofUnder: {
      "most-reached": (value: string, bound: string, seconds: string) =>
        `Proving for ${seconds}: so far ${value}, at most ${bound} people.`,
      "fewest-sites": (value: string, bound: string, seconds: string) =>
        `Proving for ${seconds}: so far ${value}, at least ${bound} sites.`,
      "shortest-ways": (value: string, bound: string, seconds: string) =>
        `Proving for ${seconds}: so far ${value}, at most ${bound} shorter.`,
    },
    adopt: "Adopt as a scenario",
  },
});
