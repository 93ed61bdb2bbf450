import type { ResolvedValue } from "../../../domain/indicator-result.ts";
import type { Language } from "../../../domain/localized.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";

/** How a value came about, where that is not plain: computed, added, estimated, incomplete. Empty for a published one. */
export function valueNote(value: ResolvedValue, language: Language): string {
  const texts = vergleichTexts[language];
  const formats = formatsFor(language);
  return [
    value.how === "computed" || value.how === "added" ? texts.how[value.how] : "",
    value.status === "estimated" ? texts.estimated : "",
    value.incomplete ? texts.incomplete(formats.count(value.missing), formats.count(value.suppressed)) : "",
  ]
    .filter(Boolean)
    .join(", ");
}
