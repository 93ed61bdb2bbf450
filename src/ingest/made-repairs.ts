import type { MadeRepair } from "../domain/repair.ts";
import type { PackageResource } from "./package/descriptor.ts";

const made = new WeakMap<PackageResource, MadeRepair[]>();

/** Begins a reading of the resource: what an earlier one has changed does not count. */
export function forgetRepairs(resource: PackageResource): void {
  made.delete(resource);
}

/** Remembers what a repair has changed while its table was opened; zero where it has changed nothing. */
export function rememberRepairs(resource: PackageResource, repair: MadeRepair): void {
  const known = made.get(resource) ?? [];
  const same = known.find((other) => other.repair === repair.repair);
  const others = known.filter((other) => other !== same);
  made.set(resource, [...others, { ...repair, count: repair.count + (same?.count ?? 0) }]);
}

/** The repairs of a resource, with what they have changed when it was read last; undefined = it has none. */
export function madeRepairs(resource: PackageResource): readonly MadeRepair[] | undefined {
  return made.get(resource);
}
