import { ArrowLeft, LocateFixed } from "lucide-react";
import { useMemo } from "react";
import { clearSozialraum, showSozialraum } from "../../../commands/show-on-map.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { activeLevel, parentLevel, sozialraumIndex } from "../../../state/selectors/active-level.ts";
import { coverageRow } from "../../../state/selectors/coverage-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Swatch } from "../../map/swatch.tsx";
import { ExportMenu } from "../../presentation/export-menu.tsx";
import { KeepViewButton } from "../../presentation/keep-view-button.tsx";
import { type CoverageFigure, coverageProvenance } from "./coverage-provenance.ts";
import { NearestPlaces } from "./nearest-places.tsx";
import { ProfileIndicators } from "./profile-indicators.tsx";
import { STATUS_FILLS } from "./status-classes.ts";
import styles from "./steckbrief.module.css";
import { VorhabenList } from "./vorhaben-list.tsx";

/** Everything that is known of one Sozialraum. */
export function Steckbrief({ id }: { id: string }) {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = versorgungTexts[language];
  const level = useAppState(activeLevel);
  const parents = useAppState(parentLevel);
  const row = useAppState((state) => coverageRow(state, id));
  const area = useMemo(() => {
    const index = level && sozialraumIndex(level, id);
    return index === undefined ? undefined : level?.sozialraeume[index];
  }, [level, id]);
  if (!area || !level) return null;
  const parentIndex = parents && sozialraumIndex(parents, area.parent);
  const parent = parentIndex === undefined ? undefined : parents?.sozialraeume[parentIndex];

  const measure = (figure: CoverageFigure, value: number | undefined, format: (value: number) => string) => (
    <div className={styles.measure}>
      <dt>{texts.metrics[figure]}</dt>
      <dd>
        {value === undefined ? (
          <span className={styles.quiet}>{texts.notKnown}</span>
        ) : (
          <Figure
            text={format(value)}
            label={texts.metrics[figure]}
            provenance={() => coverageProvenance(app.store.getState(), figure, row)}
          />
        )}
      </dd>
    </div>
  );

  return (
    <article className={styles.steckbrief}>
      <div className={styles.top}>
        <Button look="link" icon={<ArrowLeft size={16} aria-hidden />} onPress={() => clearSozialraum(app)}>
          {texts.back}
        </Button>
        <span className={styles.tools}>
          <IconButton label={texts.zoomTo} onPress={() => showSozialraum(app, id)}>
            <LocateFixed size={18} aria-hidden />
          </IconButton>
          <KeepViewButton />
          <ExportMenu />
        </span>
      </div>
      <header>
        <h1 className={styles.name} tabIndex={-1}>
          {area.name}
        </h1>
        <p className={styles.quiet}>{[level.title[language], parent?.name, id].filter(Boolean).join(" · ")}</p>
        {row ? (
          <p className={styles.status} data-status={row.status}>
            <Swatch {...STATUS_FILLS[row.status]} />
            {texts.status[row.status]}
          </p>
        ) : null}
      </header>
      {row ? (
        <section aria-label={texts.profileMeasures}>
          <dl className={styles.measures}>
            {measure("residents", row.residents, formats.count)}
            {measure("residents_unreached", row.residentsUnreached, formats.count)}
            {measure("reached_share", row.reachedShare, formats.share)}
            {measure("nearest_median_m", row.nearestMedianMetres, formats.metres)}
            {measure("nearest_p90_m", row.nearestP90Metres, formats.metres)}
            {measure("anlaufpunkte_inside", row.anlaufpunkteInside, formats.count)}
            {measure("per_10000", row.per10000, (value) => formats.decimal(value, 1))}
          </dl>
          {typeof area.residents === "number" && level.origin.period ? (
            <p className={styles.published}>
              {texts.published(formats.count(area.residents), formats.period(level.origin.period))}
            </p>
          ) : null}
        </section>
      ) : null}
      <NearestPlaces id={id} />
      <ProfileIndicators id={id} />
      <VorhabenList id={id} />
    </article>
  );
}
