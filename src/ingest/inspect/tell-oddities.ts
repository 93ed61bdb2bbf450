import type { CityForData, PreviewColumn } from "../../domain/data-draft.ts";
import type { IssueLog } from "../issue-log.ts";
import type { RawTable } from "../raw-table.ts";
import { fitOf } from "./column-words.ts";
import type { RoleGuess } from "./guess-role.ts";
import { matchNames } from "./match-names.ts";
import { PLAIN_NUMBER } from "./number-looks.ts";

const LOOKED_AT = 2000;
const EXAMPLES = 3;
const HALF = 0.5;
const FEWEST = 3;
/** A key of which a spreadsheet kept the first digits: „1,01E+06“. */
const ROUNDED = /^\d([.,]\d+)?E\+?\d+$/i;
/** Letters of UTF-8 that somebody read as another encoding and saved again. */
const GARBLED = /Ã[¤¶¼Ÿ„–œ\u0084\u0096\u009c\u009f]|â€[“”™žœ\u0093\u009c\u009d]/;

/**
 * What a table has that cannot be read as it is meant, and would be missing without a word: columns of numbers with other things among
 * them, keys that a spreadsheet has rounded, areas that stand side by side, letters that are broken.
 */
export function tellOddities(
  table: RawTable,
  columns: readonly PreviewColumn[],
  { role, areas }: RoleGuess,
  city: CityForData,
  log: IssueLog,
): void {
  for (const [c, { name, type }] of columns.entries()) {
    const filled = (table.columns[c]?.texts ?? [])
      .slice(0, LOOKED_AT)
      .map((text) => text.trim())
      .filter((text) => text !== "");
    const isKey = Math.max(fitOf("sozialraum", name), fitOf("id", name)) > 0;
    const rounded = filled.filter((text) => ROUNDED.test(text));
    if (isKey && rounded.length > filled.length * HALF) {
      log.add("keys-rounded", { severity: "warning", column: name, context: { example: rounded[0] ?? "" } });
    }
    if (role !== "observations" && role !== "vorhaben") continue;
    const others = filled.filter((text) => !PLAIN_NUMBER.test(text));
    const numbers = filled.length - others.length;
    if (type !== "text" || name === areas?.column || isKey || numbers < FEWEST || numbers < filled.length * HALF)
      continue;
    const examples = [...new Set(others)].slice(0, EXAMPLES).join(", ");
    log.add("column-not-numbers", { column: name, context: { numbers, others: others.length, examples } });
  }
  const names = table.columns.map(({ name }) => name);
  const across = areas ? [] : city.levels.map((level) => matchNames(names, level.areas).matches.size);
  const most = Math.max(0, ...across);
  if (most >= FEWEST && most >= names.length * HALF) log.add("areas-across", { context: { areas: most } });
  const texts = [...names, ...table.columns.flatMap((column) => column.texts.slice(0, LOOKED_AT / 10))];
  const garbled = texts.find((text) => GARBLED.test(text));
  if (garbled !== undefined) log.add("text-garbled", { context: { example: garbled.trim().slice(0, 60) } });
}
