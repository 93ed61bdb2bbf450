import { questionRules, WAY_RULES, wayWords } from "../../../commands/describe-question.ts";
import { numberCell, numberColumn, type SavedTable, textCell, textColumn } from "../../../domain/saved-table.ts";
import { exportTexts } from "../../../i18n/export-texts.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { coverageRow } from "../../../state/selectors/coverage-rows.ts";
import { provisionRows, shownProvision } from "../../../state/selectors/provision-rows.ts";
import { shortName } from "./provision-words.ts";

/** The provision of all Sozialräume of the level, by id; a note says why a value is missing. */
export function savedProvision(state: AppState): SavedTable | undefined {
  const answer = shownProvision(state);
  const rows = provisionRows(state);
  if (!answer || !rows) return undefined;
  const { lang } = state.view;
  const texts = provisionTexts[lang];
  const { notes, noRatio } = exportTexts[lang];
  const named = texts.csvColumns;
  const { choice, unit, coverage } = answer;
  const isInside = choice.measure === "per-10000";
  const isWalked = !isInside && coverage.way === "walk";
  return {
    title: texts.tableTitle,
    columns: [
      textColumn(named.id),
      textColumn(named.area),
      textColumn(named.measure),
      textColumn(named.decay),
      textColumn(named.unit),
      numberColumn(named.reach),
      textColumn(named.way),
      numberColumn(named.value, 4),
      numberColumn(named.toCity, 4),
      numberColumn(named.residents),
      numberColumn(named.noneInReach),
      textColumn(named.note),
    ],
    rows: rows.map(({ id, name, value, toCity, residents, noneInReach }) => {
      const why = [...(coverageRow(state, id)?.notes ?? [])];
      const isUnrelated = value !== undefined && toCity === undefined;
      return [
        textCell(id),
        textCell(name),
        textCell(shortName(choice.measure, texts), choice.measure),
        textCell(choice.decay && texts.decay[choice.decay], choice.decay),
        textCell(texts.unitShort[unit], unit),
        numberCell(coverage.reach),
        textCell(wayWords(state)),
        numberCell(value),
        numberCell(toCity),
        numberCell(residents === undefined ? undefined : Math.round(residents)),
        numberCell(noneInReach === undefined ? undefined : Math.round(noneInReach)),
        textCell(
          [...why.map((note) => notes[note]), ...(isUnrelated ? [noRatio] : [])].join("; "),
          [...why, ...(isUnrelated ? ["no-ratio"] : [])].join("; "),
        ),
      ];
    }),
    rules: [...(isInside ? ["C8"] : ["C3", "C15"]), ...(isWalked ? WAY_RULES : []), ...questionRules(state)],
    sozialraeume: rows.map(({ id }) => id),
  };
}
