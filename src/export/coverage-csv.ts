import type { CoverageRow } from "../domain/coverage-row.ts";
import type { Language } from "../domain/localized.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { type CsvCell, MISSING_CELL, numberCell, tableCsv } from "./table-csv.ts";

/** Names and order are the public contract, the same in both languages. */
const COVERAGE_COLUMNS = [
  "sozialraum_id",
  "sozialraum",
  "residents",
  "anlaufpunkte_inside",
  "residents_reached",
  "reached_share",
  "residents_unreached",
  "nearest_median_m",
  "nearest_p90_m",
  "per_10000",
  "basis",
  "status",
  "note",
] as const;

/** The coverage table as the contract says: sorted by id, no total row; a value that is not known is empty and has a note. */
export function coverageCsv(rows: readonly CoverageRow[], language: Language): Uint8Array<ArrayBuffer> {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return tableCsv(
    COVERAGE_COLUMNS,
    sorted.map((row) => cellsOf(row, language)),
    language,
  );
}

function cellsOf(row: CoverageRow, language: Language): CsvCell[] {
  const notes = exportTexts[language].notes;
  const residents = whole(row.residents);
  const reached = whole(row.residentsReached);
  // People are whole: after rounding (only estimates need it) reached and unreached still add up.
  const unreached =
    residents !== undefined && reached !== undefined && row.residentsUnreached !== undefined
      ? residents - reached
      : whole(row.residentsUnreached);
  return [
    { text: row.id },
    { text: row.name },
    numberCell(residents),
    numberCell(row.anlaufpunkteInside),
    numberCell(reached),
    numberCell(row.reachedShare, 4),
    numberCell(unreached),
    numberCell(whole(row.nearestMedianMetres)),
    numberCell(whole(row.nearestP90Metres)),
    numberCell(row.per10000, 4),
    row.basis === undefined ? MISSING_CELL : { text: row.basis },
    { text: row.status },
    row.notes.length === 0 ? MISSING_CELL : { text: row.notes.map((note) => notes[note]).join("; ") },
  ];
}

const whole = (value: number | undefined) => (value === undefined ? undefined : Math.round(value));
