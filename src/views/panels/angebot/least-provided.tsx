import { useMemo } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { hoverSozialraum, showSozialraum } from "../../../commands/show-on-map.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import type { ProvisionAnswer } from "../../../state/provision-answer.ts";
import { leastProvided, type ProvisionRow, provisionRows } from "../../../state/selectors/provision-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import styles from "./least-provided.module.css";
import { provisionProvenance } from "./provision-provenance.ts";
import { valueText } from "./provision-words.ts";

const FIRST = 12;

/** The Sozialräume with the lowest values, and the chosen one with its place among all. */
export function LeastProvided({ answer }: { readonly answer: ProvisionAnswer }) {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = provisionTexts[language];
  const rows = useAppState(provisionRows);
  const chosen = useAppState((state) => state.view.sozialraum);
  const list = useMemo(() => (rows ? leastProvided(rows) : []), [rows]);
  const place = list.findIndex(({ id }) => id === chosen);
  const own = list[place];
  const silent = (rows?.length ?? 0) - list.length;
  return (
    <section aria-labelledby="least-provided" className={styles.section}>
      <h3 id="least-provided" className={styles.title}>
        {texts.lowest}
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{versorgungTexts[language].columns.sozialraum}</th>
            <th scope="col" className={styles.number}>
              {texts.columns[answer.choice.measure]}
            </th>
          </tr>
        </thead>
        <tbody onMouseLeave={() => hoverSozialraum(app, undefined)}>
          {own && place >= FIRST ? (
            <Line
              row={own}
              answer={answer}
              detail={texts.chosen(formats.count(place + 1), formats.count(list.length))}
              isChosen
            />
          ) : null}
          {list.slice(0, FIRST).map((row) => (
            <Line key={row.id} row={row} answer={answer} isChosen={row.id === chosen} />
          ))}
        </tbody>
      </table>
      {silent > 0 ? <p className={styles.note}>{texts.withoutValue(formats.count(silent))}</p> : null}
      <Button onPress={() => changeView(app, { table: true })}>{texts.openTable}</Button>
    </section>
  );
}

interface LineProps {
  readonly row: ProvisionRow;
  readonly answer: ProvisionAnswer;
  readonly detail?: string;
  readonly isChosen?: boolean;
}

function Line({ row, answer, detail, isChosen = false }: LineProps) {
  const app = useApp();
  const formats = useFormats();
  const texts = provisionTexts[useLanguage()];
  const none = row.noneInReach ?? 0;
  return (
    <tr
      className={styles.row}
      data-chosen={isChosen || undefined}
      onMouseEnter={() => hoverSozialraum(app, row.id)}
      onClick={() => showSozialraum(app, row.id)}
    >
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          aria-current={isChosen ? "true" : undefined}
          onFocus={() => hoverSozialraum(app, row.id)}
          onClick={(event) => {
            event.stopPropagation();
            showSozialraum(app, row.id);
          }}
        >
          {row.name}
        </button>
        <span className={styles.detail}>
          {detail ??
            [none > 0 ? `${formats.count(none)} ${texts.noneShort}` : texts.nobodyWithout, row.parentName]
              .filter(Boolean)
              .join(" · ")}
        </span>
      </th>
      <td className={styles.number}>
        <Figure
          text={valueText(row.value, answer, formats)}
          label={`${row.name}, ${texts.columns[answer.choice.measure]}`}
          provenance={() => provisionProvenance(app.store.getState(), "value", row)}
        />
      </td>
    </tr>
  );
}
