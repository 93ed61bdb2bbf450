/** How a Vorhaben concerns a Sozialraum: in it, in an area that contains it, in a part of it, or in the whole city. */
export type VorhabenPlace = "here" | "above" | "within" | "city";

/** A Vorhaben that concerns a Sozialraum, with the goals that it serves there. */
export interface VorhabenHere {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly place: VorhabenPlace;
  /** Ids of goals, in the order of the goals of the package; ids that no goal has come last. */
  readonly goals: readonly string[];
}

/** Termine of one kind in one year. */
export interface TermineOfKind {
  readonly kind: string;
  /** `YYYY` */
  readonly year: string;
  readonly termine: number;
  /** Sum of the participants that are stated; undefined = nowhere stated. */
  readonly participants?: number | undefined;
  /** Termine that state their participants, and that do not. */
  readonly n: number;
  readonly missing: number;
}
