import type { ResourceDraft } from "../domain/data-draft.ts";
import type { OfferedRepair, Repair, RepairKind } from "../domain/repair.ts";
import type { App } from "./app.ts";
import { changeResource, resourcesOf } from "./extend-package.ts";

/** Makes a repair that a finding offers: it joins those of the resource, and the city is read anew. A step that can be taken back. */
export function repairData(app: App, { resource, repair }: OfferedRepair): void {
  change(app, resource, (repairs) => joined(repairs, repair));
}

/** Takes back the repairs of a kind: the rows are again as the file has them. */
export function takeBackRepairs(app: App, resource: string, kind: RepairKind): void {
  change(app, resource, (repairs) => repairs.filter(({ repair }) => repair !== kind));
}

function change(app: App, name: string, next: (repairs: readonly Repair[]) => readonly Repair[]): void {
  const open = app.store.getState().document.package;
  const entry = open && (resourcesOf(open.raw).find((one) => one.name === name) as ResourceDraft | undefined);
  if (!entry) return;
  const { repairs = [], ...keys } = entry.anlaufpunkt;
  const changed = next(repairs);
  changeResource(app, {
    ...entry,
    title: entry.title ?? name,
    anlaufpunkt: changed.length > 0 ? { ...keys, repairs: changed } : keys,
  });
}

/** One entry per kind, but for values and positions: each of those has a cell or a row of its own. */
function joined(repairs: readonly Repair[], added: Repair): readonly Repair[] {
  const same = repairs.find((one) => one.repair === added.repair);
  switch (added.repair) {
    case "set-value":
      return [
        ...repairs.filter(
          (one) => !(one.repair === "set-value" && one.line === added.line && one.column === added.column),
        ),
        added,
      ];
    case "set-position":
      return [...repairs.filter((one) => !(one.repair === "set-position" && one.line === added.line)), added];
    case "leave-out": {
      const known = same?.repair === "leave-out" ? same.lines : [];
      const lines = [...new Set([...known, ...added.lines])].sort((a, b) => a - b);
      return [...repairs.filter((one) => one !== same), { repair: "leave-out", lines }];
    }
    case "cut-overlaps": {
      const share = Math.max(added.share, same?.repair === "cut-overlaps" ? same.share : 0);
      return [...repairs.filter((one) => one !== same), { repair: "cut-overlaps", share }];
    }
    default:
      return same ? repairs : [...repairs, added];
  }
}
