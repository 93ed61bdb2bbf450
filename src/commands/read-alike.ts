import type { PackageSource } from "../domain/package-source.ts";

const shownBy = new WeakMap<PackageSource, PackageSource>();

/** `edited` needs no reading while `read` is what was read: what it has more is in the document already. */
export function needsNoReading(edited: PackageSource, read: PackageSource): void {
  shownBy.set(edited, read);
}

/** Whether what was read of `read` shows `edited` too. */
export function isReadBy(edited: PackageSource, read: PackageSource | undefined): boolean {
  for (let source: PackageSource | undefined = edited; source; source = shownBy.get(source)) {
    if (source === read) return true;
  }
  return false;
}
