import { interpolateOrRd } from "d3-scale-chromatic";
import type { distanceTexts } from "../../../i18n/distance-texts.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { BandRow } from "../../../state/selectors/band-rows.ts";
import type { AreaClass } from "../../map/map-scene.ts";

/** Shares up to which a class reaches, the first one exactly; own choice, the same for every city, so that cities can be compared. */
const UP_TO = [0, 0.1, 0.25, 0.5, 0.75, 1] as const;

/** Sozialräume by the share of people who have it farther than the last band. */
export function beyondClasses(
  rows: readonly BandRow[],
  texts: (typeof distanceTexts)["de"],
  formats: Formats,
): { readonly classes: readonly AreaClass[]; readonly areaClass: Uint8Array } {
  const areaClass = Uint8Array.from(rows, ({ beyondShare: share }) =>
    share === undefined ? UP_TO.length : UP_TO.findIndex((limit) => share <= limit),
  );
  const per = (share: number) => formats.withUnit(formats.decimal(share * 100), "%");
  const count = (index: number) => areaClass.reduce((sum, one) => sum + (one === index ? 1 : 0), 0);
  const classes = UP_TO.map((limit, index): AreaClass => {
    const from = UP_TO[index - 1];
    const label =
      from === undefined
        ? texts.none
        : from === 0
          ? texts.shareUpTo(per(limit))
          : texts.shareFromTo(per(from), per(limit));
    const colour = index === 0 ? "#e3efec" : interpolateOrRd(0.12 + (0.72 * index) / (UP_TO.length - 1));
    return { key: `beyond-${index}`, colour, pattern: "none", label, count: count(index) };
  });
  classes.push({
    key: "missing",
    colour: "#dde2e4",
    pattern: "hatch",
    label: texts.notKnown,
    count: count(UP_TO.length),
  });
  return { classes, areaClass };
}
