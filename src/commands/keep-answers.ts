import type { CityForData, DraftKeys, ResourceDraft } from "../domain/data-draft.ts";
import type { AddingFile } from "../state/app-state.ts";

type Keys = Record<string, unknown>;

/** Keys that hold entries of their own: what was said of one says nothing of the others. */
const BY_ENTRY: readonly string[] = ["columns", "values", "sozialraumMatches", "missing"];

/**
 * What the user has said of a file holds when the rest is guessed anew: answers, and every key that is not as it was proposed. What
 * names a level or a Sozialraum that is not there any more falls.
 */
export function keepAnswers(draft: ResourceDraft, known: AddingFile, city: CityForData): ResourceDraft {
  const { answered, draft: before, inspection, replaces } = known;
  if (!before) return draft;
  const { missing, zero, period, crs, axisOrder, dateFormat, repairs } = before.anlaufpunkt;
  const guess = draft.anlaufpunkt;
  const proposed = replaces ? undefined : inspection?.draft?.anlaufpunkt;
  const isSame = proposed?.role === guess.role && before.anlaufpunkt.role === guess.role;
  const said = proposed && isSame ? saidKeys(guess, before.anlaufpunkt, proposed) : guess;
  const keys: DraftKeys = {
    ...said,
    ...(answered.includes("codes") ? { missing, zero } : {}),
    ...(answered.includes("period") ? { period } : {}),
    ...(answered.includes("crs") ? { crs, axisOrder } : {}),
    ...(answered.includes("date") ? { dateFormat } : {}),
    ...(answered.includes("rings") ? { repairs } : {}),
  };
  return {
    ...draft,
    ...{ name: before.name, path: before.path, title: before.title },
    anlaufpunkt: guess.role === "sozialraeume" ? keys : ofThisCity(keys, guess, city),
  };
}

function saidKeys(guess: DraftKeys, before: DraftKeys, proposed: DraftKeys): DraftKeys {
  const [was, is] = [proposed, before] as unknown as [Keys, Keys];
  const said: Keys = { ...guess };
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    if (isEqual(was[key], is[key])) continue;
    said[key] = BY_ENTRY.includes(key) ? saidEntries(said[key], is[key], was[key]) : is[key];
  }
  return said as unknown as DraftKeys;
}

function saidEntries(guess: unknown, is: unknown, was: unknown): unknown {
  const [before, proposed] = [entriesOf(is), entriesOf(was)];
  const entries = entriesOf(guess);
  for (const key of new Set([...before.keys(), ...proposed.keys()])) {
    if (isEqual(before.get(key), proposed.get(key))) continue;
    if (before.has(key)) entries.set(key, before.get(key));
    else entries.delete(key);
  }
  return entries.size > 0 ? Object.fromEntries(entries) : undefined;
}

function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(Object.entries((value ?? {}) as Keys));
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function ofThisCity(keys: DraftKeys, guess: DraftKeys, city: CityForData): DraftKeys {
  const { level, sozialraumMatches } = keys;
  const isLevel = level === undefined || city.levels.some((known) => known.level === level);
  if (!sozialraumMatches) return isLevel ? keys : { ...keys, level: guess.level };
  const ids = new Set(["", "*", ...city.levels.flatMap(({ areas }) => areas.map(({ id }) => id))]);
  const matches = Object.entries(sozialraumMatches).filter(([, id]) => ids.has(id));
  return {
    ...keys,
    level: isLevel ? level : guess.level,
    sozialraumMatches: matches.length > 0 ? Object.fromEntries(matches) : undefined,
  };
}
