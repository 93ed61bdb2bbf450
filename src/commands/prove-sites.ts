import { type ProvenSiting, proveSitesTask, unprovenSitesTask } from "../analysis/siting/siting-tasks.ts";
import type { SitesProposal } from "../state/sites-answer.ts";
import { changeAnswers } from "./answers/change-answers.ts";
import { type App, notify } from "./app.ts";
import type { BestSitesQuestion } from "./best-sites-question.ts";
import { findSites, questionOf, rememberQuestion } from "./find-sites.ts";
import { placeProposal } from "./place-proposal.ts";
import { preparedDemands } from "./prepared-demand.ts";

const proofs = new WeakMap<App, AbortController>();

/** Gives up after so many seconds with the best bound so far. */
const TIME_LIMIT_S = 300;
const CLOCK_MS = 1000;

/** The proposal that is shown, if there is one. */
function shownProposal(app: App): SitesProposal | undefined {
  const { bestSites } = app.store.getState().transient.answers;
  return bestSites && "proposal" in bestSites ? bestSites : undefined;
}

/** Proves by HiGHS that no choice is better than the shown one, or finds the better one; the page and all else go on meanwhile. */
export async function proveBestSites(app: App): Promise<void> {
  const first = shownProposal(app);
  const question = first && questionOf(first);
  if (!first || !question || first.stage === "searching") return;
  cancelProof(app);
  const proof = new AbortController();
  proofs.set(app, proof);
  const { signal } = proof;
  // Whatever is asked next, this proof is of no use any more.
  const unfollow = app.store.subscribe(({ transient: { answers } }) => {
    if (answers.sitesProof?.of !== answers.bestSites) cancelProof(app);
  });
  const started = performance.now();
  let of = first;
  const tell = (bound: number, value: number) =>
    changeAnswers(app, { sitesProof: { of, seconds: (performance.now() - started) / 1000, bound, value } });
  tell(first.proposal.bound, first.proposal.value);
  // The solver is silent for long: that it still works is told by the clock.
  const clock = setInterval(() => {
    const { sitesProof } = app.store.getState().transient.answers;
    if (sitesProof && !signal.aborted) tell(sitesProof.bound, sitesProof.value);
  }, CLOCK_MS);
  try {
    const found = await unprovenOf(app, of, question, signal);
    signal.throwIfAborted();
    if (found.of !== of) {
      of = found.of;
      changeAnswers(app, {
        bestSites: of,
        sitesProof: { of, seconds: 0, bound: of.proposal.bound, value: of.proposal.value },
      });
    }
    const { value, bound } = of.proposal;
    const isFewest = of.asked.goal === "fewest-sites";
    let proven = bound;
    // What is said on the way may arrive after the end.
    let isOver = false;
    const proved = await app.services.runner.run(
      proveSitesTask,
      { ...found.input, timeLimit: TIME_LIMIT_S },
      {
        signal,
        onProgress(progress) {
          if (isOver || signal.aborted) return;
          if (!Number.isNaN(progress.bound)) proven = tighter(isFewest, proven, progress.bound, value);
          const best = isFewest ? Math.min(value, progress.value || value) : Math.max(value, progress.value || value);
          tell(proven, best);
        },
      },
    );
    isOver = true;
    signal.throwIfAborted();
    const points = question.source === "cells" ? await pointsOf(app, question, signal) : question.source;
    signal.throwIfAborted();
    const answer = withProof(of, question, proved, points, (performance.now() - started) / 1000);
    rememberQuestion(answer, question);
    changeAnswers(app, { bestSites: answer, sitesProof: undefined });
  } catch (error) {
    if (signal.aborted) return;
    changeAnswers(app, { sitesProof: undefined });
    notify(app, "error", { key: "task-failed", what: "prove-sites", reason: String(error) });
  } finally {
    unfollow();
    clearInterval(clock);
    if (proofs.get(app) === proof) proofs.delete(app);
  }
}

/** Ends the proof; what it has proven so far stays. */
export function cancelProof(app: App): void {
  const proof = proofs.get(app);
  if (!proof) return;
  proofs.delete(app);
  proof.abort();
  const { sitesProof, bestSites } = app.store.getState().transient.answers;
  if (!sitesProof) return;
  const { of } = sitesProof;
  const isShown = bestSites === of;
  const answer: SitesProposal = {
    ...of,
    proposal: { ...of.proposal, ...bounded(of, of.proposal.value, sitesProof.bound) },
  };
  const question = questionOf(of);
  if (question) rememberQuestion(answer, question);
  changeAnswers(app, { sitesProof: undefined, ...(isShown && { bestSites: answer }) });
}

/** What the worker has left to prove; it looks for the sites again when it knows nothing of them any more. */
async function unprovenOf(app: App, of: SitesProposal, question: BestSitesQuestion, signal: AbortSignal) {
  const { runner } = app.services;
  const { value } = of.proposal;
  const known = await runner.run(unprovenSitesTask, {}, { signal });
  if (known && known.goal === of.asked.goal) {
    const margin = 1e-9 * Math.max(1, value);
    const lead = known.goal === "fewest-sites" ? known.unproven.value - value : value - known.unproven.value;
    if (Math.abs(lead) <= margin) return { input: known, of };
    // An earlier proof has found more than the search that the worker remembers: that is to be beaten now.
    if (lead > 0) return { input: { ...known, known: undefined, unproven: { ...known.unproven, value } }, of };
  }
  const again = await findSites(app, question, signal);
  const input = await runner.run(unprovenSitesTask, {}, { signal });
  if (!input || !("proposal" in again)) throw new Error("the sites to be proven are gone");
  return { input, of: again };
}

function pointsOf(app: App, question: BestSitesQuestion, signal: AbortSignal) {
  return preparedDemands(app).ask(question, signal, async ({ points }) => points);
}

/** Never looser than what was known, and never beyond the choice itself. Bounds on numbers of sites are whole. */
function tighter(isFewest: boolean, known: number, bound: number, value: number): number {
  return isFewest ? Math.min(value, Math.max(known, Math.ceil(bound - 1e-6))) : Math.max(value, Math.min(known, bound));
}

function bounded(of: SitesProposal, value: number, bound: number) {
  const isFewest = of.asked.goal === "fewest-sites";
  const gap = isFewest ? (value > 0 ? (value - bound) / value : 0) : bound > 0 ? (bound - value) / bound : 0;
  return { bound, gap, isProven: Math.abs(bound - value) <= 1e-9 * Math.max(1, value) };
}

function withProof(
  of: SitesProposal,
  question: BestSitesQuestion,
  { better, bound, nodes }: ProvenSiting,
  points: { readonly lon: Float64Array; readonly lat: Float64Array },
  seconds: number,
): SitesProposal {
  const { proposal, asked } = of;
  const value = better?.value ?? proposal.value;
  const proven = tighter(asked.goal === "fewest-sites", proposal.bound, bound, value);
  const changed = {
    ...proposal,
    ...(better && {
      sites: better.sites,
      gains: better.gains,
      value,
      ways: proposal.ways + proposal.value - value,
      lon: Float64Array.from(better.sites, (candidate) => points.lon[candidate] as number),
      lat: Float64Array.from(better.sites, (candidate) => points.lat[candidate] as number),
    }),
    ...bounded(of, value, proven),
  };
  const sites = better ? placeProposal(question, changed) : of.sites;
  return { ...of, proposal: changed, sites, proof: { seconds, nodes } };
}
