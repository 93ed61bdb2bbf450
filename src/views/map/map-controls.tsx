import { Maximize, Minus, Plus } from "lucide-react";
import type { Language } from "../../domain/localized.ts";
import { mapTexts } from "../../i18n/map-texts.ts";
import styles from "./city-map.module.css";

/** Zoom and the way home, as plain buttons. */
export function MapControls(props: {
  readonly language: Language;
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onHome?: (() => void) | undefined;
}) {
  const texts = mapTexts[props.language];
  const button = (label: string, Icon: typeof Plus, onClick: () => void) => (
    <button type="button" className={styles.control} aria-label={label} title={label} onClick={onClick}>
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: three buttons of one map are a group, not a fieldset of a form.
    <div role="group" aria-label={texts.controls} className={styles.controls}>
      {button(texts.zoomIn, Plus, props.onZoomIn)}
      {button(texts.zoomOut, Minus, props.onZoomOut)}
      {props.onHome && button(texts.wholeCity, Maximize, props.onHome)}
    </div>
  );
}
