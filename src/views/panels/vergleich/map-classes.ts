import type { Language } from "../../../domain/localized.ts";
import type { MissingReason } from "../../../domain/measured.ts";
import { missingTexts } from "../../../i18n/value-text.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import type { IndicatorRow } from "../../../state/selectors/indicator-rows.ts";
import type { AreaClass } from "../../map/map-scene.ts";
import { BLANK_COLOUR, categoryColours, classColours, MISSING_COLOUR } from "./class-colours.ts";
import { classLabels } from "./class-labels.ts";

/** Why an area has no value, as a pattern: hatched, dotted, crossed. */
const REASONS: readonly { readonly reason: MissingReason; readonly pattern: AreaClass["pattern"] }[] = [
  { reason: "not-stated", pattern: "hatch" },
  { reason: "suppressed", pattern: "dots" },
  { reason: "not-applicable", pattern: "cross" },
];

/** The classes of the map: those of the values, then one for each reason why there is none. */
export function mapClasses(
  map: IndicatorMap,
  rows: readonly IndicatorRow[],
  language: Language,
): { classes: AreaClass[]; areaClass: Uint8Array } {
  const values = valueClasses(map, rows, language);
  const reasons = REASONS.map(({ reason, pattern }) => ({
    key: reason,
    colour: MISSING_COLOUR,
    pattern,
    label: missingTexts[language][reason],
    count: rows.filter((row, index) => reasonOf(map, row, index) === reason).length,
  }));
  const areaClass = Uint8Array.from(rows, (row, index) => {
    const reason = reasonOf(map, row, index);
    if (reason !== undefined) return values.length + REASONS.findIndex((one) => one.reason === reason);
    return map.form === "circles" ? 0 : (map.classes[index] as number);
  });
  return { classes: [...values, ...reasons], areaClass };
}

/** Undefined where the area has a value; a count that cannot be related to residents counts as not stated. */
function reasonOf(map: IndicatorMap, row: IndicatorRow, index: number): MissingReason | undefined {
  if (map.form === "circles" ? row.shown !== undefined : (map.classes[index] as number) < 255) return undefined;
  const { status } = row.resolved;
  return status === "ok" || status === "estimated" ? "not-stated" : status;
}

function valueClasses(map: IndicatorMap, rows: readonly IndicatorRow[], language: Language): AreaClass[] {
  if (map.form === "circles") {
    const count = rows.filter((row) => row.shown !== undefined).length;
    return [
      { key: "value", colour: BLANK_COLOUR, pattern: "none", label: vergleichTexts[language].legendBlank, count },
    ];
  }
  if (map.form === "categories") {
    const ordered = map.categories.every((category) => !Number.isNaN(Number(category)));
    const colours = categoryColours(map.categories.length, ordered);
    return map.categories.map((category, i) => ({
      key: `category ${category}`,
      colour: colours[i] as string,
      pattern: "none",
      label: category,
      count: map.counts[i] ?? 0,
    }));
  }
  if (!map.breaks) return [];
  const labels = classLabels(map.breaks, language);
  const colours = classColours(labels.length);
  return labels.map((label, i) => ({
    key: `class ${i}`,
    colour: colours[i] as string,
    pattern: "none",
    label,
    count: map.counts[i] ?? 0,
  }));
}
