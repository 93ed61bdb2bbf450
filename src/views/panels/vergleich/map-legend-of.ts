import type { Legend, LegendCircle } from "../../../domain/legend.ts";
import type { Language } from "../../../domain/localized.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import { fillOnPaper } from "../../map/fill-on-paper.ts";
import type { AreaClass } from "../../map/map-scene.ts";
import { CIRCLE_COLOUR } from "./class-colours.ts";
import { shownNumber, shownUnit } from "./shown-text.ts";

const LARGEST_CIRCLE = 22;

/** The legend of the comparison: what the fills mean, how the classes were made, and for which years they hold. */
export function legendOf(map: IndicatorMap, classes: readonly AreaClass[], language: Language): Legend {
  const formats = formatsFor(language);
  const period = map.periods[map.at]?.period ?? "";
  const entries = classes
    // Empty classes of values say something, reasons that do not occur say nothing.
    .filter((entry) => entry.count > 0 || /^(class|category) /.test(entry.key))
    .filter((entry) => map.form !== "circles" || entry.key !== "value")
    .map(({ key, colour, pattern, label, count }) => ({ key, colour: fillOnPaper(colour), pattern, label, count }));
  return {
    title: `${map.indicator.title[language]}, ${formats.period(period)}`,
    unit: shownUnit(map, language),
    entries,
    circles:
      map.form === "circles"
        ? { colour: CIRCLE_COLOUR, largest: LARGEST_CIRCLE, steps: circleSteps(map, language) }
        : undefined,
    marks: [],
    notes: notesOf(map, language),
  };
}

/** A round number near the largest value, a quarter and a sixteenth of it: half and a quarter of the radius. */
function circleSteps(map: IndicatorMap, language: Language): LegendCircle[] {
  if (!(map.largest > 0)) return [];
  const step = 10 ** Math.floor(Math.log10(map.largest));
  const top = Math.max(1, Math.floor(map.largest / step) * step);
  const values = [...new Set([top, Math.round(top / 4), Math.round(top / 16)])].filter((value) => value > 0);
  return values.map((value) => ({
    label: shownNumber(map, value, language),
    radius: LARGEST_CIRCLE * Math.sqrt(value / map.largest),
  }));
}

function notesOf(map: IndicatorMap, language: Language): string[] {
  const texts = vergleichTexts[language];
  const formats = formatsFor(language);
  if (map.form === "categories") return [texts.legendCategories];
  const notes: string[] = [];
  if (map.form === "circles") notes.push(texts.legendCircles);
  if (map.breaks) {
    const made = map.breaks.breaks.length + 1;
    const parts = [texts.legendMethod[map.breaks.method](formats.count(made))];
    if (made < map.breaks.wanted) parts.push(texts.legendFewer(formats.count(map.breaks.wanted)));
    if (map.goodness !== undefined) parts.push(texts.legendGoodness(formats.decimal(map.goodness, 2)));
    notes.push(parts.join(" · "));
    const first = map.periods[0]?.period;
    const last = map.periods.at(-1)?.period;
    if (first !== undefined && last !== undefined && first !== last) {
      notes.push(texts.legendSameClasses(formats.period(first), formats.period(last)));
    }
  }
  if (map.form === "per-residents" && map.residents) notes.push(texts.legendResidents[map.residents.basis]);
  return notes;
}
