import { type CellObject, SSF } from "@e965/xlsx";

export interface CellContent {
  readonly text: string;
  /** NaN where the cell is no number. */
  readonly number: number;
}

const EMPTY: CellContent = { text: "", number: Number.NaN };

/** Cells whose formula failed, as Excel shows them in English; the values are those of the file format (MS-XLS 2.5.10, BErr). */
const ERRORS: ReadonlyMap<unknown, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
  [0x2b, "#GETTING_DATA"],
]);

/**
 * What a cell holds. Numbers are taken whole, not as rounded for show, with these exceptions: a percentage is the number that is shown
 * (0.123 as „12,3 %“ → 12.3 %), a date or time is its ISO text, a number shown with leading zeros is a key and stays the text shown.
 * `true` and `false` are these words, a failed formula is its name („#DIV/0!“).
 */
export function cellContent(cell: CellObject | undefined, is1904: boolean): CellContent {
  if (cell === undefined || cell.v === undefined || cell.v === null) return EMPTY;
  switch (cell.t) {
    case "n":
      return numberContent(Number(cell.v), typeof cell.z === "string" ? cell.z : "", is1904);
    case "e":
      return text(ERRORS.get(cell.v) ?? cell.w ?? "#N/A");
    case "b":
      return text(cell.v ? "true" : "false");
    case "d":
      return text(cell.v instanceof Date ? isoOf(cell.v) : String(cell.v));
    case "z":
      return EMPTY;
    default:
      return text(String(cell.v));
  }
}

function text(content: string): CellContent {
  return { text: content, number: Number.NaN };
}

function numberContent(value: number, format: string, is1904: boolean): CellContent {
  if (!Number.isFinite(value)) return EMPTY;
  if (format === "" || format === "General") return { text: String(value), number: value };
  if (isPercent(format)) {
    // 0.07 · 100 is 7.000000000000001 in binary; fifteen digits are what Excel keeps.
    const percent = Number((value * 100).toPrecision(15));
    return { text: `${percent} %`, number: percent };
  }
  if (SSF.is_date(format)) {
    // [h]:mm counts hours beyond a day: a duration, no time of day.
    if (/\[[hms]+\]/i.test(format)) return text(shown(format, value, is1904));
    const date = isoDate(value, is1904);
    if (date !== undefined) return text(date);
  }
  if (/^0{2,}(?:[ ./-]?0+)*(;|$)/.test(format)) {
    const padded = shown(format, value, is1904);
    if (padded.startsWith("0")) return text(padded);
  }
  return { text: String(value), number: value };
}

/** A percent sign that is no quoted text. */
function isPercent(format: string): boolean {
  return format.includes("%") && format.replace(/"[^"]*"|\\./g, "").includes("%");
}

function shown(format: string, value: number, is1904: boolean): string {
  try {
    return String(SSF.format(format, value, { date1904: is1904 }));
  } catch {
    return String(value);
  }
}

/** Days since 1900 as the calendar has them, 29 February 1900 of Excel included; undefined for what is no date. */
function isoDate(value: number, is1904: boolean): string | undefined {
  const date = SSF.parse_date_code(value, { date1904: is1904 });
  if (!date) return undefined;
  const two = (number: number) => String(number).padStart(2, "0");
  const time = `${two(date.H)}:${two(date.M)}${date.S > 0 ? `:${two(date.S)}` : ""}`;
  if (value < 1) return time;
  const day = `${String(date.y).padStart(4, "0")}-${two(date.m)}-${two(date.d)}`;
  return date.H + date.M + date.S > 0 ? `${day}T${time}` : day;
}

function isoOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace(/\.000Z$/, "");
}
