import type { Formats } from "../../../i18n/formats.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import type { View } from "../../../state/view.ts";

/** In which area sites may stand, in a few words. */
export function groundWords(view: View, formats: Formats): string[] {
  const { summary } = sitingQuestionTexts[formats.language];
  const { where } = view.sites;
  const words = [where === "areas" ? summary.areas(view.within?.length ?? 0, formats) : summary[where]];
  if (view.without) words.push(summary.without(view.without.length, formats));
  return words;
}
