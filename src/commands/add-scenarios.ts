import type { Scenario } from "../domain/scenario.ts";
import { readScenariosTask } from "../ingest/ingest-tasks.ts";
import { type App, changeDocument, notify, whilePending } from "./app.ts";
import { changeView } from "./change-view.ts";
import { edit } from "./edit-document.ts";
import { reasonOf } from "./export-sheet.ts";

/** So many findings are said at once; the others stand with the data. */
const TOLD_AT_ONCE = 2;

/**
 * Adds the what-ifs of a file to the city that is open, as one step that can be taken back. One that is there already stays as it is; one
 * with a known id and other changes gets an id and a title of its own.
 * @returns false when the file holds no what-ifs, or no city is there to think them in
 */
export async function addScenarios(app: App, file: File): Promise<boolean> {
  const { supply } = app.store.getState().document;
  if (!supply) return false;
  const places = supply.anlaufpunkte.map(({ id }) => id);
  const { name } = file;
  try {
    const read = await whilePending(app, "scenario-file", () =>
      app.services.runner.run(readScenariosTask, { name, file, places }),
    );
    if (!read) return false;
    // Another city has been opened meanwhile: these what-ifs are not about its places.
    if (app.store.getState().document.supply !== supply) return true;
    const { scenarios, issues } = app.store.getState().document;
    const { added, same } = newOnes(scenarios, read.scenarios);
    const first = added[0];
    if (first) {
      edit(app, { done: "scenarios-opened", what: name }, { scenarios: [...scenarios, ...added], scenario: first.id });
      changeView(app, { view: "versorgung", panel: "scenario" });
    }
    const known = new Set(issues.map((issue) => JSON.stringify(issue)));
    const found = read.issues.filter((issue) => !known.has(JSON.stringify(issue)));
    if (found.length > 0) changeDocument(app, { issues: [...issues, ...found] });
    for (const issue of read.issues.slice(0, TOLD_AT_ONCE)) notify(app, "warning", { key: "data-issue", issue });
    notify(app, read.rejected > 0 || (added.length === 0 && same === 0) ? "warning" : "information", {
      key: "scenarios-opened",
      name,
      added: added.length,
      same,
      rejected: read.rejected,
    });
    return true;
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: name, reason: reasonOf(error) });
    return true;
  }
}

/** Those that are not there yet, under ids that are free. */
function newOnes(there: readonly Scenario[], read: readonly Scenario[]): { added: Scenario[]; same: number } {
  const added: Scenario[] = [];
  let same = 0;
  for (const scenario of read) {
    const all = [...there, ...added];
    const namesake = all.find(({ id }) => id === scenario.id);
    if (namesake && canonical(namesake) === canonical(scenario)) {
      same++;
      continue;
    }
    const isFree = (candidate: string) => !all.some(({ id }) => id === candidate);
    let number = 2;
    while (namesake && !isFree(`${scenario.id}-${number}`)) number++;
    added.push(
      namesake ? { ...scenario, id: `${scenario.id}-${number}`, title: freeTitle(scenario.title, all) } : scenario,
    );
  }
  return { added, same };
}

function freeTitle(title: string, all: readonly Scenario[]): string {
  const isTaken = (candidate: string) => all.some((scenario) => scenario.title === candidate);
  let free = title;
  for (let number = 2; isTaken(free); number++) free = `${title} (${number})`;
  return free;
}

/** What a what-if says, whatever the order in which it was said. */
function canonical({ title, note = "", added, edited }: Scenario): string {
  const sorted = (record: object) =>
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const edits = sorted(edited).map(([id, edit]) => [id, sorted(edit as object)]);
  return JSON.stringify([title, note, added.map(sorted), edits.filter(([, edit]) => edit && edit.length > 0)]);
}
