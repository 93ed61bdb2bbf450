import type { AgeGroup } from "../../../domain/population.ts";
import type { filterTexts } from "../../../i18n/filter-texts.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { View } from "../../../state/view.ts";

/** Each part of the filter in a few words, in the order of the panel. */
export function filterWords(
  view: View,
  groups: readonly AgeGroup[],
  texts: (typeof filterTexts)["de"],
  formats: Formats,
): string[] {
  const words: string[] = [];
  const group = groups.find(({ id }) => id === view.people);
  if (group) words.push(texts.ages(group.from, group.to));
  if (view.topic) words.push(formats.list(view.topic, "disjunction"));
  if (view.group) words.push(formats.list(view.group, "disjunction"));
  if (view.speaks)
    words.push(
      formats.list(
        view.speaks.map((code) => languageName(code, formats)),
        "disjunction",
      ),
    );
  if (view.open) words.push(texts.openText(view.open));
  if (view.wheelchair) words.push(texts.wheelchairText[view.wheelchair]);
  if (view.status) words.push(formats.list(view.status.map((status) => texts.states[status])));
  return words;
}

/** „de“ → Deutsch; what is no language code stays as the data say it. */
export function languageName(code: string, formats: Formats): string {
  if (!/^[a-z]{2,3}(-[A-Za-z]+)?$/.test(code)) return code;
  return new Intl.DisplayNames(formats.language, { type: "language" }).of(code) ?? code;
}
