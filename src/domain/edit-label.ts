import type { ChangeName } from "./scenario.ts";

/** A step of the user that can be taken back; the texts stand in i18n. `what` = the place, scenario or view that it was done to. */
export interface EditLabel {
  readonly done: EditName;
  readonly what: string;
}

export type EditName =
  | ChangeName
  | "rename"
  | "withdraw"
  | "scenario-created"
  | "scenario-renamed"
  | "scenario-removed"
  | "scenario-proposed"
  | "scenarios-opened"
  | "network-added"
  | "data-added"
  | "data-changed"
  | "data-removed"
  | "view-kept"
  | "view-renamed"
  | "view-moved"
  | "view-removed"
  | "work-taken";
