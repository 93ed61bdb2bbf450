import { provisionTexts } from "../i18n/provision-texts.ts";
import { versorgungTexts } from "../i18n/versorgung-texts.ts";
import type { View } from "../state/view.ts";

/** The measure that the coverage map shows; undefined for the status itself. */
export function mapMeasure({ panel, supply, metric, lang }: View, language = lang): string | undefined {
  if (panel === "provision") return provisionTexts[language].methods[supply].title;
  return metric === "status" ? undefined : versorgungTexts[language].metrics[metric];
}
