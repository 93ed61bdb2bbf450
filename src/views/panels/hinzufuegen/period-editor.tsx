import { useState } from "react";
import { changeKeys } from "../../../commands/add-data.ts";
import { isPeriod } from "../../../domain/period.ts";
import { contentTexts } from "../../../i18n/content-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import { ColumnSelect } from "./column-select.tsx";
import type { EditorProps } from "./editor-props.ts";

/** When the values were counted: for all of them, or by a column. */
export function PeriodEditor({ file }: EditorProps) {
  const app = useApp();
  const texts = contentTexts[useLanguage()];
  const [wrong, setWrong] = useState<string>();
  const keys = file.draft?.anlaufpunkt;
  return (
    <>
      <TextEntry
        label={texts.periodEntry}
        hint={texts.periodHint}
        value={wrong ?? keys?.period ?? ""}
        onChange={(text) => {
          const period = text.trim();
          setWrong(period === "" || isPeriod(period) ? undefined : period);
          if (isPeriod(period)) {
            const { period: _, ...columns } = keys?.columns ?? {};
            changeKeys(app, file.id, { period, columns }, "period");
          }
        }}
      />
      {wrong === undefined ? null : <p role="alert">{texts.periodWrong(wrong)}</p>}
      <ColumnSelect
        file={file}
        ours="period"
        label={texts.periodFromColumn("…")}
        onChange={(column) => {
          const { period: _, ...columns } = keys?.columns ?? {};
          changeKeys(
            app,
            file.id,
            { columns: column === undefined ? columns : { ...columns, period: column } },
            column === undefined ? undefined : "period",
          );
        }}
      />
    </>
  );
}
