import type { Goal } from "../goal.ts";
import { CITY_GOALS } from "./city-goals.ts";
import { QUARTIERSMANAGEMENT_GOALS } from "./quartiersmanagement-goals.ts";

/** Catalogues that come with the app; ids that no package defines resolve in them. */
export const BUILT_IN_CATALOGUES: readonly (readonly Goal[])[] = [CITY_GOALS, QUARTIERSMANAGEMENT_GOALS];
