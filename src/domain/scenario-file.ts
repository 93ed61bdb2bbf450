import type { Issue } from "./issue.ts";
import type { Scenario } from "./scenario.ts";

/** What-ifs from a file of their own, read against the places of the city that is open. */
export interface ScenarioFile {
  readonly scenarios: readonly Scenario[];
  /** Rows that could not be used; `issues` say why. */
  readonly rejected: number;
  readonly issues: readonly Issue[];
}
