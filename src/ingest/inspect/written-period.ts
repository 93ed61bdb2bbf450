import { isPeriod, type Period } from "../../domain/period.ts";

/** A time in a text, and the part of the text that says it. */
export interface WrittenPeriod {
  readonly period: Period;
  readonly written: string;
}

const YEAR = "((?:19|20)\\d\\d)";
const MONTHS = ["jan", "feb", "m(?:ä|ae)?rz?", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];
const QUARTERS = ["i", "ii", "iii", "iv"];

const two = (text = "") => text.padStart(2, "0");
const quarter = (text = "") => QUARTERS.indexOf(text.toLowerCase()) + 1 || Number(text);
const month = (text = "") => MONTHS.findIndex((name) => new RegExp(`^${name}`, "i").test(text)) + 1;

/** How times are written, the longer ones first; of a school year (2021/22) its first year counts, in which its pupils are counted. */
const WRITTEN: readonly (readonly [pattern: RegExp, period: (found: readonly string[]) => string])[] = [
  [pattern(`(?<!\\d)(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?${YEAR}(?!\\d)`), ([, d, m, y]) => `${y}-${two(m)}-${two(d)}`],
  [pattern(`(?<!\\d)${YEAR}-(\\d\\d)-(\\d\\d)(?:T00:00(?::00)?)?(?!\\d)`), ([, y, m, d]) => `${y}-${m}-${d}`],
  [pattern(`(?<![a-zäöüß])Q\\s?([1-4])[\\s/_.-]*${YEAR}(?!\\d)`), ([, q, y]) => `${y}-Q${q}`],
  [pattern(`(?<!\\d)${YEAR}[\\s/_.-]*Q\\s?([1-4])(?!\\d)`), ([, y, q]) => `${y}-Q${q}`],
  [
    pattern(`(?<![\\da-zäöüß])([1-4]|I|II|III|IV)\\.?\\s?(?:Quartal|Vierteljahr|Qu\\.|Vj\\.)\\s*${YEAR}(?!\\d)`),
    ([, q, y]) => `${y}-Q${quarter(q)}`,
  ],
  [
    pattern(`(?<![a-zäöüß])((?:${MONTHS.join("|")})[a-z]{0,6})\\.?[\\s_-]*${YEAR}(?!\\d)`),
    ([, m, y]) => `${y}-${two(String(month(m)))}`,
  ],
  [pattern(`(?<![\\d./])(0?[1-9]|1[0-2])/${YEAR}(?![\\d/])`), ([, m, y]) => `${y}-${two(m)}`],
  [pattern(`(?<!\\d)${YEAR}/(\\d{4}|\\d{2})(?![\\d/])`), ([, y, next]) => (isNextYear(y, next) ? String(y) : "")],
  // „2010-11“ may be a November or two years.
  [pattern(`(?<![\\d-])${YEAR}-(0[1-9]|1[0-2])(?![\\d-])`), ([, y, m]) => (isNextYear(y, m) ? "" : `${y}-${m}`)],
  [pattern(`(?<!\\d)${YEAR}(?!\\d)`), ([, y]) => String(y)],
];

function pattern(source: string): RegExp {
  return new RegExp(source, "i");
}

function isNextYear(year = "", next = ""): boolean {
  return (Number(year) + 1) % 100 === Number(next) % 100;
}

/** The first time in a text, as the contract writes it. */
export function writtenPeriod(text: string): WrittenPeriod | undefined {
  if (!/\d{4}/.test(text)) return undefined;
  for (const [pattern, period] of WRITTEN) {
    const found = pattern.exec(text);
    const meant = found && period(found);
    if (found && meant && isPeriod(meant) && isOfCalendar(meant)) return { period: meant, written: found[0] };
  }
  return undefined;
}

function isOfCalendar(period: Period): boolean {
  return period.length < 10 || new Date(`${period}T00:00:00Z`).toJSON()?.slice(0, 10) === period;
}

/** The time that a cell is, and nothing else: `202012` and „Dez. 2020“ → 2020-12, „2020.0“ → 2020. */
export function periodOfCell(text: string): Period | undefined {
  const plain = text.trim().replace(/^(\d{4}|\d{6})\.0+$/, "$1");
  const months = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/.exec(plain);
  if (months) return `${months[1]}-${months[2]}`;
  if (/^(19|20)\d\d/.test(plain) && isPeriod(plain)) return plain;
  const found = writtenPeriod(plain);
  return found?.written === plain ? found.period : undefined;
}

/** Days since 1900 as spreadsheets count them, from 1954 to 2064; a number of that size elsewhere is a count. */
export function periodOfSerial(text: string): Period | undefined {
  const days = /^([2-5]\d{4})(\.0+)?$/.exec(text.trim())?.[1];
  return days && new Date((Number(days) - 25_569) * 86_400_000).toJSON().slice(0, 10);
}
