import { changeView } from "../../../commands/change-view.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { ALL_ZONES } from "../../../state/view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import styles from "./map-choice.module.css";

/** What the map shows of distances: whole Sozialräume, the homes in their bands, or the land within a walk. */
export function MapChoice() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const cells = useAppState((state) => state.view.cells);
  const zones = useAppState((state) => state.view.zones);
  const bands = useAppState((state) => state.view.bands);
  const hasNetwork = useAppState((state) => state.document.records?.network !== undefined);
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
      <p className={styles.note}>
        {shown === "areas" ? texts.mapNotes.areas(formats.metres(bands.at(-1) ?? 0)) : texts.mapNotes[shown]}
      </p>
      {shown === "zones" ? (
        <>
          <Choice
            label={texts.zonesOf}
            value={one && zones === one.id ? one.id : ALL_ZONES}
            options={[
              { id: ALL_ZONES, label: texts.zonesAll },
              ...ofPlaces.map(({ id, name }) => ({ id, label: name || id })),
            ]}
            onChange={(next) => changeView(app, { zones: next })}
          />
          {ofPlaces.length === 0 ? <p className={styles.note}>{texts.zonesPick}</p> : null}
        </>
      ) : null}
      {hasNetwork && !isWalked ? <p className={styles.note}>{texts.zonesNeedWalk}</p> : null}
    </div>
  );
}
