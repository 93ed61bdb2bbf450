import type { Issue } from "../domain/issue.ts";
import type { Language } from "../domain/localized.ts";
import { formatsFor } from "./formats.ts";
import type { IssueParticulars } from "./issue-particulars.ts";
import { GERMAN_ISSUES } from "./issue-sentences-de.ts";
import { ENGLISH_ISSUES } from "./issue-sentences-en.ts";

const LONGEST_VALUE = 80;

/** The issue as a person reads it: place, what is wrong, what to do. It is plain text; whoever shows it must not read it as HTML. */
export function issueText(issue: Issue, language: Language): string {
  const sentences = language === "de" ? GERMAN_ISSUES : ENGLISH_ISSUES;
  const particulars = particularsOf(issue, language);
  const place = issuePlaceText(issue, language);
  if (particulars.has("further")) return `${place}: ${furtherText(particulars, language)}`;
  const times = Number(issue.context.times ?? 1);
  return `${place}: ${sentences[issue.code](particulars)}${times > 1 ? timesText(particulars, language) : ""}`;
}

/** Where it is: „anlaufpunkte.csv, Zeile 94, Spalte „name““; features of GeoJSON are counted as objects. */
export function issuePlaceText(issue: Issue, language: Language): string {
  const parts = [issue.source];
  const { count } = formatsFor(language);
  const german = language === "de";
  if (issue.row !== undefined) {
    const isFeature = /\.(geo)?json$/i.test(issue.source);
    const noun = german ? (isFeature ? "Objekt" : "Zeile") : isFeature ? "feature" : "row";
    parts.push(`${noun} ${count(issue.row)}`);
  }
  if (issue.column !== undefined) {
    const noun = issue.source === "datapackage.json" ? (german ? "Angabe" : "entry") : german ? "Spalte" : "column";
    parts.push(`${noun} ${quote(issue.column, language)}`);
  }
  return parts.join(", ");
}

function particularsOf(issue: Issue, language: Language): IssueParticulars {
  const { decimal, plural } = formatsFor(language);
  const own = (name: string) => (Object.hasOwn(issue.context, name) ? issue.context[name] : undefined);
  const plain = (name: string): string => shortened(String(own(name) ?? ""));
  const count = (name: string): string => decimal(Number(own(name) ?? 0), 6);
  return {
    plain,
    megabytes: (name) => decimal(Math.ceil(Number(own(name) ?? 0) / 1_000_000), 0),
    quoted: (name) => quote(plain(name), language),
    count,
    counted: (name, one, other) => `${count(name)} ${plural(Number(own(name) ?? 0), one, other)}`,
    isOne: (name) => Number(own(name) ?? 0) === 1,
    has: (name) => own(name) !== undefined && own(name) !== "",
  };
}

function shortened(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text;
}

function quote(text: string, language: Language): string {
  return language === "de" ? `„${text}“` : `“${text}”`;
}

function timesText(issue: IssueParticulars, language: Language): string {
  return language === "de"
    ? ` Das betrifft ${issue.count("times")} Zeilen.`
    : ` This concerns ${issue.count("times")} rows.`;
}

function furtherText(issue: IssueParticulars, language: Language): string {
  return language === "de"
    ? `Dasselbe an ${issue.counted("further", "weiteren Stelle", "weiteren Stellen")}; die ersten sind einzeln aufgeführt.`
    : `The same in ${issue.counted("further", "more place", "more places")}; the first are listed one by one.`;
}
