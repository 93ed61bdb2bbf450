import type { CityForData } from "../../../domain/data-draft.ts";
import type { Language } from "../../../domain/localized.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { contentTexts } from "../../../i18n/content-texts.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { openQuestions } from "../../../state/selectors/adding-questions.ts";
import { crsWords } from "./clue-sentence.ts";

/** A file in one sentence: „195 Zeilen · Werte je Sozialraum (Planungsräume) · 2 Merkmale · 3 Fragen offen“. */
export function fileSentence(file: AddingFile, city: CityForData, language: Language): string {
  const texts = addingTexts[language];
  const contentWords = contentTexts[language];
  const { count } = formatsFor(language);
  if (file.state === "inspecting") return texts.looking;
  if (file.state === "failed") return texts.failed(file.failure ?? "");
  const { draft, preview, inspection } = file;
  if (!draft) return texts.unreadable;
  const keys = draft.anlaufpunkt;
  const parts: string[] = [];
  if (preview) {
    const isMore = preview.beginning?.isOfKnown === false;
    parts.push((isMore ? texts.moreRows : texts.rows)(count(preview.rowCount), preview.rowCount === 1));
  }
  const level = city.levels.find((one) => one.level === keys.level)?.title;
  parts.push(keys.role === "observations" && level ? texts.perArea(level) : contentWords.roles[keys.role]);
  const indicators = new Set(
    Object.values(keys.values ?? {}).map((spec) =>
      typeof spec === "string" ? spec : (spec as { readonly indicator?: string }).indicator,
    ),
  ).size;
  if (keys.role === "observations" && indicators > 0)
    parts.push(texts.indicatorCount(count(indicators), indicators === 1));
  const crs = keys.crs ?? inspection?.clues.find(({ key }) => key === "crs")?.value;
  if (crs) parts.push(crsWords(crs, language).replace(/ \(.*$/, ""));
  parts.push(questionWords(file, city, language));
  return parts.join(" · ");
}

/** „3 Fragen offen“; of a file that cannot be asked, why. */
export function questionWords(file: AddingFile, city: CityForData, language: Language): string {
  const texts = addingTexts[language];
  if (file.state === "inspecting") return texts.lookingShort;
  if (file.state === "failed" || !file.draft) return texts.unreadableShort;
  const open = openQuestions(file, city).length;
  return open === 0 ? texts.noQuestions : texts.questions(formatsFor(language).count(open), open === 1);
}
