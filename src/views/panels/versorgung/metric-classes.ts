import { interpolateGnBu, interpolateOrRd } from "d3-scale-chromatic";
import type { Formats } from "../../../i18n/formats.ts";
import type { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import type { CoverageClasses } from "../../../state/answers.ts";
import type { CoverageMetric } from "../../../state/view.ts";
import type { AreaClass } from "../../map/map-scene.ts";

/** The index that the kernel gives to an area without a value. */
const NO_CLASS = 255;

/** What calls for help grows darker in the warm scale; what is there, in the cool one. Both are ColorBrewer's, safe for all eyes. */
const WARM: ReadonlySet<CoverageMetric> = new Set(["residents_unreached", "nearest_median_m", "nearest_p90_m"]);

export interface MetricFills {
  readonly classes: readonly AreaClass[];
  readonly areaClass: Uint8Array;
  readonly notes: readonly string[];
}

/** Fills for a measure of the coverage table. */
export function metricClasses(
  answer: CoverageClasses,
  texts: (typeof versorgungTexts)["de"],
  formats: Formats,
): MetricFills {
  const { metric, breaks, counts } = answer;
  const colour = WARM.has(metric) ? interpolateOrRd : interpolateGnBu;
  const format = (value: number) => {
    if (metric === "reached_share") return formats.withUnit(formats.decimal(100 * value), "%");
    if (metric === "per_10000") return formats.decimal(value, 1);
    return metric.startsWith("nearest") ? formats.metres(value) : formats.count(value);
  };
  const edges = breaks ? [breaks.least, ...breaks.breaks, breaks.most] : [];
  const steps = Math.max(0, edges.length - 1);
  const classes = Array.from({ length: steps }, (_, index): AreaClass => {
    const [from, to] = [edges[index] as number, edges[index + 1] as number];
    const isLast = index === steps - 1;
    return {
      key: `class-${index}`,
      colour: colour(steps === 1 ? 0.5 : 0.16 + (0.74 * index) / (steps - 1)),
      pattern: "none",
      label: isLast ? texts.legendFromTo(format(from), format(to)) : texts.legendFromBelow(format(from), format(to)),
      count: counts[index] ?? 0,
    };
  });
  const missing = answer.classes.reduce((n, index) => (index === NO_CLASS ? n + 1 : n), 0);
  classes.push({ key: "missing", colour: "#dde2e4", pattern: "hatch", label: texts.notKnown, count: missing });
  return {
    classes,
    areaClass: answer.classes.map((index) => (index === NO_CLASS ? steps : index)),
    notes: breaks ? [texts.classNote(texts.methods[breaks.method], formats.count(steps))] : [],
  };
}
