import type { DraftIndicator, ResourceDraft } from "../domain/data-draft.ts";
import type { AddingFile, DoubledIndicator } from "../state/app-state.ts";

/** The draft with names of their own for indicators whose values are elsewhere, too. */
export function withOwnIndicators(draft: ResourceDraft, doubled: AddingFile["doubled"]): ResourceDraft {
  if (doubled?.as !== "own") return draft;
  return renamed(draft, new Map(doubled.indicators.map(({ id, own }) => [id, own.id])), (before) => [
    ...before.map((one) => {
      const other = doubled.indicators.find(({ id }) => id === one.id);
      if (!other) return one;
      // Another title that the user has given stays.
      const isSaid = other.definition !== undefined && one.title !== other.definition.title;
      return { ...one, id: other.own.id, title: isSaid ? one.title : other.own.title };
    }),
    ...doubled.indicators.flatMap(({ id, own, definition }) =>
      definition || before.some((one) => one.id === id) ? [] : [own],
    ),
  ]);
}

/** The same draft as it was before. */
export function withDoubledIndicators(draft: ResourceDraft, doubled: AddingFile["doubled"]): ResourceDraft {
  if (doubled?.as !== "own") return draft;
  const byOwn = new Map(doubled.indicators.map((one) => [one.own.id, one]));
  return renamed(draft, new Map(doubled.indicators.map(({ id, own }) => [own.id, id])), (before) =>
    before.flatMap((one) => {
      const doubled = byOwn.get(one.id);
      return doubled ? guessed(one, doubled) : [one];
    }),
  );
}

/** As it was defined, with what the user has said of it since. */
function guessed(one: DraftIndicator, { id, own, definition }: DoubledIndicator): DraftIndicator[] {
  if (!definition) return [];
  return [{ ...one, id, title: one.title === own.title ? definition.title : one.title }];
}

function renamed(
  draft: ResourceDraft,
  names: ReadonlyMap<string, string>,
  change: (before: readonly DraftIndicator[]) => readonly DraftIndicator[],
): ResourceDraft {
  const keys = draft.anlaufpunkt;
  if (keys.role !== "observations") return draft;
  const isLong = keys.columns?.indicator !== undefined;
  const nameOf = (id: string) => names.get(id) ?? id;
  const meant = Object.entries(keys.values ?? {}).map(([column, spec]) => {
    if (isLong) return [column, column === "indicator" ? cells(spec, names) : spec] as const;
    if (typeof spec === "string") return [column, nameOf(spec)] as const;
    const { indicator } = spec as { readonly indicator: string };
    return [column, { ...(spec as object), indicator: nameOf(indicator) }] as const;
  });
  // In the long form a cell that is not named is the id itself.
  if (isLong && keys.values?.indicator === undefined) meant.push(["indicator", cells({}, names)]);
  const indicators = change(keys.indicators ?? []);
  return {
    ...draft,
    anlaufpunkt: {
      ...keys,
      values: meant.length > 0 ? Object.fromEntries(meant) : undefined,
      indicators: indicators.length > 0 ? indicators : undefined,
    },
  };
}

function cells(spec: unknown, names: ReadonlyMap<string, string>): Record<string, string> {
  const before = Object.entries(spec as Record<string, string>);
  const named = new Set(before.map(([, id]) => id));
  const missing = [...names].filter(([id]) => !named.has(id) && !before.some(([cell]) => cell === id));
  return Object.fromEntries([...before.map(([cell, id]) => [cell, names.get(id) ?? id] as const), ...missing]);
}
