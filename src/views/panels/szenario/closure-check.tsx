import { DoorClosed } from "lucide-react";
import { useMemo, useState } from "react";
import { closeSite } from "../../../commands/close-site.ts";
import { showAnlaufpunkt } from "../../../commands/show-on-map.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { shownClosure, solePlaces } from "../../../state/selectors/shown-closure.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import styles from "./closure-check.module.css";
import { closureProvenance } from "./closure-provenance.ts";

const FIRST = 8;
const AT_MOST = 60;

/** Who depends on each place: what closing it would cost, and a try of it. */
export function ClosureCheck() {
  const app = useApp();
  const formats = useFormats();
  const texts = scenarioTexts[useLanguage()];
  const closure = useAppState(shownClosure);
  const isDragging = useAppState((state) => state.transient.drag !== undefined);
  const places = useMemo(() => (closure ? solePlaces(closure) : []), [closure]);
  const [isWhole, setWhole] = useState(false);
  const shown = places.slice(0, isWhole ? AT_MOST : FIRST);
  const city = closure?.check.city;
  const provenance = (figure: "one" | "several") => () => closureProvenance(app.store.getState(), figure);
  return (
    <PanelSection id="closure-check" title={texts.closure} isBusy={isDragging}>
      {!closure || !city ? (
        <Note>{texts.measuring}</Note>
      ) : (
        <>
          {city.residents > 0 ? (
            <p className={styles.sentence}>
              <Figure text={formats.count(city.one)} label={texts.closurePeople} provenance={provenance("one")} />{" "}
              {texts.closurePeople}{" "}
              <Figure
                text={formats.share(city.severalShare)}
                label={texts.closureSeveral}
                provenance={provenance("several")}
              />{" "}
              {texts.closureSeveral}
            </p>
          ) : null}
          {isDragging ? (
            <Note>{texts.closureBeforeDrag}</Note>
          ) : closure.coverage.way === "walk" ? (
            <Note>{texts.closureWalked}</Note>
          ) : null}
          {places.length === 0 ? (
            <Note>{texts.closureNone}</Note>
          ) : (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{texts.closurePlace}</th>
                  <th scope="col" className={styles.number}>
                    {texts.closureColumn}
                  </th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {shown.map(({ place, losing, nearest, canClose }) => (
                  <tr key={place.id}>
                    <th scope="row">
                      <button type="button" className={styles.name} onClick={() => showAnlaufpunkt(app, place.id)}>
                        {place.name || place.id}
                      </button>
                      <span className={styles.detail}>
                        {texts.closureNearest}{" "}
                        <Figure
                          text={formats.count(nearest)}
                          label={`${place.name || place.id}, ${texts.closureNearest}`}
                          provenance={() => closureProvenance(app.store.getState(), "nearest", place)}
                        />
                      </span>
                    </th>
                    <td className={styles.number}>
                      <Figure
                        text={formats.count(losing)}
                        label={`${place.name || place.id}, ${texts.closureColumn}`}
                        provenance={() => closureProvenance(app.store.getState(), "losing", place)}
                      />
                    </td>
                    <td className={styles.tool}>
                      {canClose ? (
                        <IconButton
                          label={texts.closureTry(place.name || place.id)}
                          onPress={() => closeSite(app, place.id)}
                        >
                          <DoorClosed size={16} aria-hidden />
                        </IconButton>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {!isWhole && places.length > FIRST ? (
            <Button look="link" onPress={() => setWhole(true)}>
              {texts.closureMore(formats.count(Math.min(places.length, AT_MOST) - FIRST))}
            </Button>
          ) : null}
          {isWhole && places.length > AT_MOST ? (
            <Note>{texts.andMore(formats.count(places.length - AT_MOST))}</Note>
          ) : null}
        </>
      )}
    </PanelSection>
  );
}
