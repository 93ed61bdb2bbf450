/** How dates are written that are not written as the contract does. */
export type DateFormat = "DD.MM.YYYY" | "DD.MM.YY" | "DD/MM/YYYY" | "MM/DD/YYYY";

export const DATE_FORMATS: readonly DateFormat[] = ["DD.MM.YYYY", "DD.MM.YY", "DD/MM/YYYY", "MM/DD/YYYY"];

const DOTS = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2}|\d{4})(?!\d)/;
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/;

/** `YYYY-MM-DD` of a date as it is written; undefined when it is none. Years of two digits are those of 1930 to 2029. */
export function isoDate(text: string, format: DateFormat): string | undefined {
  const [, first, second, year] = (format.includes("/") ? SLASHES : DOTS).exec(text.trim()) ?? [];
  if (first === undefined || second === undefined || year === undefined) return undefined;
  const [day, month] = format === "MM/DD/YYYY" ? [second, first] : [first, second];
  const whole = year.length === 2 ? `${Number(year) < 30 ? "20" : "19"}${year}` : year;
  const date = `${whole}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // A day that no calendar has would roll over into another month.
  return new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) === date ? date : undefined;
}

/**
 * The formats in which most of the texts are dates, those that read more of them first: „03/04/2021“ alone may be a day in March or in
 * April, „13/04/2021“ beside it decides. Empty when there are none, or the contract's own (`2021-04-03`).
 */
export function possibleDateFormats(texts: readonly string[]): DateFormat[] {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== "");
  const read = DATE_FORMATS.map((format) => ({
    format,
    count: filled.filter((text) => fits(text, format)).length,
  })).sort((a, b) => b.count - a.count);
  const most = read[0]?.count ?? 0;
  // A cell that is no date at all says nothing of the others.
  return most === 0 || most < filled.length / 2
    ? []
    : read.filter(({ count }) => count === most).map(({ format }) => format);
}

/** Two digits are no year of four, and the other way round: each text has one of the two. */
function fits(text: string, format: DateFormat): boolean {
  if (isoDate(text, format) === undefined) return false;
  const digits = DOTS.exec(text)?.[3]?.length;
  return digits === undefined || digits === (format === "DD.MM.YY" ? 2 : 4);
}
