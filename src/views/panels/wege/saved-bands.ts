import { questionRules, WAY_RULES } from "../../../commands/describe-question.ts";
import { numberCell, numberColumn, type SavedTable, textCell, textColumn } from "../../../domain/saved-table.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { exportTexts } from "../../../i18n/export-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { bandRows, shownBands, shownBeside } from "../../../state/selectors/band-rows.ts";
import { coverageRow } from "../../../state/selectors/coverage-rows.ts";

/** The bands of all Sozialräume, by id; beside ways that are walked also whom the straight line would count. A note says why a value is missing. */
export function savedBands(state: AppState): SavedTable | undefined {
  const rows = bandRows(state);
  const answer = shownBands(state);
  if (!rows || !answer) return undefined;
  const { lang } = state.view;
  const { notes } = exportTexts[lang];
  const { limits } = answer.bands;
  const last = limits.at(-1) ?? 0;
  const beside = shownBeside(state);
  return {
    title: distanceTexts[lang].tableTitle,
    columns: [
      textColumn("sozialraum_id"),
      textColumn("sozialraum"),
      textColumn("way"),
      numberColumn("residents"),
      ...limits.map((limit) => numberColumn(`up_to_${limit}_m`)),
      numberColumn(`over_${last}_m`),
      numberColumn("no_way"),
      numberColumn("way_unknown"),
      numberColumn("share_over", 4, "share"),
      ...(beside ? [numberColumn("reached_straight"), numberColumn("reached_walked")] : []),
      textColumn("note"),
    ],
    rows: rows.map((row, a) => {
      const counted = (value: number | undefined) => numberCell(row.residents === undefined ? undefined : value);
      const why = coverageRow(state, row.id)?.notes ?? [];
      return [
        textCell(row.id),
        textCell(row.name),
        textCell(answer.coverage.way),
        numberCell(row.residents),
        ...limits.map((_, band) => counted(row.bands[band])),
        counted(row.beyond),
        counted(row.noPlace),
        counted(row.unknown),
        numberCell(row.beyondShare),
        ...(beside
          ? [numberCell(beside.straight.coverage.areas.reached[a]), numberCell(beside.walked.coverage.areas.reached[a])]
          : []),
        textCell(why.map((note) => notes[note]).join("; "), why.join("; ")),
      ];
    }),
    rules: ["C3", "C16", ...(answer.coverage.way === "walk" ? WAY_RULES : []), ...questionRules(state)],
    sozialraeume: rows.map(({ id }) => id),
  };
}
