import type { AnlaufpunktStatus } from "../domain/anlaufpunkt.ts";
import type { OpenTime, Weekday } from "../domain/open-time.ts";
import { defineTexts } from "./define-texts.ts";

const daysDe: Readonly<Record<Weekday, string>> = {
  mo: "montags",
  tu: "dienstags",
  we: "mittwochs",
  th: "donnerstags",
  fr: "freitags",
  sa: "samstags",
  su: "sonntags",
};
const daysEn: Readonly<Record<Weekday, string>> = {
  mo: "on Mondays",
  tu: "on Tuesdays",
  we: "on Wednesdays",
  th: "on Thursdays",
  fr: "on Fridays",
  sa: "on Saturdays",
  su: "on Sundays",
};
const statesDe: Readonly<Record<AnlaufpunktStatus, string>> = {
  existing: "bestehende",
  planned: "geplante",
  closed: "geschlossene",
};
const statesEn: Readonly<Record<AnlaufpunktStatus, string>> = {
  existing: "existing",
  planned: "planned",
  closed: "closed",
};

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

/** Which offers count, and for whom. */
export const filterTexts = defineTexts({
  de: {
    title: "Welche Angebote, für wen?",
    more: "Angebote eingrenzen",
    people: "Für wen",
    everybody: "Alle Menschen",
    ages: (from: number, to: number | undefined) =>
      to === undefined ? `ab ${from} Jahren` : from === 0 ? `unter ${to} Jahren` : `${from} bis ${to - 1} Jahre`,
    topic: "Thema",
    group: "Zielgruppe",
    speaks: "Sprache",
    anyTopic: "Alle Themen",
    anyGroup: "Alle Zielgruppen",
    anyLanguage: "Alle Sprachen",
    open: "Geöffnet",
    anyTime: "Egal wann",
    after: (hour: number) => `nach ${hour} Uhr (Mo–Fr)`,
    dayAfter: (day: string, hour: number) => `${day} nach ${hour} Uhr`,
    days: daysDe,
    openText: ({ day, at, from }: OpenTime): string => {
      const when = day ? daysDe[day] : "Mo–Fr";
      if (at !== undefined) return `${when} um ${clock(at)} Uhr offen`;
      if (from !== undefined) return `${when} nach ${clock(from)} Uhr offen`;
      return `${when} offen`;
    },
    wheelchair: "Rollstuhl",
    anyWheelchair: "Egal",
    wheelchairYes: "Ganz zugänglich",
    wheelchairLimited: "Auch teilweise zugänglich",
    wheelchairText: { yes: "rollstuhlgerecht", limited: "zumindest teilweise rollstuhlgerecht" },
    status: "Es zählen",
    states: statesDe,
    active: "Filter",
    clear: "Filter aufheben",
    clearKey: "Taste X",
    counting: (count: string, all: string) => `${count} von ${all} Anlaufpunkten zählen.`,
    silentHours: (count: string) => `${count} sagen nichts über ihre Öffnungszeiten und zählen nicht mit.`,
    silentWheelchair: (count: string) => `${count} sagen nichts über den Zugang mit Rollstuhl und zählen nicht mit.`,
    nothing: "Kein Anlaufpunkt bietet all das. Weniger eingrenzen hilft.",
  },
  en: {
    title: "Which offers, for whom?",
    more: "Narrow the offers",
    people: "For whom",
    everybody: "Everybody",
    ages: (from: number, to: number | undefined) =>
      to === undefined ? `${from} and older` : from === 0 ? `under ${to}` : `${from} to ${to - 1}`,
    topic: "Topic",
    group: "Target group",
    speaks: "Language",
    anyTopic: "All topics",
    anyGroup: "All target groups",
    anyLanguage: "All languages",
    open: "Open",
    anyTime: "Any time",
    after: (hour: number) => `after ${hour}:00 (Mon–Fri)`,
    dayAfter: (day: string, hour: number) => `${day} after ${hour}:00`,
    days: daysEn,
    openText: ({ day, at, from }: OpenTime): string => {
      const when = day ? daysEn[day] : "Mon–Fri";
      if (at !== undefined) return `open ${when} at ${clock(at)}`;
      if (from !== undefined) return `open ${when} after ${clock(from)}`;
      return `open ${when}`;
    },
    wheelchair: "Wheelchair",
    anyWheelchair: "Any",
    wheelchairYes: "Fully accessible",
    wheelchairLimited: "Partly accessible, too",
    wheelchairText: { yes: "wheelchair accessible", limited: "at least partly wheelchair accessible" },
    status: "What counts",
    states: statesEn,
    active: "Filter",
    clear: "Clear filter",
    clearKey: "key X",
    counting: (count: string, all: string) => `${count} of ${all} contact points count.`,
    silentHours: (count: string) => `${count} do not state their opening hours and do not count.`,
    silentWheelchair: (count: string) => `${count} do not state wheelchair access and do not count.`,
    nothing: "No contact point offers all of this. Narrowing less will help.",
  },
});
