import { useMemo } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import type { ProvisionAnswer } from "../../../state/provision-answer.ts";
import { leastProvided, type ProvisionRow, provisionRows } from "../../../state/selectors/provision-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { AreaList } from "../../controls/area-list.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import { provisionProvenance } from "./provision-provenance.ts";
import { valueText } from "./provision-words.ts";

const FIRST = 12;

/** The Sozialräume with the lowest values, and the chosen one with its place among all. */
export function LeastProvided({ answer }: { readonly answer: ProvisionAnswer }) {
  const app = useApp();
  const formats = useFormats();
  const texts = provisionTexts[useLanguage()];
  const rows = useAppState(provisionRows);
  const chosen = useAppState((state) => state.view.sozialraum);
  const list = useMemo(() => (rows ? leastProvided(rows) : []), [rows]);
  const measure = texts.columns[answer.choice.measure];
  const place = list.findIndex(({ id }) => id === chosen);
  const own = list[place];
  const silent = (rows?.length ?? 0) - list.length;
  const line = (row: ProvisionRow, detail?: string) => {
    const none = row.noneInReach ?? 0;
    const words = [none > 0 ? `${formats.count(none)} ${texts.noneShort}` : texts.nobodyWithout, row.parentName];
    return {
      id: row.id,
      name: row.name,
      figure: (
        <Figure
          text={valueText(row.value, answer, formats)}
          label={`${row.name}, ${measure}`}
          provenance={() => provisionProvenance(app.store.getState(), "value", row)}
        />
      ),
      detail: detail ?? words.filter(Boolean).join(" · "),
    };
  };
  return (
    <PanelSection id="least-provided" title={texts.lowest} detail={measure}>
      <AreaList
        areas={[
          ...(own && place >= FIRST
            ? [line(own, texts.chosen(formats.count(place + 1), formats.count(list.length)))]
            : []),
          ...list.slice(0, FIRST).map((row) => line(row)),
        ]}
      />
      {silent > 0 ? <Note>{texts.withoutValue(formats.count(silent))}</Note> : null}
      <Button onPress={() => changeView(app, { table: true })}>{texts.openTable}</Button>
    </PanelSection>
  );
}
