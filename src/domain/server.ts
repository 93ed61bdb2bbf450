import type { LonLatBox } from "../geo/shapes.ts";

/** A WFS, an OGC API Features, or one file at an address. */
export type ServiceKind = "wfs" | "ogc-api" | "file";

/** How features are sent. */
export type PageFormat = "gml" | "geojson";

export interface ServerLayer {
  /** As the server calls it. */
  readonly name: string;
  readonly title: string;
  readonly description?: string | undefined;
  /** Reference systems it is offered in, as the server writes them, its own first. */
  readonly systems: readonly string[];
  readonly box?: LonLatBox | undefined;
  /** Features or rows, where the server knows it for certain. */
  readonly count?: number | undefined;
  readonly columns?: readonly string[] | undefined;
  readonly bytes?: number | undefined;
  /** Of a Parquet file: the server gives parts of it; `false` = only all of it. */
  readonly isRanged?: boolean | undefined;
  /** The end of a Parquet file, which says what is in it. */
  readonly tail?: Uint8Array<ArrayBuffer> | undefined;
  /** The column of a file that holds places. */
  readonly geometry?: string | undefined;
  /** Formats as the server calls them. */
  readonly formats: readonly string[];
  /** Where its features are, if not where the service is. */
  readonly address?: string | undefined;
}

/** What a server says of itself. */
export interface ServerService {
  readonly kind: ServiceKind;
  readonly version: string;
  readonly title: string;
  /** Where features are asked for. */
  readonly address: string;
  /** Asked where nothing is there: of the address that the user has named and the one that the service names the other. */
  readonly otherAddress?: string | undefined;
  /** Another host that the service names for its data. It is not asked: the user has not named it. */
  readonly elsewhere?: string | undefined;
  readonly layers: readonly ServerLayer[];
}

/** How a layer is asked for. */
export interface LayerChoice {
  readonly format: PageFormat;
  /** As the server calls the format; absent = it is asked for none. */
  readonly outputFormat?: string | undefined;
  /** One of the systems of the layer; absent = as the server likes. */
  readonly system?: string | undefined;
}

/** The first features of a layer as text. */
export interface LayerPreview {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What the server says there is in all; a hint only. */
  readonly matched?: number | undefined;
  /** Columns that are not shown. */
  readonly leftOut?: number | undefined;
}

/** One request that has left this computer. */
export interface ServerRequest {
  readonly id: number;
  /** ISO 8601. */
  readonly time: string;
  readonly host: string;
  readonly address: string;
  readonly method: string;
  readonly bytes: number;
  /** Absent while it is on its way, and when no answer could be read. */
  readonly status?: number | undefined;
  readonly state: "running" | "answered" | "failed";
}

export type ServerFailureReason =
  /** This build allows no host. */
  | "no-hosts"
  /** What was entered is no address. */
  | "no-address"
  | "host-not-allowed"
  /** The page came by https, the address is http: no browser mixes them. */
  | "insecure"
  /** `detail` = seconds. */
  | "timed-out"
  /** `detail` = the most bytes that are taken. */
  | "too-large"
  | "no-cors"
  | "unreachable"
  /** The page's own policy forbids it, although the build allows it. */
  | "blocked-by-page"
  /** `detail` = where to, if the browser says it. */
  | "redirected"
  | "login"
  | "not-found"
  | "http-status"
  | "html-page"
  /** `detail` = what the service says. */
  | "service-error"
  | "not-a-service"
  | "no-layers"
  /** `detail` = what the reader says. */
  | "broken-answer"
  /** Pages in different reference systems do not make one file. */
  | "systems-mixed";

export interface ServerFailure {
  readonly reason: ServerFailureReason;
  readonly address: string;
  readonly host: string;
  readonly status?: number | undefined;
  readonly detail?: string | undefined;
  /** As that of the service. */
  readonly elsewhere?: string | undefined;
}

/** How far the loading of a layer is. */
export interface LoadProgress {
  readonly features: number;
  readonly bytes: number;
  readonly pages: number;
  /** What the server says there is in all. */
  readonly of?: number | undefined;
  /** For a file: its length. */
  readonly ofBytes?: number | undefined;
}

/** Why a layer is not there as a whole; absent = it is, as far as the server tells. */
export type LoadShortfall =
  /** A page came again: the server does not go on. */
  | "pages-repeat"
  /** It sent fewer than it had promised. */
  | "fewer-than-promised"
  | "limit";

export interface LoadOutcome {
  readonly features: number;
  readonly pages: number;
  readonly bytes: number;
  /** Features that came on two pages and were taken once. */
  readonly doubles: number;
  readonly promised?: number | undefined;
  readonly shortfall?: LoadShortfall | undefined;
}
