import type { App } from "../../../commands/app.ts";
import { wayWords } from "../../../commands/describe-question.ts";
import { exportTable } from "../../../commands/export-table.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import { provisionRows, shownProvision } from "../../../state/selectors/provision-rows.ts";
import { shortName } from "./provision-words.ts";

/** Saves the provision of all Sozialräume of the level, by id; what is missing stays empty. */
export async function saveProvision(app: App): Promise<void> {
  const state = app.store.getState();
  const answer = shownProvision(state);
  const rows = provisionRows(state);
  if (!answer || !rows) return;
  const texts = provisionTexts[state.view.lang];
  const columns = texts.csvColumns;
  const { choice, unit, coverage } = answer;
  const number = (value: number | undefined, digits?: number) =>
    value === undefined ? ({ missing: true } as const) : { number: value, digits };
  await exportTable(
    app,
    [
      columns.id,
      columns.area,
      columns.measure,
      columns.decay,
      columns.unit,
      columns.reach,
      columns.way,
      columns.value,
      columns.toCity,
      columns.residents,
      columns.noneInReach,
    ],
    rows.map(({ id, name, value, toCity, residents, noneInReach }) => [
      { text: id },
      { text: name },
      { text: shortName(choice.measure, texts) },
      choice.decay ? { text: texts.decay[choice.decay] } : { missing: true },
      { text: texts.unitShort[unit] },
      { number: coverage.reach },
      { text: wayWords(state) },
      number(value, 4),
      number(toCity, 4),
      number(residents === undefined ? undefined : Math.round(residents)),
      number(noneInReach === undefined ? undefined : Math.round(noneInReach)),
    ]),
  );
}
