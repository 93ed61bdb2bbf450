import type { Anlaufpunkt } from "../domain/anlaufpunkt.ts";
import { carriedScenarios, type GonePlace } from "../domain/carried-scenarios.ts";
import type { CityMap } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import { newScenarios } from "../domain/new-scenarios.ts";
import type { PackageSource } from "../domain/package-source.ts";
import { changesOf } from "../domain/scenario.ts";
import { shapesBox } from "../geo/shapes.ts";
import { areaIdsOf } from "../ingest/area-ids.ts";
import { openPackageTask, readSupplyTask } from "../ingest/ingest-tasks.ts";
import type { AppState } from "../state/app-state.ts";
import { carriedViews } from "../state/selectors/carried-views.ts";
import { type App, keepIssues, notify, whilePending } from "./app.ts";
import { edit } from "./edit-document.ts";
import { reasonOf } from "./export-sheet.ts";
import { findWorkOfCity, type WorkOfCity, workOfCity } from "./find-work.ts";
import { untilState } from "./until-state.ts";

/** The first answer comes first; what has none after so long is not looked at by anybody. */
const ANSWER_AT_THE_LATEST = 60_000;
/** What was said in this window, and is not said again after a reload. */
const SAID_KEY = "anlaufpunkt said";
/** So many findings are said at once; the others stand with the data. */
const TOLD_AT_ONCE = 2;

/**
 * A package that nothing is kept of may be a corrected version of one over which what-ifs and views were kept: the newest of them are
 * offered, once, and nothing happens by itself. It is one when it has the same name and something of them fits what is there.
 */
export async function offerWork(app: App, map: CityMap): Promise<void> {
  const isAnswered = ({ document, transient }: AppState) =>
    document.map === map && document.supply !== undefined && !("coverage" in transient.pending);
  await untilState(app, isAnswered, ANSWER_AT_THE_LATEST, new AbortController().signal);
  if (!isAnswered(app.store.getState())) return;
  const city = map.info.name;
  const work = await findWorkOfCity(app, city, (kept) => fitting(app.store.getState(), kept) !== undefined);
  const fits = work && fitting(app.store.getState(), work);
  if (!fits || app.store.getState().document.map !== map || wasOffered(app, work.id)) return;
  const { id, title, savedAt } = work;
  notify(app, "information", { key: "work-offered", id, title, savedAt, city, ...fits });
}

/**
 * Takes over the what-ifs and views that were kept over another version of the open package, as one step that can be taken back; that
 * work stays as it is. What they say of places and areas that are not there any more is told.
 */
export async function takeOverWork(app: App, id: string, title: string): Promise<void> {
  const { map, supply } = app.store.getState().document;
  try {
    const found = await whilePending(app, "other-work", async () => {
      const kept = await workOfCity(app, id);
      return kept && { ...kept.work, places: kept.source && (await placesOf(app, kept.work, kept.source)) };
    });
    const state = app.store.getState();
    // Another city has been opened meanwhile: they are not about its places.
    if (!map || state.document.map !== map || state.document.supply !== supply) return;
    if (!found) return notify(app, "warning", { key: "work-damaged", title });
    const { scenarios, views, issues } = carried(state, found, found.places);
    const { scenarios: there, keptViews } = state.document;
    const label = { done: "work-taken", what: title } as const;
    edit(app, label, { scenarios: [...there, ...scenarios], keptViews: [...keptViews, ...views] });
    keepIssues(app, issues);
    const counts = { scenarios: scenarios.length, views: views.length, gone: issues.length };
    notify(app, issues.length > 0 ? "warning" : "information", { key: "work-taken", ...counts });
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: title, reason: reasonOf(error) });
  }
}

/** Work comes back over data that were changed where they are: what its what-ifs say of places that are gone is told, once in a window. */
export function tellGonePlaces(app: App, workspace: string): void {
  const { scenarios, supply, ...document } = app.store.getState().document;
  if (document.workspace?.id !== workspace) return;
  const issues = issuesOf(carriedScenarios(scenarios, undefined, supply?.anlaufpunkte ?? []).gone);
  if (issues.length === 0) return;
  keepIssues(app, issues);
  if (isMarked(app, `gone ${workspace}`)) return;
  for (const issue of issues.slice(0, TOLD_AT_ONCE)) notify(app, "warning", { key: "data-issue", issue });
}

const issuesOf = (gone: readonly GonePlace[]): Issue[] =>
  gone.map(({ scenario, place }) => {
    return { code: "what-if-place-gone", severity: "warning", source: scenario, context: { value: place } };
  });

/** What would come of the work here, and what of it speaks of something that is gone. */
function carried(state: AppState, work: WorkOfCity, before: readonly Anlaufpunkt[] | undefined) {
  const { supply, scenarios: there } = state.document;
  const followed = carriedScenarios(work.scenarios, before, supply?.anlaufpunkte ?? []);
  const { added, ids } = newScenarios(there, followed.scenarios);
  const shown = carriedViews(state, work.keptViews, [...there, ...added], ids);
  const titles = new Map(work.scenarios.map((scenario) => [scenario.id, scenario.title]));
  const issues = [
    ...issuesOf(followed.gone),
    ...shown.gone.map(({ view, key, value }): Issue => {
      const named = key === "scenario" ? (titles.get(value) ?? value) : value;
      return { code: "view-choice-gone", severity: "warning", source: view, context: { key, value: named } };
    }),
  ];
  return { scenarios: added, views: shown.views, issues };
}

/** How much of the work could be taken over; undefined when nothing of it is new, or nothing has to do with what is open here. */
function fitting(
  state: AppState,
  work: WorkOfCity,
): { readonly scenarios: number; readonly views: number } | undefined {
  const { map, supply } = state.document;
  const finest = map?.levels[0];
  const [west, south, east, north] = (finest && shapesBox(finest.shapes)) ?? [0, 0, 0, 0];
  const isHere = ({ lon, lat }: { readonly lon: number; readonly lat: number }) =>
    lon >= west && lon <= east && lat >= south && lat <= north;
  const { scenarios, views, issues } = carried(state, work, undefined);
  if (scenarios.length + views.length === 0) return undefined;
  const places = supply?.anlaufpunkte ?? [];
  const isThoughtHere = scenarios.some(
    (one) => one.added.some(isHere) || changesOf({ ...one, added: [] }, places).length > 0,
  );
  const gone = new Set(issues.map(({ source }) => source));
  const isShownHere = views.some(({ title }) => !gone.has(title));
  return isThoughtHere || isShownHere ? { scenarios: scenarios.length, views: views.length } : undefined;
}

/** The places over which the what-ifs were thought, where one of them speaks of a place. */
async function placesOf(
  app: App,
  { scenarios }: WorkOfCity,
  source: PackageSource,
): Promise<readonly Anlaufpunkt[] | undefined> {
  if (scenarios.every(({ edited }) => Object.keys(edited).length === 0)) return undefined;
  const { runner } = app.services;
  const opened = await runner.run(openPackageTask, { source });
  if ("refused" in opened) return undefined;
  const { descriptor, map } = opened;
  return (await runner.run(readSupplyTask, { source, descriptor, areas: areaIdsOf(map) })).supply.anlaufpunkte;
}

/** Files are kept as soon as they are open, so that they are opened for the first time once; an address is not, until it is worked on. */
function wasOffered(app: App, id: string): boolean {
  const { data } = app.store.getState().view;
  return data !== undefined && isMarked(app, `offered ${id} ${data}`);
}

/** Whether something was said in this window before; from now on it was. */
function isMarked(app: App, mark: string): boolean {
  try {
    const known = JSON.parse(app.services.tab.read(SAID_KEY) ?? "[]") as unknown;
    const marks: readonly unknown[] = Array.isArray(known) ? known : [];
    if (marks.includes(mark)) return true;
    app.services.tab.write(SAID_KEY, JSON.stringify([...marks, mark]));
  } catch {
    // Where nothing is remembered it is said again.
  }
  return false;
}
