import type { CoverageRow } from "../domain/coverage-row.ts";
import type { Language } from "../domain/localized.ts";
import {
  numberCell,
  numberColumn,
  type SavedCell,
  type SavedColumn,
  type SavedTable,
  textCell,
  textColumn,
} from "../domain/saved-table.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { versorgungTexts } from "../i18n/versorgung-texts.ts";

/** Names and order are the public contract, the same in both languages. */
const COVERAGE_COLUMNS: readonly SavedColumn[] = [
  textColumn("sozialraum_id"),
  textColumn("sozialraum"),
  numberColumn("residents"),
  numberColumn("anlaufpunkte_inside"),
  numberColumn("residents_reached"),
  numberColumn("reached_share", 4, "share"),
  numberColumn("residents_unreached"),
  numberColumn("nearest_median_m"),
  numberColumn("nearest_p90_m"),
  numberColumn("per_10000", 4),
  textColumn("basis"),
  textColumn("status"),
  textColumn("note"),
];

/** The coverage table as the contract says: sorted by id, no total row; a value that is not known is missing and has a note. */
export function coverageTable(
  rows: readonly CoverageRow[],
  language: Language,
  rules: readonly string[] = [],
): SavedTable {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  return {
    title: versorgungTexts[language].tableTitle,
    columns: COVERAGE_COLUMNS,
    rows: sorted.map((row) => cellsOf(row, language)),
    rules,
    sozialraeume: sorted.map(({ id }) => id),
  };
}

function cellsOf(row: CoverageRow, language: Language): SavedCell[] {
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
    numberCell(row.reachedShare),
    numberCell(unreached),
    numberCell(whole(row.nearestMedianMetres)),
    numberCell(whole(row.nearestP90Metres)),
    numberCell(row.per10000),
    textCell(row.basis),
    { text: row.status },
    textCell(row.notes.map((note) => notes[note]).join("; "), row.notes.join("; ")),
  ];
}

const whole = (value: number | undefined) => (value === undefined ? undefined : Math.round(value));
