import { ArrowRight } from "lucide-react";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { changedAreas, cityFigures } from "../../../state/selectors/scenario-summary.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { AreaList } from "../../controls/area-list.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import { Swatch } from "../../map/swatch.tsx";
import { BeforeAfter } from "../../tables/before-after.tsx";
import { STATUS_FILLS } from "../versorgung/status-classes.ts";
import { effectProvenance } from "./effect-provenance.ts";
import styles from "./scenario-effect.module.css";

const ROWS = ["residents_reached", "reached_share", "residents_unreached", "without", "gap"] as const;
const AREAS_AT_MOST = 12;

/** Before and after, for the city and for each Sozialraum in which something changes. */
export function ScenarioEffect() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = scenarioTexts[language];
  const statusTexts = versorgungTexts[language].statusShort;
  const effect = useAppState((state) => state.transient.answers.scenarioEffect);
  const level = useAppState((state) => activeLevel(state)?.id);
  const areas = useAppState(changedAreas) ?? [];
  if (!effect || effect.after.levelId !== level) return <Note>{texts.measuring}</Note>;
  const before = cityFigures(effect.before);
  const after = cityFigures(effect.after);
  const { gained, lost } = effect.change.city;
  const change = [
    gained > 0 && texts.gains(formats.count(gained)),
    lost > 0 && texts.loses(formats.count(lost)),
  ].filter(Boolean);

  return (
    <PanelSection id="scenario-effect" title={texts.effect}>
      <p className={styles.sentence}>{change.length > 0 ? `${change.join(", ")}.` : texts.nobody}</p>
      <BeforeAfter
        caption={texts.effect}
        before={texts.before}
        after={texts.after}
        rows={ROWS.map((row) => ({
          id: row,
          title: texts.rows[row],
          kind: row === "reached_share" ? "share" : "count",
          before: before[row],
          after: after[row],
          provenance: () => effectProvenance(app.store.getState(), row),
        }))}
      />
      {areas.length > 0 ? (
        <>
          <h4 className={styles.subtitle}>{texts.areas}</h4>
          <AreaList
            areas={areas.slice(0, AREAS_AT_MOST).map((area) => ({
              id: area.id,
              name: area.name,
              figure: (
                <strong>
                  {[
                    area.gained > 0 && `+${formats.count(area.gained)}`,
                    area.lost > 0 && `\u2212${formats.count(area.lost)}`,
                  ]
                    .filter(Boolean)
                    .join(" / ")}
                </strong>
              ),
              below:
                area.before === area.after ? undefined : (
                  <span className={styles.status}>
                    <Swatch {...STATUS_FILLS[area.before]} />
                    {statusTexts[area.before]}
                    <ArrowRight size={14} aria-hidden />
                    <Swatch {...STATUS_FILLS[area.after]} />
                    {statusTexts[area.after]}
                  </span>
                ),
            }))}
          />
          {areas.length > AREAS_AT_MOST ? (
            <Note>{texts.andMore(formats.count(areas.length - AREAS_AT_MOST))}</Note>
          ) : null}
        </>
      ) : null}
    </PanelSection>
  );
}
