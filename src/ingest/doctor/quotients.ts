import type { Examined } from "./examined.ts";
import { aboutAreas, aboutIndicator, type Findings, titled } from "./findings.ts";
import { decimalsOf, type Observed } from "./observed.ts";

/** Numerator and denominator are often counted at dates some weeks apart. */
const TOLERANCE = 0.01;

/** Stated shares and rates against numerator by denominator, where the package has all three for the same time. */
export function examineQuotients(
  { indicators }: Pick<Examined, "indicators">,
  observed: Observed,
  findings: Findings,
): void {
  for (const cut of observed.cuts) {
    const indicator = indicators.get(cut.indicator);
    if (indicator?.numerator === undefined || indicator.denominator === undefined) continue;
    const above = observed.cut(cut.level, indicator.numerator, cut.period);
    const below = observed.cut(cut.level, indicator.denominator, cut.period);
    if (!above || !below) continue;
    const per = indicator.per ?? (indicator.kind === "share" && indicator.unit?.de === "%" ? 100 : 1);
    let compared = 0;
    const apart = [...cut.at].flatMap(([id, index]) => {
      const stated = observed.valueOf(index);
      const made = (per * observed.valueOf(above.at.get(id) ?? -1)) / observed.valueOf(below.at.get(id) ?? -1);
      if (!Number.isFinite(stated) || !Number.isFinite(made)) return [];
      compared++;
      const rounding = 0.51 * 10 ** -decimalsOf(stated);
      const difference = Math.abs(stated - made);
      return difference > Math.max(rounding, TOLERANCE * Math.abs(made))
        ? [{ id, index, stated, made, difference }]
        : [];
    });
    apart.sort((a, b) => b.difference - a.difference);
    const largest = apart[0];
    if (!largest) continue;
    findings.add({
      code: "quotient-differs",
      severity: "warning",
      ...observed.placeOf(largest.index),
      context: {
        ...titled(indicator),
        period: cut.period,
        areas: apart.length,
        of: compared,
        stated: largest.stated,
        made: Math.round(largest.made * 100) / 100,
      },
      about: [
        ...aboutAreas(
          apart.map(({ id }) => id),
          cut.level,
        ),
        aboutIndicator(indicator),
      ],
    });
  }
}
