import type { Indicator } from "../../domain/indicator.ts";
import type { IndicatorMatrix, PeriodValues } from "../../domain/indicator-matrix.ts";
import { isKnown } from "../../domain/measured.ts";
import type { AreaResidents, IndicatorForm, ShownPeriod } from "../indicator-map.ts";

/** Counts are related to this many residents. */
const PER_RESIDENTS = 1000;

export function indicatorForm(indicator: Indicator, perResidents: boolean): IndicatorForm {
  if (indicator.kind === "class") return "categories";
  if (indicator.kind !== "count") return "fills";
  return perResidents ? "per-residents" : "circles";
}

/** Every period as it is shown. Values that are missing or secret are NaN, never 0. */
export function shownPeriods(matrix: IndicatorMatrix, form: IndicatorForm, residents?: AreaResidents): ShownPeriod[] {
  return matrix.periods.map((period) =>
    form === "per-residents" && residents ? related(period, residents.values) : asPublished(period),
  );
}

function asPublished({ period, areas, city }: PeriodValues): ShownPeriod {
  const reference = isKnown(city.value) ? city.value : city.median?.value;
  return {
    period,
    areas: Float64Array.from(areas, ({ value }) => (isKnown(value) ? value : Number.NaN)),
    reference: isKnown(reference) ? reference : undefined,
  };
}

/** The city's figure is Σ count ÷ Σ residents over the areas in which both are known – not the mean of the areas' figures. */
function related({ period, areas }: PeriodValues, residents: Float64Array): ShownPeriod {
  let count = 0;
  let people = 0;
  const shown = Float64Array.from(areas, ({ value }, index) => {
    const here = residents[index] as number;
    if (!isKnown(value) || !(here > 0)) return Number.NaN;
    count += value;
    people += here;
    return (value / here) * PER_RESIDENTS;
  });
  return { period, areas: shown, reference: people > 0 ? (count / people) * PER_RESIDENTS : undefined };
}
