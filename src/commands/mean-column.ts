import type { Role } from "../domain/city.ts";
import type { DraftIndicator } from "../domain/data-draft.ts";
import { idOfTitle } from "../domain/id-of-title.ts";
import { areaColumnOf, DATE_COLUMNS, ROLE_COLUMNS } from "../domain/role-columns.ts";
import type { AddingFile } from "../state/app-state.ts";
import { changeKeys } from "./add-data.ts";
import type { App } from "./app.ts";

/**
 * Columns of the file mean one of ours – which then means no other –, or nothing. `value` in a table of values makes an indicator of
 * each of them.
 */
export function meanColumn(app: App, id: number, columns: readonly string[], ours: string | undefined): void {
  const file = app.store.getState().transient.adding?.files.find((one) => one.id === id);
  const keys = file?.draft?.anlaufpunkt;
  if (!file || !keys) return;
  const others = Object.entries(keys.columns ?? {}).filter(
    ([our, theirs]) => our !== ours && !columns.includes(theirs),
  );
  const isWide = keys.role === "observations" && keys.columns?.indicator === undefined;
  let values = Object.entries(keys.values ?? {});
  let indicators = keys.indicators ?? [];
  const isIndicator = isWide && ours === "value";
  const [column] = columns;
  const named = ours === undefined || isIndicator || column === undefined ? [] : ([[ours, column]] as const);
  if (isWide) {
    const before = new Map(values);
    values = values.filter(([name]) => !columns.includes(name));
    for (const name of isIndicator ? columns : []) {
      const spec = before.get(name) ?? idOfTitle(name);
      values.push([name, spec]);
      if (!isKnown(app, idIn(spec))) indicators = withIndicator(indicators, spec, name);
    }
    // In the order of the file.
    const order = file.preview?.columns.map((one) => one.name) ?? [];
    values.sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0]));
    indicators = indicators.filter((one) => values.some(([, spec]) => idIn(spec) === one.id));
  }
  const dates = file.preview?.columns.find(({ name }) => name === column)?.dates?.formats ?? [];
  const isSureDate = ours !== undefined && DATE_COLUMNS.includes(ours) && dates.length === 1;
  const isArea = ours !== undefined && ours === areaColumnOf(keys.role);
  const type = file.preview?.columns.find(({ name }) => name === column)?.type;
  changeKeys(
    app,
    id,
    {
      columns: withoutOwnNames(keys.role, columns, Object.fromEntries([...others, ...named])),
      ...(isWide
        ? {
            values: values.length > 0 ? Object.fromEntries(values) : undefined,
            indicators: indicators.length > 0 ? indicators : undefined,
          }
        : {}),
      ...(isSureDate && keys.dateFormat === undefined ? { dateFormat: dates[0] } : {}),
      ...(isArea ? { sozialraumBy: type === "text" ? ("name" as const) : undefined } : {}),
    },
    answerOf(file, ours, isIndicator),
  );
}

/** A column that is called as ours would be read as ours: where it means something else, or nothing, that is said. */
function withoutOwnNames(
  role: Role,
  meant: readonly string[],
  columns: Record<string, string>,
): Record<string, string> {
  const area = areaColumnOf(role);
  for (const ours of [...(area === undefined ? [] : [area]), ...ROLE_COLUMNS[role]]) {
    const isCalledSo = meant.some((name) => name.trim().toLowerCase() === ours.toLowerCase());
    if (isCalledSo && columns[ours] === undefined) columns[ours] = "";
  }
  return columns;
}

/** Another title for an indicator of this file. Its id stays: it is how the values find it. */
export function renameIndicator(app: App, id: number, indicator: string, title: string): void {
  const file = app.store.getState().transient.adding?.files.find((one) => one.id === id);
  const indicators = file?.draft?.anlaufpunkt.indicators?.map((one) =>
    one.id === indicator ? { ...one, title } : one,
  );
  if (indicators) changeKeys(app, id, { indicators });
}

function idIn(spec: unknown): string | undefined {
  if (typeof spec === "string") return spec;
  const { indicator } = (spec ?? {}) as { readonly indicator?: unknown };
  return typeof indicator === "string" ? indicator : undefined;
}

/** The city has it already: new values join the old ones. */
function isKnown(app: App, indicator: string | undefined): boolean {
  const { document, transient } = app.store.getState();
  return !transient.adding?.isNewCity && (document.records?.indicators ?? []).some(({ id }) => id === indicator);
}

function withIndicator(known: readonly DraftIndicator[], spec: unknown, title: string): readonly DraftIndicator[] {
  const id = idIn(spec);
  return id === undefined || known.some((one) => one.id === id) ? known : [...known, { id, title }];
}

function answerOf(file: AddingFile, ours: string | undefined, isIndicator: boolean) {
  if (isIndicator) return "indicators" as const;
  const role = file.draft?.anlaufpunkt.role;
  if (role && ours === areaColumnOf(role)) return "areas" as const;
  return ours === "period" ? ("period" as const) : ours === "kind" ? ("kind" as const) : undefined;
}
