import { useMemo } from "react";
import { exportTable } from "../../../commands/export-table.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import { coverageRow } from "../../../state/selectors/coverage-rows.ts";
import { type ProvisionRow, provisionRows, shownProvision } from "../../../state/selectors/provision-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import type { DataColumn } from "../../tables/data-column.ts";
import { numberColumn } from "../../tables/number-column.ts";
import { SozialraumTable } from "../../tables/sozialraum-table.tsx";
import { coverageProvenance } from "../versorgung/coverage-provenance.ts";
import { type ProvisionFigure, provisionProvenance } from "./provision-provenance.ts";
import { valueText, valueTitle } from "./provision-words.ts";
import { savedProvision } from "./saved-provision.ts";

const START = { column: "value", descending: false };

/** All Sozialräume with the measure that the map shows. */
export function ProvisionTable() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = provisionTexts[language];
  const answer = useAppState(shownProvision);
  const rows = useAppState(provisionRows);

  const columns = useMemo((): DataColumn<ProvisionRow>[] => {
    if (!answer) return [];
    const columnTexts = texts.tableColumns;
    const asks = (figure: ProvisionFigure) => (row: ProvisionRow) =>
      provisionProvenance(app.store.getState(), figure, row);
    return [
      { id: "sozialraum", title: columnTexts.area, value: (row) => row.name, text: (row) => row.name, width: 170 },
      numberColumn({
        id: "value",
        title: texts.columns[answer.choice.measure],
        hint: valueTitle(answer, texts),
        value: (row) => row.value,
        format: (value) => valueText(value, answer, formats),
        provenance: asks("value"),
        smallestFirst: true,
      }),
      ...(answer.choice.measure === "bfca"
        ? []
        : [
            numberColumn<ProvisionRow>({
              id: "to-city",
              title: columnTexts.toCity,
              hint: texts.toCity,
              value: (row) => row.toCity,
              format: (value) => formats.fixed(value, 2),
              provenance: asks("toCity"),
            }),
          ]),
      numberColumn({
        id: "none",
        title: columnTexts.noneInReach,
        value: (row) => row.noneInReach,
        format: formats.count,
        provenance: asks("noneInReach"),
      }),
      numberColumn({
        id: "none-share",
        title: columnTexts.noneShare,
        value: ({ noneInReach, residents }) =>
          noneInReach === undefined || !residents ? undefined : noneInReach / residents,
        format: formats.share,
        provenance: asks("noneInReach"),
      }),
      numberColumn({
        id: "residents",
        title: columnTexts.residents,
        value: (row) => row.residents,
        format: formats.count,
        provenance: ({ id }) => {
          const state = app.store.getState();
          return coverageProvenance(state, "residents", coverageRow(state, id));
        },
      }),
    ];
  }, [app, answer, texts, formats]);

  if (!answer || !rows) return null;
  return (
    <SozialraumTable
      key={answer.choice.measure}
      title={texts.tableTitle}
      detail={texts.methods[answer.choice.measure].title}
      rows={rows}
      columns={columns}
      sort={START}
      onSave={(format) => void exportTable(app, savedProvision, format)}
    />
  );
}
