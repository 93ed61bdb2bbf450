import { useState } from "react";
import { changeKeys } from "../../../commands/add-data.ts";
import { meanColumn, renameIndicator } from "../../../commands/mean-column.ts";
import type { DraftIndicator } from "../../../domain/data-draft.ts";
import type { IndicatorDirection, IndicatorKind } from "../../../domain/indicator.ts";
import { localized } from "../../../domain/localized.ts";
import { isPeriod } from "../../../domain/period.ts";
import { clueTexts } from "../../../i18n/clue-texts.ts";
import { contentTexts } from "../../../i18n/content-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import { numberColumns } from "./clue-sentence.ts";
import type { EditorProps } from "./editor-props.ts";
import styles from "./editors.module.css";

const KINDS = ["count", "share", "rate", "index", "mean", "class"] as const satisfies readonly IndicatorKind[];
const DIRECTIONS = ["more-is-better", "more-is-worse", "neutral"] as const satisfies readonly IndicatorDirection[];

/** Which columns of numbers become indicators, and what each of them means. */
export function IndicatorsEditor({ file, city }: EditorProps) {
  const app = useApp();
  const language = useLanguage();
  const clueWords = clueTexts[language];
  const contentWords = contentTexts[language];
  const [opened, setOpened] = useState<string>();
  const keys = file.draft?.anlaufpunkt;
  if (!keys) return null;
  const columns = numberColumns(file);
  const specs = new Map(Object.entries(keys.values ?? {}));
  const own = new Map((keys.indicators ?? []).map((indicator) => [indicator.id, indicator]));
  const change = (indicator: DraftIndicator) =>
    changeKeys(app, file.id, {
      indicators: (keys.indicators ?? []).map((other) => (other.id === indicator.id ? indicator : other)),
    });
  return (
    <>
      <p>
        {contentWords.indicatorsHint}{" "}
        <Button look="link" onPress={() => meanColumn(app, file.id, columns, "value")}>
          {contentWords.indicatorAll}
        </Button>{" "}
        <Button look="link" onPress={() => meanColumn(app, file.id, columns, undefined)}>
          {contentWords.indicatorNone}
        </Button>
      </p>
      <ul className={styles.indicators}>
        {columns.map((column) => {
          const spec = specs.get(column);
          const { indicator: id, period } =
            typeof spec === "string" || spec === undefined
              ? { indicator: spec, period: undefined }
              : (spec as { readonly indicator: string; readonly period?: string });
          const indicator = id === undefined ? undefined : own.get(id);
          const known = id === undefined ? undefined : city.indicators.find((one) => one.id === id);
          const title = localized(indicator?.title ?? known?.title ?? column)[language];
          const isOpen = opened === column && id !== undefined;
          return (
            <li key={column}>
              <div className={styles.line}>
                <label className={styles.check}>
                  <input
                    type="checkbox"
                    aria-label={contentWords.indicatorTake(column)}
                    checked={id !== undefined}
                    onChange={({ target }) => meanColumn(app, file.id, [column], target.checked ? "value" : undefined)}
                  />
                  <span>
                    {title}
                    {period ? <span className={styles.quiet}> {period}</span> : null}
                  </span>
                </label>
                {id === undefined ? null : (
                  <button
                    type="button"
                    className={styles.fold}
                    aria-expanded={isOpen}
                    aria-label={contentWords.indicatorDetails(title)}
                    onClick={() => setOpened(isOpen ? undefined : column)}
                  >
                    {isOpen ? clueWords.close : clueWords.change}
                  </button>
                )}
              </div>
              {isOpen && known && !indicator ? <p className={styles.quiet}>{contentWords.indicatorKnown}</p> : null}
              {isOpen ? (
                <div className={styles.details}>
                  {indicator ? (
                    <>
                      <TextEntry
                        label={contentWords.indicatorTitle}
                        value={title}
                        onChange={(text) =>
                          text.trim() !== "" && renameIndicator(app, file.id, indicator.id, text.trim())
                        }
                      />
                      <TextEntry
                        label={contentWords.indicatorUnit}
                        value={indicator.unit ?? ""}
                        onChange={(unit) => change({ ...indicator, unit: unit.trim() || undefined })}
                      />
                    </>
                  ) : null}
                  <TextEntry
                    label={contentWords.indicatorPeriod}
                    value={period ?? keys.period ?? ""}
                    onChange={(text) => {
                      if (!isPeriod(text.trim())) return;
                      const entries = [...specs].filter(([name]) => name !== column);
                      changeKeys(app, file.id, {
                        values: Object.fromEntries([...entries, [column, { indicator: id, period: text.trim() }]]),
                      });
                    }}
                  />
                  {indicator ? (
                    <>
                      <label className={styles.field}>
                        <span>{contentWords.indicatorKind}</span>
                        <select
                          className={styles.select}
                          value={indicator.kind ?? "count"}
                          onChange={({ target }) => change({ ...indicator, kind: target.value as IndicatorKind })}
                        >
                          {KINDS.map((kind) => (
                            <option key={kind} value={kind}>
                              {contentWords.kinds[kind]}
                            </option>
                          ))}
                        </select>
                      </label>
                      <label className={styles.field}>
                        <span>{contentWords.indicatorDirection}</span>
                        <select
                          className={styles.select}
                          value={indicator.direction ?? "neutral"}
                          onChange={({ target }) =>
                            change({ ...indicator, direction: target.value as IndicatorDirection })
                          }
                        >
                          {DIRECTIONS.map((direction) => (
                            <option key={direction} value={direction}>
                              {contentWords.directions[direction]}
                            </option>
                          ))}
                        </select>
                      </label>
                    </>
                  ) : null}
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}
