import type { LegendEntry } from "../../../domain/legend.ts";
import type { distanceTexts } from "../../../i18n/distance-texts.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { BandCounts } from "../../../state/selectors/band-rows.ts";
import { BEYOND_FILL, bandFills, NO_PLACE_FILL, UNKNOWN_FILL } from "./band-colours.ts";

/** A part of the residents: one of the bands, or what lies beyond them. */
export interface BandPart extends LegendEntry {
  readonly count: number;
  /** Where it is one of the bands. */
  readonly limit?: number | undefined;
}

/** From near to far; what nobody falls into is left out behind the bands. */
export function bandParts(
  counts: BandCounts,
  limits: readonly number[],
  texts: (typeof distanceTexts)["de"],
  formats: Formats,
): BandPart[] {
  const fills = bandFills(limits.length);
  const within = limits.map((limit, band) => ({
    key: `band-${band}`,
    ...(fills[band] ?? BEYOND_FILL),
    label: texts.upTo(formats.metres(limit)),
    count: counts.bands[band] ?? 0,
    limit,
  }));
  const last = formats.metres(limits.at(-1) ?? 0);
  const behind = [
    { key: "beyond", ...BEYOND_FILL, label: texts.beyond(last), count: counts.beyond },
    { key: "no-place", ...NO_PLACE_FILL, label: texts.noPlace, count: counts.noPlace },
    { key: "unknown", ...UNKNOWN_FILL, label: texts.unknown, count: counts.unknown },
  ];
  return [...within, ...behind.filter(({ count }) => count > 0)];
}
