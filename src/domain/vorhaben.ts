import type { Period } from "./period.ts";

/** A project in the field. */
export interface Vorhaben {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly sozialraeume: readonly string[];
  readonly field?: string | undefined;
  readonly goals: readonly string[];
  readonly contact?: string | undefined;
  readonly organisation?: string | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
  readonly milestones?: string | undefined;
  readonly costs?: string | undefined;
  readonly partners?: string | undefined;
  readonly participation?: string | undefined;
  readonly council?: string | undefined;
  readonly description?: string | undefined;
  readonly resource: string;
}

/** Bürgerversammlung, Quartierstreffen, Austausch … */
export interface Termin {
  readonly id: string;
  readonly kind: string;
  readonly date: Period;
  readonly sozialraum?: string | undefined;
  readonly participants?: number | undefined;
  readonly organisation?: string | undefined;
  readonly resource: string;
}

/** An actor, instrument or resource of the stock-take. */
export interface Akteur {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly sozialraeume: readonly string[];
  readonly functions: readonly string[];
  readonly contact?: string | undefined;
  readonly needs?: string | undefined;
  readonly resource: string;
}
