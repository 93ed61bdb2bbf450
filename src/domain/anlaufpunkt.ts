import type { PlaceLocation } from "./address.ts";
import type { Localized } from "./localized.ts";

export const ANLAUFPUNKT_STATES = ["existing", "planned", "closed"] as const;
export type AnlaufpunktStatus = (typeof ANLAUFPUNKT_STATES)[number];
export type Wheelchair = "yes" | "limited" | "no";

/** Any place where people find contact or help. Optional = the source did not say. */
export interface Anlaufpunkt {
  readonly id: string;
  /** May be empty: then kind and address stand for it. */
  readonly name: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly topics: readonly string[];
  readonly targetGroups: readonly string[];
  readonly languages: readonly string[];
  readonly status: AnlaufpunktStatus;
  readonly provider?: string | undefined;
  readonly address?: string | undefined;
  /** OSM opening_hours syntax. */
  readonly openingHours?: string | undefined;
  readonly wheelchair?: Wheelchair | undefined;
  readonly website?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly capacity?: number | undefined;
  /** Absent: the position stands in the file. */
  readonly location?: PlaceLocation | undefined;
  /** Resource it came from. */
  readonly resource: string;
}

/** A kind that occurs in the package, with its title and how many existing places have it. */
export interface AnlaufpunktKind {
  readonly id: string;
  readonly title: Localized;
  readonly plural: Localized;
  readonly existing: number;
}

/** Kinds that the contract names; a package may add its own. */
export const KNOWN_KINDS: Readonly<Record<string, { title: Localized; plural: Localized }>> = {
  quartierszentrum: {
    title: { de: "Quartierszentrum", en: "Neighbourhood centre" },
    plural: { de: "Quartierszentren", en: "Neighbourhood centres" },
  },
  beratungsstelle: {
    title: { de: "Beratungsstelle", en: "Advice centre" },
    plural: { de: "Beratungsstellen", en: "Advice centres" },
  },
  begegnungsstaette: {
    title: { de: "Begegnungsstätte", en: "Meeting place" },
    plural: { de: "Begegnungsstätten", en: "Meeting places" },
  },
  netzwerk: {
    title: { de: "Netzwerk", en: "Local network" },
    plural: { de: "Netzwerke", en: "Local networks" },
  },
};

/** Contract: quartierszentrum and beratungsstelle as far as the package has them, else all. */
export function defaultKinds(kinds: readonly AnlaufpunktKind[]): string[] {
  const preferred = kinds.filter((kind) => kind.id === "quartierszentrum" || kind.id === "beratungsstelle");
  return (preferred.length > 0 ? preferred : kinds).map((kind) => kind.id);
}
