/**
 * When a place shall be open: on a day at any time („samstags“), at an hour of it, or at some time from an hour on („nach 18 Uhr“).
 * Without a day any weekday from Monday to Friday will do.
 */
export interface OpenTime {
  readonly day?: Weekday | undefined;
  /** Minutes since midnight. */
  readonly at?: number | undefined;
  readonly from?: number | undefined;
}

/** As in the OSM syntax, Monday first. */
export const WEEKDAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const TIME = /^(?:(mo|tu|we|th|fr|sa|su))?(?:-?(at|from)-([01]\d|2[0-3]):([0-5]\d))?$/;

/** Reads `sa`, `sa-at-10:00`, `from-18:00`, `we-from-18:00`; undefined for anything else. */
export function openTimeFrom(text: string): OpenTime | undefined {
  const found = TIME.exec(text);
  if (!found || text === "" || text.startsWith("-")) return undefined;
  const [, day, relation, hours, minutes] = found;
  const time = Number(hours) * 60 + Number(minutes);
  // An hour without a day is asked of the working week, and only as „from“: nobody is open at ten „some day“.
  if (!day && relation !== "from") return undefined;
  return {
    ...(day && { day: day as Weekday }),
    ...(relation === "at" && { at: time }),
    ...(relation === "from" && { from: time }),
  };
}

/** The text that `openTimeFrom` reads. */
export function openTimeText({ day, at, from }: OpenTime): string {
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const time = at !== undefined ? `at-${clock(at)}` : from !== undefined ? `from-${clock(from)}` : undefined;
  return [day, time].filter((part) => part !== undefined).join("-");
}
