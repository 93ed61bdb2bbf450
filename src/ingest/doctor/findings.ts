import type { Indicator } from "../../domain/indicator.ts";
import type { Issue, IssueSubject } from "../../domain/issue.ts";

/** As many of a kind and file are told one by one. */
const SINGLE = 200;
/** Places that one finding names. */
export const MOST_PLACES = 6;

/** Gathers what the checks find; of many of a kind the rest is counted. */
export class Findings {
  readonly #issues: Issue[] = [];
  readonly #told = new Map<string, number>();

  add(issue: Issue): void {
    const key = `${issue.code}\n${issue.severity}\n${issue.source}`;
    const told = this.#told.get(key) ?? 0;
    this.#told.set(key, told + 1);
    if (told < SINGLE) this.#issues.push(issue);
  }

  /** A check that would have taken too long. */
  leaveOut(source: string, check: string): void {
    this.add({ code: "check-left-out", severity: "notice", source, context: { check } });
  }

  list(): Issue[] {
    const rest = [...this.#told].flatMap(([key, told]): Issue[] => {
      const [code, severity, source] = key.split("\n") as [Issue["code"], Issue["severity"], string];
      return told > SINGLE ? [{ code, severity, source, context: { further: told - SINGLE } }] : [];
    });
    return [...this.#issues, ...rest];
  }
}

/** The title of an indicator in both languages, for the sentences. */
export function titled({ title }: Indicator): { readonly indicator: string; readonly indicatorEn: string } {
  return { indicator: title.de, indicatorEn: title.en };
}

export function aboutIndicator(indicator: Indicator): IssueSubject {
  return { on: "indicator", id: indicator.id };
}

export function aboutAreas(ids: readonly string[], level: string): IssueSubject[] {
  return ids.slice(0, MOST_PLACES).map((id) => ({ on: "sozialraum", id, level }));
}
