import type { Highs } from "highs";
import { type Benefits, type ChosenSites, candidatesOf } from "../../../src/analysis/siting/benefits.ts";
import { proveSites } from "../../../src/analysis/siting/exact/prove-sites.ts";
import { unprovenPart } from "../../../src/analysis/siting/exact/unproven-sites.ts";
import { SiteSearch } from "../../../src/analysis/siting/site-search.ts";

/** The exact answer as the worker gets it: search, reduce to what is open, prove; sites as columns of the benefits. */
export function proven(highs: Highs, benefits: Benefits, sites: number): ChosenSites & { bound: number } {
  const search = new SiteSearch(benefits, { sites, restarts: 0 });
  const { answer } = search;
  const unproven = unprovenPart(benefits, search.open);
  const proof = proveSites(highs, { sites, benefits: unproven.benefits, value: answer.value, bound: answer.bound });
  if (!proof.isProven) throw new Error(`not proven: ${proof.bound}`);
  const { better } = proof;
  return better
    ? { ...better, sites: better.sites.map((c) => unproven.column[c] as number), bound: proof.bound }
    : { ...answer, bound: proof.bound };
}

/** The same by the solver alone: nothing is reduced, nothing is known before. */
export function provenBySolverAlone(highs: Highs, benefits: Benefits, sites: number): ChosenSites {
  if (candidatesOf(benefits) === 0) return { sites: [], gains: [], value: 0 };
  const proof = proveSites(highs, { sites, benefits, value: 0, bound: Infinity });
  return proof.better ?? { sites: [], gains: [], value: 0 };
}
