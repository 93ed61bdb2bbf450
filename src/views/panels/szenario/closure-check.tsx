import { DoorClosed } from "lucide-react";
import { useMemo, useState } from "react";
import { closeSite } from "../../../commands/close-site.ts";
import { showAnlaufpunkt } from "../../../commands/show-on-map.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { shownClosure, solePlaces } from "../../../state/selectors/shown-closure.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { NameButton } from "../../controls/name-button.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import { FigureTable } from "../../tables/figure-table.tsx";
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
            <FigureTable
              caption={texts.closure}
              look="tools"
              columns={[
                { id: "place", title: texts.closurePlace },
                { id: "losing", title: texts.closureColumn },
                { id: "try", title: undefined },
              ]}
              rows={shown.map(({ place, losing, nearest, canClose }) => {
                const name = place.name || place.id;
                return {
                  id: place.id,
                  head: (
                    <>
                      <NameButton onPress={() => showAnlaufpunkt(app, place.id)}>{name}</NameButton>
                      <Note>
                        {texts.closureNearest}{" "}
                        <Figure
                          text={formats.count(nearest)}
                          label={`${name}, ${texts.closureNearest}`}
                          provenance={() => closureProvenance(app.store.getState(), "nearest", place)}
                        />
                      </Note>
                    </>
                  ),
                  cells: [
                    <Figure
                      key="losing"
                      text={formats.count(losing)}
                      label={`${name}, ${texts.closureColumn}`}
                      provenance={() => closureProvenance(app.store.getState(), "losing", place)}
                    />,
                    canClose ? (
                      <IconButton key="try" label={texts.closureTry(name)} onPress={() => closeSite(app, place.id)}>
                        <DoorClosed size={16} aria-hidden />
                      </IconButton>
                    ) : null,
                  ],
                };
              })}
            />
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
