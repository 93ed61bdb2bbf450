import type { Issue, IssueCode, IssueSeverity, IssueSubject } from "../domain/issue.ts";

/** As many issues of one kind and column are told one by one; the rest becomes a number. */
const SINGLE_ISSUES = 20;

const SEVERITIES: Partial<Record<IssueCode, IssueSeverity>> = {
  "encoding-guessed": "notice",
  "encoding-mixed": "notice",
  "merged-number": "warning",
  "file-incomplete": "warning",
  "file-of-one-page": "warning",
  "file-part-missing": "warning",
  "crs-approximate": "notice",
  "name-missing": "notice",
  "resource-empty": "notice",
  "resource-unused": "notice",
  "extract-ways-cut": "notice",
  "geometry-repaired": "notice",
  "column-duplicate": "warning",
  "column-not-numbers": "warning",
  "keys-rounded": "warning",
  "areas-across": "warning",
  "text-garbled": "warning",
  "value-code-undeclared": "warning",
  "value-despite-status": "warning",
  "id-unknown": "warning",
  "value-not-allowed": "warning",
  "address-approximate": "notice",
  "address-unreadable": "warning",
};

export interface IssueDetails {
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly severity?: IssueSeverity | undefined;
  readonly context?: Readonly<Record<string, string | number>> | undefined;
  /** Where no row can be asked for it. */
  readonly about?: IssueSubject | undefined;
}

interface Tally {
  told: number;
  further: number;
  severity: IssueSeverity;
  column: string | undefined;
}

type Draft = { -readonly [K in keyof Issue]: Issue[K] };

/**
 * Gathers the issues of one file. A file with 30,000 equal mistakes must not yield 30,000 issues: at most 20 are told per code and
 * column; one more with `context.further` counts the rest.
 */
export class IssueLog {
  readonly #source: string;
  readonly #issues: Draft[] = [];
  readonly #tallies = new Map<string, Tally>();
  readonly #byValue = new Map<string, Draft>();
  #subjectOf: ((line: number) => IssueSubject | undefined) | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  get source(): string {
    return this.#source;
  }

  /** An issue of its own: its place matters. */
  add(code: IssueCode, details: IssueDetails = {}): void {
    this.#tell(code, details);
  }

  /**
   * An issue that a value brings with it wherever it stands (a code that nobody declared, an unknown id): told once per value, with
   * its first row and, in `context.times`, how many rows have it.
   */
  addForValue(code: IssueCode, value: string, details: IssueDetails = {}): void {
    const key = `${code}\n${details.column ?? ""}\n${value}`;
    const known = this.#byValue.get(key);
    if (known) {
      known.context = { ...known.context, times: Number(known.context.times ?? 1) + 1 };
      return;
    }
    const issue = this.#tell(code, { ...details, context: { ...details.context, value } });
    if (issue) this.#byValue.set(key, issue);
  }

  /** Issues from elsewhere (a reader of bytes) join as they are. */
  addAll(issues: readonly Issue[]): void {
    this.#issues.push(...issues);
  }

  /** Says what a line speaks of. It is asked only for the issues that are told, when they are listed: good rows cost nothing. */
  nameSubjects(subjectOf: (line: number) => IssueSubject | undefined): void {
    this.#subjectOf = subjectOf;
  }

  list(): Issue[] {
    const rest: Issue[] = [];
    for (const [key, tally] of this.#tallies) {
      if (tally.further === 0) continue;
      rest.push({
        code: key.slice(0, key.indexOf("\n")) as IssueCode,
        severity: tally.severity,
        source: this.#source,
        column: tally.column,
        context: { further: tally.further },
      });
    }
    return [...this.#issues.map((issue) => this.#withSubject(issue)), ...rest];
  }

  #withSubject(issue: Issue): Issue {
    if (issue.about !== undefined || issue.row === undefined) return issue;
    const subject = this.#subjectOf?.(issue.row);
    return subject === undefined ? issue : { ...issue, about: [subject] };
  }

  #tell(code: IssueCode, details: IssueDetails): Draft | undefined {
    const severity = details.severity ?? SEVERITIES[code] ?? "error";
    const key = `${code}\n${details.column ?? ""}`;
    let tally = this.#tallies.get(key);
    if (!tally) {
      tally = { told: 0, further: 0, severity, column: details.column };
      this.#tallies.set(key, tally);
    }
    if (tally.told >= SINGLE_ISSUES) {
      tally.further++;
      return undefined;
    }
    tally.told++;
    const issue: Draft = {
      code,
      severity,
      source: this.#source,
      row: details.row,
      column: details.column,
      context: details.context ?? {},
    };
    if (details.about) issue.about = [details.about];
    this.#issues.push(issue);
    return issue;
  }
}
