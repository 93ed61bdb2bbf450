import { Star } from "lucide-react";
import { useMemo } from "react";
import { chooseScenario } from "../../../commands/edit-scenario.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import type { CityFigures } from "../../../state/city-figures.ts";
import { activeScenario } from "../../../state/selectors/active-offers.ts";
import { bestColumns, shownScenarioTable } from "../../../state/selectors/shown-scenario-table.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import { effectProvenance } from "./effect-provenance.ts";
import styles from "./side-by-side.module.css";

const ROWS = ["residents_reached", "reached_share", "residents_unreached", "without", "gap"] as const;

/** Today and all what-ifs as columns, on the same question; the head of a column shows it. */
export function SideBySide() {
  const app = useApp();
  const formats = useFormats();
  const texts = scenarioTexts[useLanguage()];
  const table = useAppState(shownScenarioTable);
  const active = useAppState((state) => activeScenario(state)?.id);
  const best = useMemo(
    () => table && Object.fromEntries(ROWS.map((row) => [row, bestColumns(table, row)] as const)),
    [table],
  );
  const write = (row: keyof CityFigures, value: number) =>
    Number.isNaN(value) ? "–" : row === "reached_share" ? formats.share(value) : formats.count(value);
  const titleOf = (id: string | undefined) =>
    table?.scenarios.find((scenario) => scenario.id === id)?.title ?? texts.today;

  return (
    <PanelSection id="side-by-side" title={texts.sideBySide}>
      {!table ? (
        <Note>{texts.measuring}</Note>
      ) : (
        <>
          <div className={styles.scroller}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <td />
                  {table.columns.map(({ id }) => (
                    <th key={id ?? ""} scope="col" data-active={id === active || undefined}>
                      <button
                        type="button"
                        aria-label={texts.showColumn(titleOf(id))}
                        aria-pressed={id === active}
                        title={titleOf(id)}
                        onClick={() => chooseScenario(app, id)}
                      >
                        {titleOf(id)}
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {ROWS.map((row) => (
                  <tr key={row}>
                    <th scope="row">{texts.rows[row]}</th>
                    {table.columns.map(({ id, figures }, k) => {
                      const isBest = best?.[row]?.has(k) ?? false;
                      return (
                        <td
                          key={id ?? ""}
                          data-active={id === active || undefined}
                          data-best={isBest || undefined}
                          title={isBest ? texts.best : undefined}
                        >
                          {isBest ? <Star size={11} fill="currentColor" aria-hidden /> : null}
                          <Figure
                            text={write(row, figures[row])}
                            label={`${titleOf(id)}, ${texts.rows[row]}${isBest ? ` (${texts.best})` : ""}`}
                            provenance={() => {
                              const state = app.store.getState();
                              return effectProvenance({ ...state, view: { ...state.view, scenario: id } }, row);
                            }}
                          />
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Note>
            <Star size={11} fill="currentColor" aria-hidden /> {texts.best}. {texts.sideBySideNote}
          </Note>
        </>
      )}
    </PanelSection>
  );
}
