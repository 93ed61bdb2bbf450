import type { LegendEntry } from "../../../domain/legend.ts";
import type { distanceTexts } from "../../../i18n/distance-texts.ts";
import type { BandCounts } from "../../../state/selectors/band-rows.ts";
import { BEYOND_FILL, bandFills, NO_PLACE_FILL, UNKNOWN_FILL } from "./band-colours.ts";

/** A part of the residents: one of the bands, or what lies beyond them. */
export interface BandPart extends LegendEntry {
  readonly count: number;
  /** Where it is one of the bands. */
  readonly limit?: number | undefined;
}

/** From near to far, with the limits in words; what nobody falls into is left out behind the bands. */
export function bandParts(
  counts: BandCounts,
  limits: readonly number[],
  words: readonly string[],
  texts: (typeof distanceTexts)["de"],
): BandPart[] {
  const fills = bandFills(limits.length);
  const within = limits.map((limit, band) => ({
    key: `band-${band}`,
    ...(fills[band] ?? BEYOND_FILL),
    label: texts.upTo(words[band] ?? ""),
    count: counts.bands[band] ?? 0,
    limit,
  }));
  const last = words.at(-1) ?? "";
  const behind = [
    { key: "beyond", ...BEYOND_FILL, label: texts.beyond(last), count: counts.beyond },
    { key: "no-place", ...NO_PLACE_FILL, label: texts.noPlace, count: counts.noPlace },
    { key: "unknown", ...UNKNOWN_FILL, label: texts.unknown, count: counts.unknown },
  ];
  return [...within, ...behind.filter(({ count }) => count > 0)];
}
