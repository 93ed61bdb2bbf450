import type { ResourceReport } from "./city.ts";
import type { Issue } from "./issue.ts";
import type { Network } from "./network.ts";

/** A walking network from a file of its own, beside the package: it counts in place of the package's. */
export interface AddedNetwork {
  readonly network: Network;
  /** As the view „Daten“ lists it beside the resources of the package. */
  readonly report: ResourceReport;
  readonly issues: readonly Issue[];
}
