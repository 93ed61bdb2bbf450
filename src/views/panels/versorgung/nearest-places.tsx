import { useMemo } from "react";
import { showAnlaufpunkt } from "../../../commands/show-on-map.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { nearestPlaces } from "../../../state/selectors/nearest-places.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { MarkShape } from "../../controls/mark-shape.tsx";
import { kindMark } from "./kind-marks.ts";
import styles from "./profile-list.module.css";

/** A Sozialraum's people go to a handful of places; more only makes the list long. */
const FIRST = 6;

/** Where the people of the Sozialraum have their shortest way. */
export function NearestPlaces({ id }: { id: string }) {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = versorgungTexts[language];
  const coverage = useAppState((state) => state.transient.coverage);
  const kinds = useAppState((state) => state.document.supply?.kinds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selector reads the coverage from the state.
  const places = useMemo(() => nearestPlaces(app.store.getState(), id).slice(0, FIRST), [app, coverage, id]);
  if (places.length === 0) return null;
  return (
    <section aria-labelledby="nearest-title">
      <h2 id="nearest-title" className={styles.title}>
        {texts.profileNearest}
      </h2>
      <ul>
        {places.map(({ place, isInside, residents, meanMetres }) => {
          const position = kinds?.findIndex((kind) => kind.id === place.kind) ?? 0;
          const kind = kinds?.[position]?.title[language] ?? place.kind;
          return (
            <li key={place.id} className={styles.row}>
              <span>
                <button type="button" className={styles.link} onClick={() => showAnlaufpunkt(app, place.id)}>
                  <MarkShape {...kindMark(Math.max(0, position))} />
                  {place.name || kind}
                </button>
                <span className={styles.detail}>
                  {[place.name ? kind : undefined, place.address].filter(Boolean).join(" · ")}
                </span>
              </span>
              <span className={styles.figures}>
                {isInside ? texts.profileInside : meanMetres === undefined ? "–" : formats.metres(meanMetres)}
                <span className={styles.detail}>{texts.nearestFor(formats.count(residents))}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
