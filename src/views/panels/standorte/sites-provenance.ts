import { filterWords, questionRules, WAY_RULES } from "../../../commands/describe-question.ts";
import type { Localized } from "../../../domain/localized.ts";
import type { Provenance } from "../../../domain/provenance.ts";
import { coverageProvenanceTexts } from "../../../i18n/coverage-provenance-texts.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { sitingProvenanceTexts } from "../../../i18n/siting-provenance-texts.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import type { AppState } from "../../../state/app-state.ts";
import { activeScenario } from "../../../state/selectors/active-offers.ts";
import { walkedOrigins } from "../../../state/selectors/walking-network.ts";
import type { SitesAsked, SitesProposal } from "../../../state/sites-answer.ts";
import { groundWords } from "./question-words.ts";

type Texts = (typeof sitingProvenanceTexts)["de"];
const both = (pick: (texts: Texts) => string): Localized => ({
  de: pick(sitingProvenanceTexts.de),
  en: pick(sitingProvenanceTexts.en),
});

const said = {
  scenario: { de: coverageProvenanceTexts.de.scenario, en: coverageProvenanceTexts.en.scenario },
  filter: { de: coverageProvenanceTexts.de.filter, en: coverageProvenanceTexts.en.filter },
};

export type SitesFigureName = "value" | "bound" | "gap" | "gain";

/** Where a figure of the proposal comes from, and how sure it is. */
export function sitesProvenance(state: AppState, answer: SitesProposal, figure: SitesFigureName): Provenance {
  const { document, view, transient } = state;
  const { supply, records, map } = document;
  const { asked, proposal, proof } = answer;
  const { goal, need } = asked;
  const formats = formatsFor(view.lang);
  const texts = sitingProvenanceTexts[view.lang];
  const level = map?.levels.find(({ id }) => id === asked.levelId);
  const input = (pick: (texts: Texts) => string, value: string) => ({
    label: both(pick),
    value,
  });
  const indicator = records?.indicators.find(({ id }) => id === need?.indicator);
  const period =
    need &&
    (need.from === need.to ? formats.period(need.to) : `${formats.period(need.from)} – ${formats.period(need.to)}`);
  const filter = filterWords(state);
  const scenario = activeScenario(state);
  const points = transient.coverage?.coverage.city;
  const isWalked = asked.way !== "straight";
  const isBound = figure === "bound" || figure === "gap";
  return {
    title: figure === "value" ? both((t) => t.value[goal]) : both((t) => t[figure]),
    formula: isBound
      ? both(({ boundFormula }) =>
          proof ? boundFormula.solver : goal === "fewest-sites" ? boundFormula.cover : boundFormula.search,
        )
      : figure === "gain"
        ? both((t) => t.gainFormula)
        : both((t) => t.formulas[goal]),
    rules: ["C22", "C23", "C3", ...(isWalked ? ["C24", ...WAY_RULES] : []), ...questionRules(state)],
    inputs: [
      input((t) => t.goal, sitingQuestionTexts[view.lang].goals[goal]),
      input((t) => t.sites, formats.count(answer.sites.length)),
      input(
        (t) => t.candidates,
        `${formats.count(proposal.candidates)} (${sitingQuestionTexts[view.lang].sources[asked.source]})`,
      ),
      input((t) => t.where, groundWords(view, formats).join(", ")),
      input((t) => t.fixed, formats.count(asked.fixed)),
      ...(goal === "shortest-ways" ? [] : [input((t) => t.reach, formats.metres(asked.reach))]),
      input((t) => t.distance, distanceWords(asked, view.lang)),
      ...(indicator && period ? [input((t) => t.need, texts.needPeriod(indicator.title[view.lang], period))] : []),
      ...(scenario ? [{ label: said.scenario, value: scenario.title }] : []),
      ...(filter.length > 0 ? [{ label: said.filter, value: filter.join(" · ") }] : []),
      input((t) => t.method, proof ? texts.proof : goal === "fewest-sites" ? texts.searchFewest : texts.search),
      input((t) => t.total, formats.count(Math.round(proposal.total))),
    ],
    n: points?.cells ?? 0,
    missing: points?.missing ?? 0,
    suppressed: points?.suppressed ?? 0,
    origins: [
      ...(supply?.population ? [supply.population.origin] : []),
      ...(supply?.anlaufpunkteOrigins ?? []),
      ...(isWalked ? walkedOrigins(state) : []),
      ...(level ? [level.origin] : []),
      ...(need ? (records?.observationOrigins ?? []) : []),
    ],
    notes: [...(proposal.isProven ? [] : [both((t) => t.heuristicNote)]), ...(need ? [both((t) => t.needNote)] : [])],
  };
}

function distanceWords({ way, detour }: SitesAsked, lang: AppState["view"]["lang"]): string {
  const texts = coverageProvenanceTexts[lang];
  if (way === "straight")
    return detour === 1 ? texts.straight : `${texts.straight} × ${formatsFor(lang).decimal(detour, 2)}`;
  return way === "walk" ? texts.walked : texts.walkedWithoutSteps;
}
