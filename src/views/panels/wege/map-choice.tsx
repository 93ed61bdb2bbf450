import { changeView } from "../../../commands/change-view.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { shownZones } from "../../../state/selectors/band-rows.ts";
import { walkingNetwork } from "../../../state/selectors/walking-network.ts";
import { ALL_ZONES } from "../../../state/view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { Note } from "../../controls/note.tsx";
import styles from "./map-choice.module.css";
import { useLimitWords } from "./use-limit-words.ts";

/** What the map shows of distances: whole Sozialräume, the homes in their bands, or the land within a walk. */
export function MapChoice() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const cells = useAppState((state) => state.view.cells);
  const zones = useAppState((state) => state.view.zones);
  const words = useLimitWords();
  const cell = useAppState((state) => shownZones(state)?.isochrones.cell);
  const hasNetwork = useAppState((state) => walkingNetwork(state) !== undefined);
  const isWalked = useAppState((state) => state.view.way === "walk");
  const hasPopulation = useAppState((state) => state.document.supply?.population !== undefined);
  const counting = useAppState((state) => state.transient.coverage?.places);
  const selected = useAppState((state) => state.transient.selectedAnlaufpunkt);
  const canWalk = hasNetwork && isWalked;
  const shown = canWalk && zones !== undefined ? "zones" : cells && hasPopulation ? "cells" : "areas";
  const options = (["areas", "cells", "zones"] as const).filter(
    (id) => (id !== "cells" || hasPopulation) && (id !== "zones" || canWalk),
  );
  const one = counting?.find(({ id }) => id === (zones !== undefined && zones !== ALL_ZONES ? zones : selected));
  const other = counting?.find(({ id }) => id === selected);
  const ofPlaces = [...new Set([one, other])].flatMap((place) => (place ? [place] : []));
  return (
    <div className={styles.choice}>
      <Choice
        label={texts.map}
        value={shown}
        options={options.map((id) => ({ id, label: texts.maps[id] }))}
        onChange={(next) =>
          changeView(app, { cells: next === "cells", zones: next === "zones" ? ALL_ZONES : undefined })
        }
      />
      <Note>
        {shown === "areas" ? texts.mapNotes.areas(words.at(-1) ?? "") : texts.mapNotes[shown]}
        {shown === "zones" && cell ? ` ${texts.zonesNote(formats.metres(cell))}` : null}
      </Note>
      {shown === "zones" ? (
        ofPlaces.length === 0 ? (
          <Note>{texts.zonesPick}</Note>
        ) : (
          <Choice
            label={texts.zonesOf}
            value={one && zones === one.id ? one.id : ALL_ZONES}
            options={[
              { id: ALL_ZONES, label: texts.zonesAll },
              ...ofPlaces.map(({ id, name }) => ({ id, label: name || id })),
            ]}
            onChange={(next) => changeView(app, { zones: next })}
          />
        )
      ) : null}
      {hasNetwork && !isWalked ? <Note>{texts.zonesNeedWalk}</Note> : null}
    </div>
  );
}
