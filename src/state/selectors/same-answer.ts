import type { CityForData, ClueKey, DraftKeys, WantedReading } from "../../domain/data-draft.ts";
import { areaColumnOf } from "../../domain/role-columns.ts";
import type { AddingFile } from "../app-state.ts";
import { datedColumns, isCut, isUnanswered, openQuestions, shownClues } from "./adding-questions.ts";
import { codesOf, withCode } from "./shown-codes.ts";

/** What an answer given for one file says of another one. */
export interface SameAnswer extends Answer {
  readonly id: number;
  /** It changes how that file is read. */
  readonly isNews: boolean;
}

interface Answer {
  /** Keys of its entry that become these; what is undefined falls. */
  readonly keys?: Partial<DraftKeys> | undefined;
  /** How it is taken apart; what follows is guessed anew. */
  readonly wanted?: WantedReading | undefined;
  readonly doubled?: "own" | "same" | undefined;
  /** It is no question there any more. */
  readonly isSettled: boolean;
}

type Draft = NonNullable<AddingFile["draft"]>;

/** Both files with what they are read as now, and whether the other one asks the question. */
interface Pair {
  readonly file: AddingFile;
  readonly other: AddingFile;
  readonly said: Draft;
  readonly theirs: Draft;
  readonly isAsked: boolean;
}

const SETTLED: Answer = { isSettled: true };

/** The other files that ask what has an answer in one file, word for word, each with what the answer says there. */
export function sameAnswers(
  files: readonly AddingFile[],
  file: AddingFile,
  key: ClueKey,
  city: CityForData,
): SameAnswer[] {
  const isOpen = openQuestions(file, city).includes(key);
  const clue = shownClues(file, city).find((one) => one.key === key);
  // What has no answer here, or is no question, says nothing of others.
  if (!clue || (isOpen ? isUnanswered(file, key, clue.value) : !file.answered.includes(key))) return [];
  return files.flatMap((other) => sameAnswer(file, other, key, city) ?? []);
}

/**
 * The same answer for another file, undefined where it asks something else, has an answer of its own, or says the same already. What was
 * answered together can be answered together again.
 */
function sameAnswer(file: AddingFile, other: AddingFile, key: ClueKey, city: CityForData): SameAnswer | undefined {
  const { draft: said } = file;
  const { draft: theirs } = other;
  if (!said || !theirs || other.id === file.id || other.state !== "open" || other.replaces) return undefined;
  const isTogether = other.alike?.[key] !== undefined;
  if (other.answered.includes(key) && !isTogether) return undefined;
  const isOpen = openQuestions(other, city).includes(key);
  const answer = SAME[key]?.({ file, other, said, theirs, isAsked: isOpen || isTogether });
  if (!answer) return undefined;
  const isNews = saysMore(answer, other, theirs);
  // What is only proposed here is proposed where it is asked, and nowhere else.
  const isMeant = isOpen || file.answered.includes(key);
  return (isNews && isMeant) || (isOpen && answer.isSettled) ? { ...answer, id: other.id, isNews } : undefined;
}

function saysMore({ keys = {}, wanted = {}, doubled }: Answer, other: AddingFile, theirs: Draft): boolean {
  const now: Readonly<Record<string, unknown>> = { ...theirs.anlaufpunkt };
  const read: Readonly<Record<string, unknown>> = { ...readAs(theirs) };
  return (
    Object.entries(keys).some(([key, value]) => !isEqual(value, now[key])) ||
    Object.entries(wanted).some(([key, value]) => !isEqual(value, read[key])) ||
    (doubled !== undefined && doubled !== other.doubled?.as)
  );
}

/** Questions that can be the same in several files. What a level is called, or which columns are indicators, each file says for itself. */
const SAME: Partial<Record<ClueKey, (pair: Pair) => Answer | undefined>> = {
  role: (pair) => again(pair, "role"),
  encoding: (pair) => again(pair, "encoding"),
  delimiter: (pair) => again(pair, "delimiter"),
  decimal: (pair) => again(pair, "decimal"),
  layout: (pair) => again(pair, "layout"),
  header: (pair) => again(pair, "header", "headerRows"),
  codes: sameCodes,
  areas: sameAreas,
  period: samePeriod,
  kind: sameKind,
  crs({ file, other, said }) {
    return isProposedAlike(file, other, "crs") ? { keys: { crs: said.anlaufpunkt.crs }, isSettled: true } : undefined;
  },
  axes({ said, isAsked }) {
    return isAsked ? { keys: { axisOrder: said.anlaufpunkt.axisOrder }, isSettled: true } : undefined;
  },
  date({ other, said, isAsked }) {
    const { dateFormat } = said.anlaufpunkt;
    if (!isAsked || dateFormat === undefined) return undefined;
    const isRead = datedColumns(other).every(({ formats }) => formats.includes(dateFormat));
    return isRead ? { keys: { dateFormat }, isSettled: true } : undefined;
  },
  rings({ said, theirs, isAsked }) {
    if (!isAsked) return undefined;
    const others = (theirs.anlaufpunkt.repairs ?? []).filter(({ repair }) => repair !== "make-valid");
    const repairs = isCut(said.anlaufpunkt) ? [...others, { repair: "make-valid" as const }] : others;
    return { keys: { repairs: repairs.length > 0 ? repairs : undefined }, isSettled: true };
  },
  addresses({ file, other, isAsked }) {
    const isWithout = [file, other].every(({ preview }) => preview?.addresses?.files.length === 0);
    return isAsked && isWithout ? SETTLED : undefined;
  },
  doubled({ file, other, isAsked }) {
    const as = file.doubled?.as;
    return isAsked && as && other.doubled ? { doubled: as, isSettled: true } : undefined;
  },
  remarks({ file, said, isAsked }) {
    // Which lines it are each file says for itself: that the proposal is right can be said of all.
    const isProposed = isEqual(said.dialect?.commentRows, file.inspection?.draft?.dialect?.commentRows);
    return isAsked && isProposed ? SETTLED : undefined;
  },
};

/** How a file is taken apart, where the same was proposed for both. */
function again(
  { file, other, said }: Pair,
  key: ClueKey,
  wanted: keyof WantedReading = key as "role",
): Answer | undefined {
  if (!isProposedAlike(file, other, key)) return undefined;
  return { wanted: { [wanted]: readAs(said)[wanted] }, isSettled: true };
}

/** A draft by what would have to be wanted of it. */
function readAs({ anlaufpunkt: keys, encoding, dialect }: Draft): WantedReading {
  return {
    role: keys.role,
    encoding,
    delimiter: dialect?.delimiter,
    headerRows: dialect?.header === false ? [] : (dialect?.headerRows ?? [1]),
    decimal: `${keys.decimalChar ?? "."}${keys.groupChar ?? ""}`,
    layout: keys.columns?.indicator === undefined ? "wide" : "long",
  };
}

function isProposedAlike(file: AddingFile, other: AddingFile, key: ClueKey): boolean {
  const [ours, theirs] = [file, other].map(({ proposed }) => proposed?.find((clue) => clue.key === key));
  return (
    ours !== undefined && theirs !== undefined && ours.value === theirs.value && isEqual(ours.others, theirs.others)
  );
}

/** Signs that both files have; further ones stay asked. */
function sameCodes({ file, other, theirs }: Pair): Answer | undefined {
  if (!other.inspection?.clues.some(({ key }) => key === "codes")) return undefined;
  const said = codesOf(file);
  const asked = codesOf(other).map(({ code }) => code);
  let keys: Pick<DraftKeys, "missing" | "zero"> = theirs.anlaufpunkt;
  let shared = 0;
  for (const { code, meaning } of said) {
    if (!meaning || !asked.includes(code)) continue;
    keys = withCode(keys, code, meaning);
    shared++;
  }
  if (shared === 0) return undefined;
  return { keys: { missing: keys.missing, zero: keys.zero }, isSettled: shared === asked.length };
}

/** The same column names the areas, in the same way; entries that fit none mean the same in each file that has them. */
function sameAreas({ file, other, said, theirs, isAsked }: Pair): Answer | undefined {
  const [ours, now] = [said.anlaufpunkt, theirs.anlaufpunkt];
  const area = areaColumnOf(ours.role);
  if (area === undefined || ours.role !== now.role) return undefined;
  const column = ours.columns?.[area];
  if (column === undefined)
    return isAsked && now.sozialraum === ours.sozialraum && ours.sozialraum ? SETTLED : undefined;
  const isThere = now.columns?.[area] === column;
  if (!isThere && !(isAsked && hasColumn(other, column))) return undefined;
  // Named in another way it is another question.
  const way = ({ sozialraumBy, level }: Partial<DraftKeys>) => [sozialraumBy ?? "id", level ?? ""].join();
  const ways = [ours, file.inspection?.draft?.anlaufpunkt ?? ours].map(way);
  if (isThere && other.alike?.areas === undefined && !ways.includes(way(now))) return undefined;
  const join = isThere ? other.preview?.join : undefined;
  const unmatched = join && join.unmatched.length === join.unmatchedCount ? join.unmatched : undefined;
  const before = now.sozialraumMatches ?? {};
  const isNamed = (raw: string) => Object.hasOwn(before, raw) || (unmatched?.some((one) => one.raw === raw) ?? true);
  const matches = { ...before, ...entries(ours.sozialraumMatches, isNamed) };
  return {
    keys: {
      columns: { ...now.columns, [area]: column },
      sozialraumBy: ours.sozialraumBy,
      level: ours.level,
      sozialraumMatches: Object.keys(matches).length > 0 ? matches : undefined,
    },
    isSettled: true,
  };
}

function samePeriod({ other, said, theirs, isAsked }: Pair): Answer | undefined {
  const { period, columns = {} } = said.anlaufpunkt;
  if (!isAsked || theirs.anlaufpunkt.role !== said.anlaufpunkt.role) return undefined;
  const { period: _, ...rest } = theirs.anlaufpunkt.columns ?? {};
  if (columns.period !== undefined) {
    return hasColumn(other, columns.period)
      ? { keys: { period: undefined, columns: { ...rest, period: columns.period } }, isSettled: true }
      : undefined;
  }
  return period === undefined ? undefined : { keys: { period, columns: rest }, isSettled: true };
}

function sameKind({ other, said, theirs, isAsked }: Pair): Answer | undefined {
  const [ours, now] = [said.anlaufpunkt, theirs.anlaufpunkt];
  if (!isAsked || ours.role !== now.role) return undefined;
  const own = { ...now.kinds, ...ours.kinds };
  const kinds = Object.keys(own).length > 0 ? own : undefined;
  if (ours.kind !== undefined) return { keys: { kind: ours.kind, kinds }, isSettled: true };
  const column = ours.columns?.kind;
  if (column === undefined || !hasColumn(other, column)) return undefined;
  const values = { ...now.values, kind: { ...(now.values?.kind ?? {}), ...(ours.values?.kind ?? {}) } };
  return { keys: { kind: undefined, kinds, columns: { ...now.columns, kind: column }, values }, isSettled: true };
}

const hasColumn = ({ preview }: AddingFile, column: string) =>
  preview?.columns.some(({ name }) => name === column) ?? false;

function entries<T>(
  of: Readonly<Record<string, T>> | undefined,
  isWanted: (key: string) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(of ?? {}).filter(([key]) => isWanted(key)));
}

/** Alike as JSON, whatever the order of keys. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const said = Object.entries(value).filter(([, each]) => each !== undefined);
  // Nothing said of nothing is nothing said.
  if (said.length === 0) return undefined;
  return said.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]);
}
