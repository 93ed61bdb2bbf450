import type { Formats } from "../../../i18n/formats.ts";
import { type SitesWords, sitingTexts } from "../../../i18n/siting-texts.ts";
import { sitesFigures } from "../../../state/selectors/sites-figures.ts";
import type { ProposedSite, SitesProposal } from "../../../state/sites-answer.ts";

type Goal = SitesProposal["asked"]["goal"];

/** People, sites, or metres. Weighted people are no whole numbers: nobody reads their fractions. */
export function goalText(goal: Goal, value: number, formats: Formats): string {
  return goal === "shortest-ways" ? formats.metres(value) : formats.count(Math.round(value));
}

/** A gain as it is read: people, or person-kilometres. */
export function gainText(goal: Goal, gain: number, formats: Formats): string {
  if (goal !== "shortest-ways") return formats.count(Math.round(gain));
  return formats.withUnit(formats.count(Math.round(gain / 1000)), sitingTexts[formats.language].personKm);
}

export function togetherText(goal: Goal, value: number, formats: Formats): string {
  return goal === "shortest-ways" ? formats.metres(value) : formats.share(value);
}

export function sitesWords(answer: SitesProposal, formats: Formats): SitesWords {
  const { value, bound, way, fromNothing } = sitesFigures(answer);
  const { goal, need } = answer.asked;
  const [valueText, boundText] = [goalText(goal, value, formats), goalText(goal, bound, formats)];
  // A gap that hides in the rounding is shown by a decimal more.
  const isHidden = goal === "shortest-ways" && valueText === boundText && !answer.proposal.isProven;
  const exact = (metres: number) => formats.withUnit(formats.fixed(metres, 1), "m");
  return {
    sites: answer.sites.length,
    value: isHidden ? exact(value) : valueText,
    bound: isHidden ? exact(bound) : boundText,
    way: formats.metres(way),
    weighted: need !== undefined,
    fromNothing,
  };
}

export function siteLabel(site: ProposedSite, index: number, formats: Formats): string {
  return site.name ?? sitingTexts[formats.language].siteName(index + 1);
}
