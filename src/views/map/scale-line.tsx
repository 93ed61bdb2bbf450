import { memo } from "react";
import type { Language } from "../../domain/localized.ts";
import { formatsFor } from "../../i18n/formats.ts";
import { mapTexts } from "../../i18n/map-texts.ts";
import styles from "./city-map.module.css";
import { metresPerPixel, scaleBar, scaleBarText } from "./ground-scale.ts";
import type { MapView } from "./map-camera.ts";

const ROOM = 110;

interface ScaleLineProps {
  readonly view: MapView;
  readonly language: Language;
  readonly scale: number;
}

/** Scale bar for the middle of the map. */
export const ScaleLine = memo(function ScaleLine({ view, language, scale }: ScaleLineProps) {
  const { metres, width } = scaleBar(metresPerPixel(view.zoom, view.lat), ROOM * scale);
  const text = scaleBarText(metres, formatsFor(language));
  return (
    <div className={styles.scale} role="img" aria-label={mapTexts[language].scale(text)}>
      <span style={{ fontSize: `${scale}em` }}>{text}</span>
      <span className={styles.scaleBar} style={{ width }} />
    </div>
  );
});
