import { X } from "lucide-react";
import { useMemo } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { showSozialraum } from "../../../commands/show-on-map.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { coverageRow } from "../../../state/selectors/coverage-rows.ts";
import { type ProvisionRow, provisionRows, shownProvision } from "../../../state/selectors/provision-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import type { DataColumn } from "../../tables/data-column.ts";
import { DataTable } from "../../tables/data-table.tsx";
import { coverageProvenance } from "../versorgung/coverage-provenance.ts";
import { saveProvision } from "./provision-csv.ts";
import { type ProvisionFigure, provisionProvenance } from "./provision-provenance.ts";
import { valueText, valueTitle } from "./provision-words.ts";

const START = { column: "value", descending: false };

/** All Sozialräume with the measure that the map shows. */
export function ProvisionTable() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = provisionTexts[language];
  const answer = useAppState(shownProvision);
  const rows = useAppState(provisionRows);
  const chosen = useAppState((state) => state.view.sozialraum);

  const columns = useMemo((): DataColumn<ProvisionRow>[] => {
    if (!answer) return [];
    const columnTexts = texts.tableColumns;
    const number = (
      id: string,
      title: string,
      value: (row: ProvisionRow) => number | undefined,
      format: (value: number) => string,
      figure?: ProvisionFigure,
      hint?: string,
    ): DataColumn<ProvisionRow> => ({
      id,
      title,
      hint,
      value,
      text: (row) => {
        const known = value(row);
        return known === undefined ? "–" : format(known);
      },
      provenance: figure && ((row) => provisionProvenance(app.store.getState(), figure, row)),
      isNumber: true,
      width: 100,
    });
    const list: DataColumn<ProvisionRow>[] = [
      { id: "sozialraum", title: columnTexts.area, value: (row) => row.name, text: (row) => row.name, width: 170 },
      {
        ...number(
          "value",
          texts.columns[answer.choice.measure],
          (row) => row.value,
          (value) => valueText(value, answer, formats),
          "value",
          valueTitle(answer, texts),
        ),
        smallestFirst: true,
      },
    ];
    if (answer.choice.measure !== "bfca") {
      list.push(
        number(
          "to-city",
          columnTexts.toCity,
          (row) => row.toCity,
          (value) => formats.fixed(value, 2),
          "toCity",
          texts.toCity,
        ),
      );
    }
    list.push(
      number("none", columnTexts.noneInReach, (row) => row.noneInReach, formats.count, "noneInReach"),
      number(
        "none-share",
        columnTexts.noneShare,
        ({ noneInReach, residents }) => (noneInReach === undefined || !residents ? undefined : noneInReach / residents),
        formats.share,
        "noneInReach",
      ),
      {
        ...number("residents", columnTexts.residents, (row) => row.residents, formats.count),
        provenance: ({ id }) => {
          const state = app.store.getState();
          return coverageProvenance(state, "residents", coverageRow(state, id));
        },
      },
    );
    return list;
  }, [app, answer, texts, formats]);

  if (!answer || !rows) return null;
  return (
    <DataTable
      key={answer.choice.measure}
      title={texts.tableTitle}
      detail={texts.methods[answer.choice.measure].title}
      rows={rows}
      columns={columns}
      keyOf={(row) => row.id}
      sort={START}
      selected={chosen}
      onActivate={(row) => showSozialraum(app, row.id)}
      actions={
        <>
          <Button onPress={() => void saveProvision(app)}>{texts.csv}</Button>
          <IconButton label={shellTexts[language].closeTable} onPress={() => changeView(app, { table: false })}>
            <X size={18} aria-hidden />
          </IconButton>
        </>
      }
    />
  );
}
