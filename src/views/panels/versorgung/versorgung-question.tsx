import { changeView } from "../../../commands/change-view.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { activeKinds } from "../../../state/selectors/active-kinds.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { COVERAGE_METRICS, type CoverageMetric, REACH_LIMITS, REACH_PRESETS } from "../../../state/view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { CheckList } from "../../controls/check-list.tsx";
import { Choice } from "../../controls/choice.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { MarkShape } from "../../controls/mark-shape.tsx";
import { NumberEntry } from "../../controls/number-entry.tsx";
import { Toggle } from "../../controls/toggle.tsx";
import { OfferFilter } from "../filter/offer-filter.tsx";
import { ReachNote } from "../wege/reach-note.tsx";
import { WayQuestion } from "../wege/way-question.tsx";
import { kindMark } from "./kind-marks.ts";
import styles from "./versorgung-question.module.css";

/** Whom, what, how far: the planner's three questions. */
export function VersorgungQuestion() {
  const app = useApp();
  const language = useLanguage();
  const texts = versorgungTexts[language];
  const formats = useFormats();
  const { reach, metric, cells, panel } = useAppState((state) => state.view);
  const kinds = useAppState((state) => state.document.supply?.kinds);
  const chosen = useAppState(activeKinds);
  const levels = useAppState((state) => state.document.map?.levels);
  const level = useAppState(activeLevel);
  const hasPopulation = useAppState((state) => state.document.supply?.population !== undefined);
  const isPreset = (REACH_PRESETS as readonly number[]).includes(reach);

  return (
    <div className={styles.question}>
      {kinds && kinds.length === 0 ? <p className={styles.note}>{texts.noKinds}</p> : null}
      {kinds && kinds.length > 0 ? (
        <CheckList
          label={texts.kinds}
          values={chosen}
          options={kinds.map((kind, index) => ({
            id: kind.id,
            label: kind.plural[language],
            mark: <MarkShape {...kindMark(index)} />,
            figure: formats.count(kind.existing),
          }))}
          onChange={(next) => next.length > 0 && changeView(app, { kind: next })}
        />
      ) : null}

      <OfferFilter />

      <div className={styles.block}>
        <Choice
          label={texts.reach}
          value={isPreset ? String(reach) : undefined}
          options={REACH_PRESETS.map((metres) => ({ id: String(metres), label: formats.metres(metres) }))}
          onChange={(next) => changeView(app, { reach: Number(next) })}
        />
        <NumberEntry
          label={texts.reachFree}
          value={reach}
          least={REACH_LIMITS.least}
          most={REACH_LIMITS.most}
          unit="m"
          isHighlighted={!isPreset}
          onChange={(next) => changeView(app, { reach: next })}
        />
        <ReachNote />
      </div>

      <WayQuestion />

      {/* The panels of the provision and of distances say themselves what the map shows. */}
      {panel === "distance" ? null : (
        <div className={styles.block}>
          {panel === "provision" ? null : (
            <ChooseList
              label={texts.metric}
              value={metric}
              sections={[{ options: COVERAGE_METRICS.map((id) => ({ id, label: texts.metrics[id] })) }]}
              onChange={(next) => changeView(app, { metric: next as CoverageMetric })}
            />
          )}
          {hasPopulation ? (
            <Toggle
              label={texts.cells}
              description={texts.cellsNote}
              isOn={cells}
              onChange={(next) => changeView(app, { cells: next })}
            />
          ) : null}
        </div>
      )}

      {levels && levels.length > 1 && level ? (
        <Choice
          label={texts.level}
          value={level.id}
          options={[...levels].reverse().map((option) => ({ id: option.id, label: option.title[language] }))}
          onChange={(next) =>
            changeView(app, {
              level: next === levels[0]?.id ? undefined : next,
              sozialraum: undefined,
              compare: [],
              within: undefined,
              without: undefined,
            })
          }
        />
      ) : null}
    </div>
  );
}
