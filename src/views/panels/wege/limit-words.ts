import { WALK_MINUTES } from "../../../domain/walking-time.ts";
import type { distanceTexts } from "../../../i18n/distance-texts.ts";
import type { Formats } from "../../../i18n/formats.ts";
import { bandsPreset } from "../../../state/selectors/chosen-bands.ts";
import type { View } from "../../../state/view.ts";

/** The limits of the bands as they are spoken of: 417 m are „5 min (417 m)“ where times were asked for, „5 min“ where room is scarce. */
export function limitWords(
  { bands, speed }: Pick<View, "bands" | "speed">,
  texts: (typeof distanceTexts)["de"],
  formats: Formats,
  isShort = false,
): string[] {
  const isTimes = bandsPreset({ bands, speed }) === "minutes";
  return bands.map((limit, band) => {
    const minutes = WALK_MINUTES[band];
    const metres = formats.metres(limit);
    if (!isTimes || minutes === undefined) return metres;
    const time = texts.minutes(formats.count(minutes));
    return isShort ? time : texts.minutesAndMetres(time, metres);
  });
}
