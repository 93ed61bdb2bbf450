import type { Formats } from "../../../i18n/formats.ts";
import { sitingTexts } from "../../../i18n/siting-texts.ts";
import type { View } from "../../../state/view.ts";

/** In which area sites may stand, in a few words. */
export function groundWords(view: View, formats: Formats): string[] {
  const { summary } = sitingTexts[formats.language];
  const { where } = view.sites;
  const words = [where === "areas" ? summary.areas(formats.count(view.within?.length ?? 0)) : summary[where]];
  if (view.without) words.push(summary.without(formats.count(view.without.length)));
  return words;
}
