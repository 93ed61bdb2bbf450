import type { OpenTime } from "../../domain/open-time.ts";
import type { Task } from "../../domain/services.ts";
import type { OpenPlaces } from "./open-places.ts";

/* Names and types only, so that who asks does not load the kernels; worker.ts registers the functions under these names. */

/** Runs `openPlaces`; loads the library of opening hours when it is first asked, and rejects when that cannot be loaded. */
export const openPlacesTask: Task<
  { readonly hours: readonly (string | undefined)[]; readonly time: OpenTime },
  OpenPlaces
> = { name: "open-places" };
