import type { DataBeside } from "../domain/data-draft.ts";
import type { App } from "./app.ts";
import { resourcesOf } from "./extend-package.ts";

/** The address files by which places of a file that is being added are looked up: those of the city that is open, and of the files beside it. */
export function addressesBeside(app: App, id: number): DataBeside | undefined {
  const { document, transient } = app.store.getState();
  const { files = [], isNewCity = false } = transient.adding ?? {};
  const open = isNewCity ? undefined : document.package;
  const others = files.flatMap(({ id: other, state, draft, file, replaces }) =>
    other !== id && state === "open" && draft?.anlaufpunkt.role === "addresses" ? [{ draft, file, replaces }] : [],
  );
  const replaced = new Set(others.flatMap(({ replaces }) => replaces?.name ?? []));
  const there = open
    ? resourcesOf(open.raw).filter((entry) => isAddresses(entry) && !replaced.has(String(entry.name)))
    : [];
  const entries = [...there, ...others.map(({ draft }) => draft)];
  if (entries.length === 0) return undefined;
  const added = Object.fromEntries(others.map(({ draft, file }) => [draft.path, file] as const));
  const source = open
    ? ({ kind: "extended", base: open.source, files: added } as const)
    : ({ kind: "files", files: added, label: "" } as const);
  return { source, entries };
}

/** Those of the city that is open. */
export function addressesOfCity(app: App): DataBeside | undefined {
  const open = app.store.getState().document.package;
  const entries = open ? resourcesOf(open.raw).filter(isAddresses) : [];
  return open && entries.length > 0 ? { source: open.source, entries } : undefined;
}

function isAddresses({ anlaufpunkt }: Readonly<Record<string, unknown>>): boolean {
  return (
    typeof anlaufpunkt === "object" && anlaufpunkt !== null && "role" in anlaufpunkt && anlaufpunkt.role === "addresses"
  );
}
