import type { Scenario } from "./scenario.ts";

/** What-ifs that are not there yet, under ids and titles that are free. */
export interface NewScenarios {
  readonly added: readonly Scenario[];
  /** How many are there already. */
  readonly same: number;
  /** Own id → the id under which it is there now, or would be. */
  readonly ids: ReadonlyMap<string, string>;
}

/** What of some what-ifs is not among those that are there. One with a known id that says something else gets an id and a title of its own. */
export function newScenarios(there: readonly Scenario[], read: readonly Scenario[]): NewScenarios {
  const added: Scenario[] = [];
  const ids = new Map<string, string>();
  let same = 0;
  for (const scenario of read) {
    const known = there.find((one) => isSame(one, scenario));
    if (known) {
      same++;
      ids.set(scenario.id, known.id);
      continue;
    }
    const all = [...there, ...added];
    let id = scenario.id;
    for (let number = 2; all.some((one) => one.id === id); number++) id = `${scenario.id}-${number}`;
    ids.set(scenario.id, id);
    added.push(id === scenario.id ? scenario : { ...scenario, id, title: freeTitle(scenario.title, all) });
  }
  return { added, same, ids };
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
