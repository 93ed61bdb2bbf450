import type { CityForData, ResourceDraft } from "../domain/data-draft.ts";
import { areaColumnOf, ROLE_COLUMNS } from "../domain/role-columns.ts";
import type { AddingFile } from "../state/app-state.ts";
import type { App } from "./app.ts";
import { keepAnswers } from "./keep-answers.ts";

/** The guess, with what was said of the file before, under a name that is free. */
export function proposedDraft(app: App, known: AddingFile, guess: ResourceDraft, city: CityForData): ResourceDraft {
  if (!known.replaces) return freed(app, known, keepAnswers({ ...guess, sources: known.sources }, known, city));
  const { draft: before } = known;
  const draft = keepAnswers({ ...before, ...guess, sources: before?.sources, licenses: before?.licenses }, known, city);
  if (!before || before.anlaufpunkt.role !== draft.anlaufpunkt.role) return draft;
  // Other resources name the level; and what the user has agreed to holds.
  const { level, levelTitle, repairs } = before.anlaufpunkt;
  return { ...draft, anlaufpunkt: { ...before.anlaufpunkt, ...draft.anlaufpunkt, level, levelTitle, repairs } };
}

/** The draft with the columns named that are called as ours; undefined when none need be. */
export function withOwnColumns(file: AddingFile | undefined): ResourceDraft | undefined {
  const keys = file?.draft?.anlaufpunkt;
  if (!file?.draft || !keys) return undefined;
  const area = areaColumnOf(keys.role);
  const meant = keys.columns ?? {};
  const theirs = new Set(Object.values(meant));
  const named = [...(area === undefined ? [] : [area]), ...ROLE_COLUMNS[keys.role]].flatMap((ours) => {
    const column = file.preview?.columns.find(({ name }) => name.trim().toLowerCase() === ours.toLowerCase());
    return column && meant[ours] === undefined && !theirs.has(column.name) ? [[ours, column.name] as const] : [];
  });
  if (named.length === 0) return undefined;
  const columns = { ...Object.fromEntries(named), ...meant };
  return { ...file.draft, anlaufpunkt: { ...keys, columns } };
}

/** Several files that are looked at side by side: each has a name and a place of its own. */
function freed(app: App, known: AddingFile, draft: ResourceDraft): ResourceDraft {
  const others = (app.store.getState().transient.adding?.files ?? []).flatMap((file) =>
    file.id !== known.id && file.draft ? [file.draft] : [],
  );
  // Tables of one office often have the same first line: the name of the file tells them apart.
  const isTitled = known.draft === undefined && others.some(({ title }) => title === draft.title);
  const title = isTitled ? `${draft.title} (${known.name.replace(/\.[a-z0-9]+$/i, "")})` : draft.title;
  let { name, path } = draft;
  for (let number = 2; others.some((other) => other.name === name || other.path === path); number++) {
    name = `${draft.name}-${number}`;
    path = draft.path.replace(/(\.[a-z0-9]+)?$/i, (ending) => `-${number}${ending}`);
  }
  return { ...draft, name, path, title };
}
