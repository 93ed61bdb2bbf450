import { type DateFormat, isoDate, possibleDateFormats } from "../../domain/date-format.ts";
import { isPeriod } from "../../domain/period.ts";
import { DATE_COLUMNS } from "../../domain/role-columns.ts";
import type { RawTable } from "../raw-table.ts";

/** So many rows tell how a column writes its dates. */
const LOOKED_AT = 20_000;
const EXAMPLES = 4;

interface ColumnDates {
  readonly formats: readonly DateFormat[];
  readonly examples: readonly string[];
}

/** How the dates of a column may be meant; undefined where they are written as the contract does, or are none. */
export function columnDates(texts: readonly string[]): ColumnDates | undefined {
  const foreign = texts.slice(0, LOOKED_AT).filter((text) => text.trim() !== "" && !isPeriod(text.trim()));
  const formats = possibleDateFormats(foreign);
  if (formats.length === 0) return undefined;
  const read = foreign.filter((text) => formats.some((format) => isoDate(text, format) !== undefined));
  // Those that tell day from month are the better examples.
  const told = new Set(read.map((text) => text.trim()).sort((a, b) => Number(isOpen(a)) - Number(isOpen(b))));
  return { formats, examples: [...told].slice(0, EXAMPLES) };
}

function isOpen(text: string): boolean {
  const [first = 0, second = 0] = text.split(/\D+/).map(Number);
  return first <= 12 && second <= 12;
}

/** The one format in which the columns of dates are written; undefined when there are none, or the user has to say it. */
export function guessDateFormat(table: RawTable, mapped: Readonly<Record<string, string>>): DateFormat | undefined {
  const dated = DATE_COLUMNS.flatMap((ours) => {
    const column = table.columns.find(({ name }) => name === mapped[ours]);
    const dates = column && columnDates(column.texts);
    return dates ? [dates.formats] : [];
  });
  const [first, ...others] = dated;
  const common = first?.filter((format) => others.every((formats) => formats.includes(format))) ?? [];
  return common.length === 1 ? common[0] : undefined;
}
