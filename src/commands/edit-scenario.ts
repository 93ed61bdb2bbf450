import type { EditName } from "../domain/edit-label.ts";
import { type AddedSite, placesOf, SCENARIO_RESOURCE, type Scenario, type SiteEdit } from "../domain/scenario.ts";
import { activeKinds } from "../state/selectors/active-kinds.ts";
import { activeScenario } from "../state/selectors/active-offers.ts";
import { type App, changeTransient } from "./app.ts";
import { changeView } from "./change-view.ts";
import { edit } from "./edit-document.ts";

/** Shows a what-if beside today; undefined = today. */
export function chooseScenario(app: App, id: string | undefined): void {
  changeTransient(app, { selectedAnlaufpunkt: undefined });
  changeView(app, { scenario: id });
}

/** A new what-if: empty, or with everything of another one. Returns its id. */
export function createScenario(app: App, title: string, from?: Scenario): string {
  const { scenarios } = app.store.getState().document;
  const id = freeId(
    "s",
    scenarios.map((scenario) => scenario.id),
  );
  const scenario: Scenario = { ...(from ?? { added: [], edited: {} }), id, title };
  edit(app, { done: "scenario-created", what: title }, { scenarios: [...scenarios, scenario], scenario: id });
  return id;
}

export function renameScenario(app: App, id: string, title: string): void {
  const { scenarios } = app.store.getState().document;
  if (title.trim() === "" || scenarios.find((scenario) => scenario.id === id)?.title === title) return;
  edit(
    app,
    { done: "scenario-renamed", what: title },
    { scenarios: scenarios.map((scenario) => (scenario.id === id ? { ...scenario, title } : scenario)) },
  );
}

export function removeScenario(app: App, id: string): void {
  const { document, view } = app.store.getState();
  const gone = document.scenarios.find((scenario) => scenario.id === id);
  if (!gone) return;
  edit(
    app,
    { done: "scenario-removed", what: gone.title },
    {
      scenarios: document.scenarios.filter((scenario) => scenario.id !== id),
      scenario: view.scenario === id ? undefined : view.scenario,
    },
  );
}

/** Thinks of places, exactly there; without a what-if one begins with `title`. Returns their ids. */
export function addSites(
  app: App,
  sites: readonly (Pick<AddedSite, "lon" | "lat"> & Partial<AddedSite>)[],
  texts: { readonly title: string; readonly siteName: (number: number) => string },
  done: EditName = "add",
): string[] {
  const state = app.store.getState();
  const scenario = activeScenario(state);
  const taken = [...placesOf(scenario, state.document.supply?.anlaufpunkte ?? [])].map(({ id }) => id);
  const kind = activeKinds(state)[0] ?? "quartierszentrum";
  const added: AddedSite[] = [];
  for (const site of sites) {
    const id = freeId("neu-", [...taken, ...added.map((one) => one.id)]);
    const name = texts.siteName((scenario?.added.length ?? 0) + added.length + 1);
    added.push({ name, kind, ...site, id });
  }
  const first = added[0];
  if (!first) return [];
  const { scenarios } = state.document;
  const base: Scenario = scenario ?? {
    id: freeId(
      "s",
      scenarios.map(({ id }) => id),
    ),
    title: texts.title,
    added: [],
    edited: {},
  };
  const changed = { ...base, added: [...base.added, ...added] };
  edit(
    app,
    { done, what: added.length === 1 ? first.name : base.title },
    {
      scenarios: scenario ? replaced(scenarios, changed) : [...scenarios, changed],
      scenario: base.id,
    },
  );
  return added.map(({ id }) => id);
}

/** Says what is different about a place of the shown what-if; today's places do not change. */
export function editSite(app: App, id: string, done: EditName, asked: SiteEdit): void {
  const state = app.store.getState();
  const scenario = activeScenario(state);
  const place = placesOf(scenario, state.document.supply?.anlaufpunkte ?? []).find((one) => one.id === id);
  if (!scenario || !place) return;
  const isThoughtOf = place.resource === SCENARIO_RESOURCE;
  const before = Object.hasOwn(scenario.edited, id) ? scenario.edited[id] : undefined;
  const change = { ...asked, ...toDecimetre(asked) };
  const { status: _, ...ofAdded } = change;
  const changed: Scenario = isThoughtOf
    ? {
        ...scenario,
        added: scenario.added.map((site) => (site.id === id ? ({ ...site, ...ofAdded } as AddedSite) : site)),
      }
    : { ...scenario, edited: { ...scenario.edited, [id]: { ...before, ...change } } };
  edit(app, { done, what: place.name || id }, { scenarios: replaced(state.document.scenarios, changed) });
}

export function renameSite(app: App, id: string, name: string): void {
  const { scenario, scenarios } = shown(app);
  if (!scenario?.added.some((site) => site.id === id && site.name !== name)) return;
  const added = scenario.added.map((site) => (site.id === id ? { ...site, name } : site));
  edit(app, { done: "rename", what: name }, { scenarios: replaced(scenarios, { ...scenario, added }) });
}

/** The place is again as the package has it, or, where it was only thought of, no more. */
export function withdrawSite(app: App, id: string): void {
  const { scenario, scenarios } = shown(app);
  if (!scenario) return;
  if (!Object.hasOwn(scenario.edited, id) && !scenario.added.some((site) => site.id === id)) return;
  const added = scenario.added.filter((site) => site.id !== id);
  const { [id]: _, ...edited } = scenario.edited;
  const what = scenario.added.find((site) => site.id === id)?.name ?? id;
  changeTransient(app, { selectedAnlaufpunkt: undefined });
  edit(app, { done: "withdraw", what }, { scenarios: replaced(scenarios, { ...scenario, added, edited }) });
}

function shown(app: App) {
  const state = app.store.getState();
  return { scenario: activeScenario(state), scenarios: state.document.scenarios };
}

function replaced(scenarios: readonly Scenario[], changed: Scenario): readonly Scenario[] {
  return scenarios.map((scenario) => (scenario.id === changed.id ? changed : scenario));
}

function freeId(prefix: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

/** To a decimetre: more digits nobody can have meant who points at a map. */
export function toDecimetre({ lon, lat }: SiteEdit): SiteEdit {
  if (lon === undefined || lat === undefined) return {};
  const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  return { lon: round(lon), lat: round(lat) };
}
