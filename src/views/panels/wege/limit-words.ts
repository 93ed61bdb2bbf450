import { WALK_MINUTES } from "../../../domain/walking-time.ts";
import type { distanceTexts } from "../../../i18n/distance-texts.ts";
import type { Formats } from "../../../i18n/formats.ts";
import { bandsPreset } from "../../../state/selectors/chosen-bands.ts";
import type { View } from "../../../state/view.ts";

/** The limits of the bands as they are spoken of: 417 m are „5 min (417 m)“ where times were asked for. */
export function limitWords(
  { bands, speed }: Pick<View, "bands" | "speed">,
  texts: (typeof distanceTexts)["de"],
  formats: Formats,
): string[] {
  const isTimes = bandsPreset({ bands, speed }) === "minutes";
  return bands.map((limit, band) => {
    const minutes = WALK_MINUTES[band];
    const metres = formats.metres(limit);
    return isTimes && minutes !== undefined
      ? texts.minutesAndMetres(texts.minutes(formats.count(minutes)), metres)
      : metres;
  });
}
