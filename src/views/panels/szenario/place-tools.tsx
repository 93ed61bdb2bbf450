import { MapPinPlus } from "lucide-react";
import { useState } from "react";
import { askForPlace, placeSite } from "../../../commands/place-site.ts";
import { shapesBox } from "../../../geo/shapes.ts";
import { addressTexts } from "../../../i18n/address-texts.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { coordinatesFrom, type FoundPlace, placesByText } from "../../../state/selectors/place-by-text.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Note } from "../../controls/note.tsx";
import { SeekBox } from "../../controls/seek-box.tsx";
import { useBooksOfCity, useFoundAddresses } from "../../controls/use-found-addresses.ts";
import styles from "./place-tools.module.css";

/** Half a degree around the city is still a place that somebody may mean. */
const FAR_DEGREES = 0.5;

/** Three ways to think of a place: a click on the map, the middle of the map, a coordinate or a name. */
export function PlaceTools() {
  const app = useApp();
  const language = useLanguage();
  const texts = scenarioTexts[language];
  const isPlacing = useAppState((state) => state.transient.placing === true);
  const [problem, setProblem] = useState<string>();
  const [text, setText] = useState("");
  const books = useBooksOfCity();
  const { section, state, chosen } = useFoundAddresses(text, books);

  const find = (text: string) => {
    const at = coordinatesFrom(text);
    const found: readonly FoundPlace[] = at ? [at] : placesByText(app.store.getState(), text);
    return found.map(({ lon, lat, name }) => ({
      id: `${lon} ${lat}`,
      label: name ?? `${lat}, ${lon}`,
      detail: name ? texts.atGo : undefined,
    }));
  };
  const put = (lon: number, lat: number) => {
    const level = activeLevel(app.store.getState());
    const box = level && shapesBox(level.shapes);
    const isFar =
      box !== undefined &&
      (lon < box[0] - FAR_DEGREES ||
        lon > box[2] + FAR_DEGREES ||
        lat < box[1] - FAR_DEGREES ||
        lat > box[3] + FAR_DEGREES);
    setProblem(isFar ? texts.atOutside : undefined);
    if (!isFar) placeSite(app, lon, lat, { fly: true });
  };

  return (
    <div className={styles.tools}>
      <div className={styles.row}>
        <Button
          look={isPlacing ? "plain" : "primary"}
          icon={<MapPinPlus size={16} aria-hidden />}
          onPress={() => askForPlace(app, !isPlacing)}
        >
          {isPlacing ? texts.stopPlacing : texts.place}
        </Button>
        <Button
          onPress={() => {
            const { mapCentre } = app.store.getState().transient;
            if (mapCentre) placeSite(app, mapCentre.lon, mapCentre.lat);
          }}
        >
          {texts.placeInMiddle}
        </Button>
      </div>
      {isPlacing ? <Note role="status">{texts.placing}</Note> : null}
      <div className={styles.seek}>
        <SeekBox
          label={texts.at}
          nothing={state ?? (books ? texts.atUnknown : `${texts.atUnknown} ${addressTexts[language].wouldHelp}`)}
          icon={<MapPinPlus size={16} aria-hidden />}
          find={find}
          later={section}
          onText={setText}
          onChoose={(id) => {
            const found = chosen(id);
            if (found && "goOn" in found) return found.goOn;
            if (found) return put(found.address.lon, found.address.lat);
            const [lon, lat] = id.split(" ").map(Number);
            if (lon !== undefined && lat !== undefined) put(lon, lat);
          }}
        />
        <Note>{texts.atHint}</Note>
      </div>
      {problem ? (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      ) : null}
    </div>
  );
}
