import { buildApp } from "../../data/set-up.mjs";

/** Before all browser tests: they look at the built app, as it is served. */
export function setup(): void {
  buildApp();
}
