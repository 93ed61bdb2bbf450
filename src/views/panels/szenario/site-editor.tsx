import { useState } from "react";
import { editSite, renameSite } from "../../../commands/edit-scenario.ts";
import type { Anlaufpunkt } from "../../../domain/anlaufpunkt.ts";
import { SCENARIO_RESOURCE } from "../../../domain/scenario.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { shownPlace } from "../../../state/selectors/active-offers.ts";
import { coordinatesFrom } from "../../../state/selectors/place-by-text.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { Note } from "../../controls/note.tsx";
import { NumberEntry } from "../../controls/number-entry.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import styles from "./site-editor.module.css";

const CAPACITY_MOST = 100_000;

/** The chosen place, to be changed in the shown what-if; without a choice it says how one chooses. */
export function SiteEditor() {
  const app = useApp();
  const language = useLanguage();
  const texts = scenarioTexts[language];
  const id = useAppState((state) => state.transient.selectedAnlaufpunkt);
  const place = useAppState((state) => shownPlace(state, id));
  const kinds = useAppState((state) => state.document.supply?.kinds);
  if (!place) return <Note>{texts.pickPlace}</Note>;
  const isThoughtOf = place.resource === SCENARIO_RESOURCE;
  return (
    <section className={styles.editor} aria-labelledby="site-editor">
      <h3 id="site-editor" className={styles.title}>
        {place.name || place.id}
        {isThoughtOf ? <span className={styles.kicker}>{texts.thoughtOf}</span> : null}
      </h3>
      {isThoughtOf ? (
        <TextEntry
          key={place.id}
          label={texts.siteTitle}
          value={place.name}
          onChange={(name) => name.trim() && renameSite(app, place.id, name.trim())}
        />
      ) : null}
      <ChooseList
        label={texts.kind}
        value={place.kind}
        sections={[{ options: (kinds ?? []).map(({ id, title }) => ({ id, label: title[language] })) }]}
        onChange={(kind) => kind !== place.kind && editSite(app, place.id, "kind", { kind })}
      />
      <NumberEntry
        label={texts.capacity}
        value={place.capacity ?? Number.NaN}
        least={0}
        most={CAPACITY_MOST}
        unit=""
        onChange={(capacity) => capacity !== place.capacity && editSite(app, place.id, "capacity", { capacity })}
      />
      <Coordinates key={`${place.id} at`} place={place} />
      {place.status === "existing" ? <Note>{texts.moveHint}</Note> : null}
      {isThoughtOf ? null : (
        <Button
          onPress={() =>
            place.status === "existing"
              ? editSite(app, place.id, "close", { status: "closed" })
              : editSite(app, place.id, "reopen", { status: "existing" })
          }
        >
          {place.status === "existing" ? texts.close : place.status === "planned" ? texts.open : texts.reopen}
        </Button>
      )}
    </section>
  );
}

/** Where the place stands, or where the hand has it: apart, so that a drag writes nothing but this anew. */
function Coordinates({ place }: { readonly place: Anlaufpunkt }) {
  const app = useApp();
  const texts = scenarioTexts[useLanguage()];
  const drag = useAppState((state) => state.transient.drag);
  const [isWrong, setWrong] = useState(false);
  const at = drag?.id === place.id ? drag : place;
  return (
    <>
      <TextEntry
        label={texts.coordinates}
        value={`${at.lat.toFixed(5)} ${at.lon.toFixed(5)}`}
        onChange={(text) => {
          const found = coordinatesFrom(text);
          setWrong(!found);
          if (found) editSite(app, place.id, "move", { lon: found.lon, lat: found.lat });
        }}
      />
      {isWrong ? (
        <p className={styles.problem} role="alert">
          {texts.coordinatesWrong}
        </p>
      ) : null}
    </>
  );
}
