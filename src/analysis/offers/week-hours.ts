import type { opening_hours } from "opening_hours";

/** Opening hours over one week: span k is open from `from[k]` to before `to[k]`, in minutes since Monday 00:00; ascending, to at most 10,080. */
export interface WeekHours {
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  /** 1 where the source does not promise it: „nach Vereinbarung“, an open end, a comment in place of a state. */
  readonly unsure: Uint8Array;
}

/** The hours of a text in OSM syntax; undefined when it cannot be read. */
export type ReadHours = (text: string) => WeekHours | undefined;

/**
 * The week that stands for all: 15–21 June 2026, in which no German state has a public or a school holiday. Rules for a season are taken
 * as they stand in June.
 */
const MONDAY = { year: 2026, month: 5, day: 15 };
const MINUTES_PER_WEEK = 7 * 24 * 60;

/**
 * Reads hours with the library, each text once. Without a country and a place: holidays do not occur in the week, and sunrise and sunset are
 * those that the library takes where it knows none.
 */
export function hoursReader(library: typeof opening_hours): ReadHours {
  const known = new Map<string, WeekHours | undefined>();
  const start = new Date(MONDAY.year, MONDAY.month, MONDAY.day);
  const end = new Date(MONDAY.year, MONDAY.month, MONDAY.day + 7);
  return (text) => {
    const key = text.trim();
    if (known.has(key)) return known.get(key);
    const hours = read(key);
    known.set(key, hours);
    return hours;
  };

  function read(text: string): WeekHours | undefined {
    let spans: ReturnType<opening_hours["getOpenIntervals"]>;
    try {
      spans = new library(text, null).getOpenIntervals(start, end);
    } catch {
      // The library throws its findings about the text, as sentences: for us it cannot be read, whatever the reason.
      return undefined;
    }
    return {
      from: Uint16Array.from(spans, ([from]) => minutesSinceMonday(from)),
      // Midnight after Sunday is Monday again on the clock.
      to: Uint16Array.from(spans, ([, to]) => minutesSinceMonday(to) || MINUTES_PER_WEEK),
      unsure: Uint8Array.from(spans, ([, , unsure]) => (unsure ? 1 : 0)),
    };
  }
}

/** By the clock, so that the time zone of the browser means nothing. */
function minutesSinceMonday(date: Date): number {
  const day = (date.getDay() + 6) % 7;
  return (day * 24 + date.getHours()) * 60 + date.getMinutes();
}
