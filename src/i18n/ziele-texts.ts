import type { TargetState } from "../domain/goal-result.ts";
import type { IndicatorDirection } from "../domain/indicator.ts";
import { defineTexts } from "./define-texts.ts";
import type { Formats } from "./formats.ts";

const germanStates: Record<TargetState, string> = {
  reached: "erreicht",
  "on-track": "auf Kurs",
  missed: "verfehlt",
  open: "offen",
  "no-data": "keine Daten",
};
const englishStates: Record<TargetState, string> = {
  reached: "reached",
  "on-track": "on track",
  missed: "missed",
  open: "open",
  "no-data": "no data",
};
const germanDirections: Record<IndicatorDirection, string> = {
  "more-is-better": "mehr ist besser",
  "more-is-worse": "weniger ist besser",
  neutral: "",
};
const englishDirections: Record<IndicatorDirection, string> = {
  "more-is-better": "more is better",
  "more-is-worse": "less is better",
  neutral: "",
};

export const zieleTexts = defineTexts({
  de: {
    title: (strategic: number, operational: number, { count, plural }: Formats) =>
      operational === 0
        ? `${count(strategic)} ${plural(strategic, "strategisches Ziel", "strategische Ziele")}`
        : `${count(strategic)} ${plural(strategic, "strategisches", "strategische")} und ${count(operational)} ${plural(operational, "operatives Ziel", "operative Ziele")}`,
    headline: (measured: number, reached: number, missed: number, { count, plural }: Formats) =>
      `${count(measured)} ${plural(measured, "Kennzahl hat", "Kennzahlen haben")} einen Zielwert: ${count(reached)} erreicht, ${count(missed)} verfehlt${measured > reached + missed ? `, ${count(measured - reached - missed)} noch nicht entschieden` : ""}.`,
    withoutTarget: (n: number, { count, plural }: Formats) =>
      `${count(n)} weitere ${plural(n, "hat", "haben")} keinen und ${plural(n, "gilt", "gelten")} als offen.`,
    noTargets: "Noch hat keine Kennzahl einen Zielwert.",
    catalogues: {
      norderstedt: "Zielkatalog der Stadt",
      quartiersmanagement: "Ziele des Quartiersmanagements",
      S1: "Zielkatalog einer Stadt (mitgeliefert)",
      S2: "Ziele des Quartiersmanagements (mitgeliefert)",
    },
    catalogue: "Zielkatalog",
    states: germanStates,
    directions: germanDirections,
    target: "Ziel",
    targetBy: (value: string, date: string) => `Ziel ${value} bis ${date}`,
    targetValue: (value: string) => `Ziel ${value}`,
    latest: "zuletzt",
    noValue: "kein Wert der Stadt",
    vorhaben: (n: number, { count }: Formats) => `${count(n)} Vorhaben`,
    course: (title: string, from: string, to: string) => `Verlauf von ${title}: ${from} bis ${to}`,
    nothing: "Dieses Ziel bedient noch nichts: keine Kennzahl, kein Vorhaben.",
    unservedTitle: "Was nichts bedient",
    unserved: (n: number, all: number, areOperational: boolean, { count, plural }: Formats) =>
      all === 1
        ? `Das einzige ${areOperational ? "operative " : ""}Ziel hat weder Kennzahl noch Vorhaben.`
        : `${count(n)} von ${count(all)} ${areOperational ? "operativen " : ""}Zielen ${plural(n, "hat", "haben")} weder Kennzahl noch Vorhaben.`,
    allServed: (areOperational: boolean) =>
      `Jedes ${areOperational ? "operative " : ""}Ziel hat eine Kennzahl oder ein Vorhaben.`,
    statesTitle: "Wo die Kennzahlen stehen",
    rule: "Eigene Setzung: „auf Kurs“ heißt, der letzte Wert liegt auf oder besser als die Gerade vom ersten Wert zum Zielwert.",
    compare: "Auf der Karte vergleichen",
    emptyTitle: "Noch keine Ziele",
    empty:
      "Noch keine Ziele. Eine Tabelle der Ziele oder Indikatoren, die ein Ziel der mitgelieferten Kataloge nennen, füllen diese Ansicht.",
    waiting: "Ziele werden gelesen …",
    unavailable: "Die Datenbank ist nicht gestartet; ohne sie lassen sich Ziele nicht auswerten.",
    city: "ganze Stadt",
  },
  en: {
    title: (strategic: number, operational: number, { count, plural }: Formats) =>
      operational === 0
        ? `${count(strategic)} strategic ${plural(strategic, "goal", "goals")}`
        : `${count(strategic)} strategic and ${count(operational)} operational ${plural(operational, "goal", "goals")}`,
    headline: (measured: number, reached: number, missed: number, { count, plural }: Formats) =>
      `${count(measured)} ${plural(measured, "indicator has", "indicators have")} a target: ${count(reached)} reached, ${count(missed)} missed${measured > reached + missed ? `, ${count(measured - reached - missed)} not decided yet` : ""}.`,
    withoutTarget: (n: number, { count, plural }: Formats) =>
      `${count(n)} more ${plural(n, "has", "have")} none and ${plural(n, "counts", "count")} as open.`,
    noTargets: "No indicator has a target yet.",
    catalogues: {
      norderstedt: "The city's goal catalogue",
      quartiersmanagement: "Goals of neighbourhood management",
      S1: "A city's goal catalogue (built in)",
      S2: "Goals of neighbourhood management (built in)",
    },
    catalogue: "Goal catalogue",
    states: englishStates,
    directions: englishDirections,
    target: "Target",
    targetBy: (value: string, date: string) => `target ${value} by ${date}`,
    targetValue: (value: string) => `target ${value}`,
    latest: "latest",
    noValue: "no city value",
    vorhaben: (n: number, { count, plural }: Formats) => `${count(n)} ${plural(n, "project", "projects")}`,
    course: (title: string, from: string, to: string) => `Course of ${title}: ${from} to ${to}`,
    nothing: "Nothing serves this goal yet: no indicator, no project.",
    unservedTitle: "What nothing serves",
    unserved: (n: number, all: number, areOperational: boolean, { count, plural }: Formats) =>
      all === 1
        ? `The only ${areOperational ? "operational " : ""}goal has neither an indicator nor a project.`
        : `${count(n)} of ${count(all)} ${areOperational ? "operational " : ""}goals ${plural(n, "has", "have")} neither an indicator nor a project.`,
    allServed: (areOperational: boolean) =>
      `Every ${areOperational ? "operational " : ""}goal has an indicator or a project.`,
    statesTitle: "Where the indicators stand",
    rule: "Own choice: “on track” means that the latest value lies on the straight line from the first value to the target, or on its better side.",
    compare: "Compare on the map",
    emptyTitle: "No goals yet",
    empty: "No goals yet. A table of goals, or indicators that name a goal of the built-in catalogues, fill this view.",
    waiting: "Reading the goals …",
    unavailable: "The database did not start; without it goals cannot be evaluated.",
    city: "whole city",
  },
});
