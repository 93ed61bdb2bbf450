import { MOST_SCENARIO_BYTES } from "../domain/file-limits.ts";
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
  if (!supply || file.size > MOST_SCENARIO_BYTES) return false;
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
    if (there.some((known) => isSame(known, scenario))) {
      same++;
      continue;
    }
    const all = [...there, ...added];
    let id = scenario.id;
    for (let number = 2; all.some((known) => known.id === id); number++) id = `${scenario.id}-${number}`;
    added.push(id === scenario.id ? scenario : { ...scenario, id, title: freeTitle(scenario.title, all) });
  }
  return { added, same };
}

/** Under its own id and title, or under those that it got here because they were taken. */
function isSame(known: Scenario, { id, title, ...says }: Scenario): boolean {
  const isNamed = (own: string, name: string, between: string, after: string) =>
    own === name ||
    (own.startsWith(`${name}${between}`) &&
      /^\d+$/.test(own.slice(name.length + between.length, own.length - after.length)));
  return (
    isNamed(known.id, id, "-", "") && isNamed(known.title, title, " (", ")") && canonical(known) === canonical(says)
  );
}

function freeTitle(title: string, all: readonly Scenario[]): string {
  const isTaken = (candidate: string) => all.some((scenario) => scenario.title === candidate);
  let free = title;
  for (let number = 2; isTaken(free); number++) free = `${title} (${number})`;
  return free;
}

/** What a what-if says, whatever the order in which it was said. */
function canonical({ note = "", added, edited }: Omit<Scenario, "id" | "title">): string {
  const sorted = (record: object) =>
    Object.entries(record)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
  const edits = sorted(edited).map(([id, edit]) => [id, sorted(edit as object)]);
  return JSON.stringify([note, added.map(sorted), edits.filter(([, edit]) => edit && edit.length > 0)]);
}
