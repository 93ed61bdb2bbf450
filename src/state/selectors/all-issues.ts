import type { Issue } from "../../domain/issue.ts";
import type { AppState } from "../app-state.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import { activeLevel } from "./active-level.ts";

const found = new WeakMap<readonly Issue[], WeakMap<CoverageAnswer, readonly Issue[]>>();

/** What reading noticed, and what measuring noticed beside it. The same list for the same data and measurement. */
export function allIssues(state: AppState): readonly Issue[] {
  const { issues } = state.document;
  const answer = state.transient.coverage;
  if (!answer || answer.levelId !== activeLevel(state)?.id) return issues;
  const byAnswer = found.get(issues) ?? new WeakMap<CoverageAnswer, readonly Issue[]>();
  found.set(issues, byAnswer);
  let all = byAnswer.get(answer);
  if (!all) {
    all = [...issues, ...measuredIssues(state, answer)];
    byAnswer.set(answer, all);
  }
  return all;
}

function measuredIssues(state: AppState, { coverage }: CoverageAnswer): Issue[] {
  const { supply, map } = state.document;
  const level = activeLevel(state);
  const { city, outside } = coverage;
  const issues: Issue[] = [];
  const say = (code: Issue["code"], severity: Issue["severity"], source: string, context: Issue["context"]) =>
    issues.push({ code, severity, source, context });
  if (outside.cells > 0) {
    const source = supply?.population?.origin.title ?? "";
    say("population-outside", "notice", source, { cells: outside.cells, residents: Math.round(outside.residents) });
  }
  if (city.anlaufpunkteOutside > 0) {
    const source = supply?.anlaufpunkteOrigins.map((origin) => origin.title).join(", ") ?? "";
    say("anlaufpunkte-outside", "notice", source, { places: city.anlaufpunkteOutside });
  }
  const areas = level?.origin.title ?? map?.info.title ?? "";
  if (city.estimatedAreas > 0) say("area-estimated", "warning", areas, { sozialraeume: city.estimatedAreas });
  if (city.areas.unknown > 0 && supply?.population) {
    say("sozialraeume-without-population", "notice", areas, { sozialraeume: city.areas.unknown });
  }
  return issues;
}
