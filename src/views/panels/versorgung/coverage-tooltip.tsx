import { locationText } from "../../../i18n/location-text.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { shownPlace } from "../../../state/selectors/active-offers.ts";
import { coverageRow } from "../../../state/selectors/coverage-rows.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import type { MapTarget } from "../../map/map-scene.ts";
import styles from "./coverage-tooltip.module.css";

/** What the pointer rests on, in three lines. */
export function CoverageTooltip({ target }: { target: MapTarget }) {
  return target.on === "sozialraum" ? <AreaTooltip area={target.area} /> : <PlaceTooltip id={target.id} />;
}

function AreaTooltip({ area }: { area: number }) {
  const texts = versorgungTexts[useLanguage()];
  const formats = useFormats();
  const name = useAppState((state) => activeLevel(state)?.sozialraeume[area]?.name);
  const row = useAppState((state) => {
    const id = activeLevel(state)?.sozialraeume[area]?.id;
    return id === undefined ? undefined : coverageRow(state, id);
  });
  return (
    <div className={styles.tooltip}>
      <strong>{name}</strong>
      {row ? (
        <>
          {row.parentName ? <span className={styles.quiet}>{row.parentName}</span> : null}
          <span>{texts.status[row.status]}</span>
          {row.residentsUnreached !== undefined && row.residents ? (
            <span>
              {texts.tooltipUnreached(
                formats.count(row.residentsUnreached),
                formats.share(row.residentsUnreached / row.residents),
              )}
            </span>
          ) : (
            <span>{texts.tooltipNoResidents}</span>
          )}
        </>
      ) : null}
    </div>
  );
}

function PlaceTooltip({ id }: { id: string }) {
  const language = useLanguage();
  const texts = versorgungTexts[language];
  const place = useAppState((state) => shownPlace(state, id));
  const kind = useAppState((state) => state.document.supply?.kinds.find((candidate) => candidate.id === place?.kind));
  const planned = useAppState(({ view }) => {
    if (view.status?.includes("planned")) return "plannedCounted";
    return view.panel === "sites" && view.sites.planned ? "plannedFixed" : "planned";
  });
  if (!place) return null;
  const title = kind?.title[language] ?? place.kind;
  return (
    <div className={styles.tooltip}>
      <strong>{place.name || title}</strong>
      {place.name ? <span className={styles.quiet}>{title}</span> : null}
      {place.address ? <span>{place.address}</span> : null}
      {place.location ? <span className={styles.quiet}>{locationText(place.location, language)}</span> : null}
      {place.topics.length > 0 ? <span>{place.topics.join(", ")}</span> : null}
      {place.status === "planned" ? <span>{texts[planned]}</span> : null}
    </div>
  );
}
