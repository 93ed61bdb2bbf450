import { coverageProvenanceTexts } from "../i18n/coverage-provenance-texts.ts";
import { filterTexts } from "../i18n/filter-texts.ts";
import { type Formats, formatsFor } from "../i18n/formats.ts";
import { scenarioTexts } from "../i18n/scenario-texts.ts";
import type { AppState } from "../state/app-state.ts";
import { activeScenario, isFiltered } from "../state/selectors/active-offers.ts";

/** Each part of the filter in a few words, in the order of the panel: for whom, and which offers count. */
export function filterWords({ view, document }: AppState): string[] {
  const texts = filterTexts[view.lang];
  const formats = formatsFor(view.lang);
  const words: string[] = [];
  const group = document.supply?.population?.groups.find(({ id }) => id === view.people);
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

/** How the distance was measured. */
export function wayWords({ view, transient }: AppState): string {
  const texts = coverageProvenanceTexts[view.lang];
  const { coverage } = transient;
  if (coverage?.way === "walk") return view.steps === "none" ? texts.walkedWithoutSteps : texts.walked;
  const detour = coverage?.coverage.settings.detour ?? 1;
  return detour === 1 ? texts.straight : `${texts.straight} × ${formatsFor(view.lang).decimal(detour, 2)}`;
}

/** What makes the answer another one than that of today, of all offers, for all: said wherever it stands alone. */
export function questionNotes(state: AppState): string[] {
  const { lang } = state.view;
  const scenario = activeScenario(state);
  const words = filterWords(state);
  return [
    ...(scenario ? [scenarioTexts[lang].active(scenario.title)] : []),
    ...(words.length > 0 ? [`${filterTexts[lang].active}: ${words.join(" · ")}`] : []),
  ];
}

/** What is true of ways along the network. */
export const WAY_RULES: readonly string[] = ["C11", "C12", "C13"];

/** Rules that every answer rests on, as long as it is asked of a what-if, of some of the offers, or for some of the people. */
export function questionRules(state: AppState): readonly string[] {
  return [
    ...(activeScenario(state) ? ["C20"] : []),
    ...(isFiltered(state.view) ? ["C21"] : []),
    ...(state.view.open ? ["C19"] : []),
  ];
}
