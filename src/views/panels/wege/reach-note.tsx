import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { asksForWalking } from "../../../state/selectors/walking-network.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Note } from "../../controls/note.tsx";

/** What the reach means: how it is measured, and how long somebody walks. */
export function ReachNote() {
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const { reach, speed, detour } = useAppState((state) => state.view);
  const isWalked = useAppState(asksForWalking);
  const line = detour === 1 ? texts.ways.straight : texts.straightTimes(formats.decimal(detour, 2));
  const minutes = formats.count(Math.round((reach * 60) / (speed * 1000)));
  return <Note>{texts.reachNote(isWalked ? texts.ways.walk : line, minutes, texts.kmh(formats.count(speed)))}</Note>;
}
