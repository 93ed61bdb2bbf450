import type { OpenTime, Weekday } from "../../domain/open-time.ts";
import type { Steps } from "../../work/run-steps.ts";
import type { ReadHours, WeekHours } from "./week-hours.ts";

/** `unknown`: no hours, unreadable ones, or hours that do not promise it; never the same as closed. */
export type OpenState = "open" | "closed" | "unknown";

export interface OpenPlaces {
  /** One entry per place. */
  readonly states: readonly OpenState[];
  readonly open: number;
  readonly closed: number;
  /** All unknown ones; among them those without hours and those whose hours cannot be read. */
  readonly unknown: number;
  readonly withoutHours: number;
  readonly unreadable: number;
}

const DAYS: readonly Weekday[] = ["mo", "tu", "we", "th", "fr", "sa", "su"];
const WORKING_DAYS = DAYS.slice(0, 5);
const MINUTES_PER_DAY = 24 * 60;
const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;
/** Until this hour the night belongs to the day before: who is open on Friday until two is not „open on Saturdays“. */
const NIGHT_ENDS = 4 * 60;

/**
 * Which places are open at a time (rule C19): one entry of `hours` per place in OSM syntax, undefined or blank = not stated. A text costs
 * the library a fraction of a millisecond when it is read for the first time.
 */
export function* openPlaces(
  hours: readonly (string | undefined)[],
  time: OpenTime,
  read: ReadHours,
): Steps<OpenPlaces> {
  const windows = windowsOf(time);
  const counts = { open: 0, closed: 0, unknown: 0 };
  let withoutHours = 0;
  let unreadable = 0;
  const states: OpenState[] = [];
  for (const text of hours) {
    let state: OpenState = "unknown";
    if (!text?.trim()) withoutHours++;
    else {
      const week = read(text);
      if (week) state = stateIn(week, windows);
      else unreadable++;
      yield;
    }
    states.push(state);
    counts[state]++;
  }
  return { states, ...counts, withoutHours, unreadable };
}

/** Minutes since Monday 00:00, the end not included; may reach past the end of the week. */
type Window = readonly [from: number, to: number];

function windowsOf({ day, at, from }: OpenTime): Window[] {
  return (day ? [day] : WORKING_DAYS).map((name): Window => {
    const midnight = DAYS.indexOf(name) * MINUTES_PER_DAY;
    if (at !== undefined) return [midnight + at, midnight + at + 1];
    return [midnight + (from ?? NIGHT_ENDS), midnight + MINUTES_PER_DAY + NIGHT_ENDS];
  });
}

/** Open when it is for sure at some minute of a window; unknown when it only may be. */
function stateIn({ from, to, unsure }: WeekHours, windows: readonly Window[]): OpenState {
  let state: OpenState = "closed";
  for (let k = 0; k < from.length; k++) {
    if (unsure[k] === 1 && state === "unknown") continue;
    if (!windows.some((window) => meet(from[k] as number, to[k] as number, window))) continue;
    if (unsure[k] === 0) return "open";
    state = "unknown";
  }
  return state;
}

/** A window past Sunday night goes on with Monday. */
function meet(from: number, to: number, [start, end]: Window): boolean {
  return (from < end && to > start) || from < end - MINUTES_PER_WEEK;
}
