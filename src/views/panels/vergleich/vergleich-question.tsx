import { changeView } from "../../../commands/change-view.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeIndicator, isOnLevel } from "../../../state/selectors/active-indicator.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { areaResidents } from "../../../state/selectors/area-residents.ts";
import { CLASS_METHODS } from "../../../state/view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { IndicatorChooser } from "./indicator-chooser.tsx";
import { PeriodChooser } from "./period-chooser.tsx";
import styles from "./vergleich-question.module.css";

/** Numbers of classes to choose from: the eye tells hardly more than seven shades of one colour apart. */
const CLASS_NUMBERS = [3, 4, 5, 6, 7] as const;

/** What, when, where, and how it is drawn: the analyst's questions. */
export function VergleichQuestion() {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const formats = useFormats();
  const catalogue = useAppState((state) => state.transient.answers.catalogue);
  const database = useAppState((state) => state.transient.database);
  const levels = useAppState((state) => state.document.map?.levels);
  const level = useAppState(activeLevel);
  const indicator = useAppState(activeIndicator);
  const isHere = useAppState(isOnLevel);
  const hasResidents = useAppState((state) => areaResidents(state) !== undefined);
  const { classes, per } = useAppState((state) => state.view);

  if (!catalogue) {
    return <p className={styles.note}>{database === "failed" ? texts.failed : texts.waiting}</p>;
  }
  const isCount = indicator?.kind === "count";
  const isClassified = isHere && indicator?.kind !== "class" && (!isCount || (per === "residents" && hasResidents));
  return (
    <div className={styles.question}>
      {catalogue.some((entry) => entry.mappable) ? (
        <div className={styles.block}>
          <IndicatorChooser />
          {indicator?.description ? <p className={styles.note}>{indicator.description[language]}</p> : null}
        </div>
      ) : (
        <p className={styles.note}>{texts.emptyTitle}</p>
      )}

      {isHere ? <PeriodChooser /> : null}

      {levels && levels.length > 1 && level ? (
        <Choice
          label={texts.level}
          value={level.id}
          options={[...levels].reverse().map((option) => ({ id: option.id, label: option.title[language] }))}
          onChange={(next) =>
            changeView(app, { level: next === levels[0]?.id ? undefined : next, sozialraum: undefined, compare: [] })
          }
        />
      ) : null}

      {isHere && isCount ? (
        <div className={styles.block}>
          <Choice
            label={texts.form}
            value={per === "residents" && hasResidents ? "residents" : "circles"}
            options={[
              { id: "circles", label: texts.circles },
              ...(hasResidents ? [{ id: "residents" as const, label: texts.perResidents }] : []),
            ]}
            onChange={(next) => changeView(app, { per: next === "residents" ? "residents" : undefined })}
          />
          {hasResidents ? null : <p className={styles.note}>{texts.noResidents}</p>}
        </div>
      ) : null}

      {isClassified ? (
        <div className={styles.block}>
          <Choice
            label={texts.method}
            value={classes.method}
            options={CLASS_METHODS.map((method) => ({ id: method, label: texts.methods[method] }))}
            onChange={(method) => changeView(app, { classes: { ...classes, method } })}
          />
          <p className={styles.note}>{texts.methodHints[classes.method]}</p>
          <Choice
            label={texts.classNumber}
            value={String(classes.n)}
            options={CLASS_NUMBERS.map((n) => ({ id: String(n), label: formats.count(n) }))}
            onChange={(n) => changeView(app, { classes: { ...classes, n: Number(n) } })}
          />
        </div>
      ) : null}
    </div>
  );
}
