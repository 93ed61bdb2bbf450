import type { LonLatBox } from "../geo/shapes.ts";
import type { AddressPreview } from "./address.ts";
import type { Role } from "./city.ts";
import type { DateFormat } from "./date-format.ts";
import type { IndicatorDirection, IndicatorKind } from "./indicator.ts";
import type { Issue } from "./issue.ts";
import type { MissingReason } from "./measured.ts";
import type { ObservedPlaces } from "./observed-places.ts";
import type { PackageSource } from "./package-source.ts";
import type { Repair } from "./repair.ts";

/**
 * A resource of the package as it would be written into datapackage.json: how a file is to be read, and what its columns mean. The
 * assistant proposes one and the user changes it; there is nothing else that says how the file was understood.
 */
export interface ResourceDraft {
  readonly name: string;
  /** Inside the package, where the file will lie. */
  readonly path: string;
  readonly title: string;
  readonly format: string;
  readonly encoding?: string | undefined;
  readonly dialect?: DraftDialect | undefined;
  /** Entries of others may have a Table Schema; what it says of missing values holds beside ours. */
  readonly schema?: DraftSchema | undefined;
  readonly sources?: readonly { readonly title: string; readonly path?: string | undefined }[] | undefined;
  readonly licenses?: readonly { readonly name: string }[] | undefined;
  readonly anlaufpunkt: DraftKeys;
}

/** The part of a Frictionless Table Dialect that the app honours. */
export interface DraftDialect {
  readonly delimiter?: string | undefined;
  readonly header?: boolean | undefined;
  readonly headerRows?: readonly number[] | undefined;
  readonly headerJoin?: string | undefined;
  readonly commentRows?: readonly number[] | undefined;
  readonly sheetName?: string | undefined;
  readonly table?: string | undefined;
}

interface DraftSchema {
  readonly missingValues?: readonly (string | { readonly value: string })[] | undefined;
  readonly fields?: readonly { readonly name: string }[] | undefined;
}

/** The key `anlaufpunkt` of the resource: the keys of all roles; which of them count is for the role to say. */
export interface DraftKeys {
  readonly role: Role;
  readonly period?: string | undefined;
  /** Our column → column of the file. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  /** Per our column: what stands in the file → our value; observations: column of the file → indicator. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly missing?: Readonly<Record<string, MissingReason>> | undefined;
  readonly zero?: readonly string[] | undefined;
  readonly decimalChar?: string | undefined;
  readonly groupChar?: string | undefined;
  readonly listSeparator?: string | undefined;
  /** Names of own kinds of places. */
  readonly kinds?: Readonly<Record<string, DraftText>> | undefined;
  readonly dateFormat?: DateFormat | undefined;
  /** Observations: what stands in the column of periods → the period that it means. */
  readonly periods?: Readonly<Record<string, string>> | undefined;
  readonly crs?: string | undefined;
  /** `yx`: the northing stands before the easting. */
  readonly axisOrder?: "yx" | undefined;
  readonly level?: string | undefined;
  /** Observations: what all rows are about where no column says it; `*` = the whole city. */
  readonly sozialraum?: "*" | undefined;
  readonly levelTitle?: DraftText | undefined;
  readonly parentLevel?: string | undefined;
  readonly kind?: string | undefined;
  readonly cellSizeMetres?: number | undefined;
  readonly groups?: Readonly<Record<string, string>> | undefined;
  /** How rows name their Sozialraum; default: by its id. */
  readonly sozialraumBy?: "id" | "name" | undefined;
  /** What stands in the file → id of the Sozialraum; "" = of none of ours, left out on purpose. */
  readonly sozialraumMatches?: Readonly<Record<string, string>> | undefined;
  /** Observations: indicators that the package does not define. */
  readonly indicators?: readonly DraftIndicator[] | undefined;
  readonly repairs?: readonly Repair[] | undefined;
}

/** In one language or both: entries that others have written may name both. */
export type DraftText = string | { readonly de?: string | undefined; readonly en?: string | undefined };

export interface DraftIndicator {
  readonly id: string;
  readonly title: DraftText;
  readonly unit?: string | undefined;
  readonly kind?: IndicatorKind | undefined;
  readonly direction?: IndicatorDirection | undefined;
}

/** What guessing needs to know of the city that is open. */
export interface CityForData {
  /** Finest first. */
  readonly levels: readonly {
    readonly level: string;
    readonly title: string;
    readonly areas: readonly { readonly id: string; readonly name: string }[];
    /** Another file that is added brings it. */
    readonly isBeside?: boolean | undefined;
  }[];
  readonly box?: LonLatBox | undefined;
  readonly indicators: readonly { readonly id: string; readonly title: string }[];
  /** Names and paths of the package that are taken. */
  readonly names: readonly string[];
  readonly paths: readonly string[];
  /** Columns by which tables that are added beside it name areas: of several keys of the areas theirs is the one to take. */
  readonly keysBeside?: readonly KeyColumn[] | undefined;
}

/** A column that is called like a key of areas, each of its cells once. */
export interface KeyColumn {
  readonly column: string;
  readonly cells: readonly string[];
}

/** What stands beside a file that is looked at: resources of the city that is open and drafts of other files, and where their files are. */
export interface DataBeside {
  readonly source: PackageSource;
  /** Entries as they stand in datapackage.json, or would. */
  readonly entries: readonly unknown[];
}

/** What the user has said of a file already: what follows from it is guessed, the rest of the guesses is made anew. */
export interface WantedReading {
  /** Sheet or layer. */
  readonly table?: string | undefined;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  /** Lines of the header, first = 1; empty = there is none. */
  readonly headerRows?: readonly number[] | undefined;
  /** Sign of decimals and sign of thousands, one after the other: `,.` */
  readonly decimal?: string | undefined;
  readonly role?: Role | undefined;
  readonly layout?: "wide" | "long" | undefined;
}

/** What the assistant has understood of one file. */
export interface Inspection {
  readonly name: string;
  readonly bytes: number;
  readonly format: string;
  /** Sheets or layers to choose from; one without a name where the format has one. */
  readonly tables: readonly { readonly name: string; readonly rows?: number | undefined }[];
  /** Undefined when nothing can be made of it; the issues say why. */
  readonly draft?: ResourceDraft | undefined;
  readonly clues: readonly Clue[];
  readonly issues: readonly Issue[];
  /** The first lines as they stand there, cells cut short, where lines have to be told apart from the header. */
  readonly head?: readonly (readonly string[])[] | undefined;
  /** By which columns the file could name areas that another one brings. */
  readonly areaKeys?: readonly KeyColumn[] | undefined;
  /** What stands in lines that are no rows. */
  readonly remarks?: readonly { readonly line: number; readonly text: string }[] | undefined;
}

/** What can be guessed of a file; each has its line in the assistant. */
export type ClueKey =
  | "format"
  | "table"
  | "encoding"
  | "delimiter"
  | "header"
  | "remarks"
  | "decimal"
  | "date"
  | "codes"
  | "layout"
  | "crs"
  | "axes"
  | "rings"
  | "role"
  | "columns"
  | "period"
  | "areas"
  | "level"
  | "kind"
  | "indicators"
  | "doubled"
  | "addresses";

/**
 * How sure it is: `declared` by the file itself, `certain` (only one reading makes sense), `likely` (others are possible), `ask` (it must
 * be said by the user before the data are taken).
 */
export type ClueBasis = "declared" | "certain" | "likely" | "ask";

export interface Clue {
  readonly key: ClueKey;
  readonly basis: ClueBasis;
  /** What was understood, as the file or a standard writes it. */
  readonly value: string;
  /** Other readings that are possible. */
  readonly others: readonly string[];
  /** Why: fills the text of the clue. */
  readonly context: Readonly<Record<string, string | number>>;
}

/** The file read as the draft says, as far as it is shown. */
export interface DraftPreview {
  readonly columns: readonly PreviewColumn[];
  /** Texts by row, as many as are shown. */
  readonly rows: readonly (readonly string[])[];
  /** Line of each shown row in the file. */
  readonly lines: readonly number[];
  /** Rows of the file, as far as that is known. */
  readonly rowCount: number;
  /** Of a large file only the beginning was looked at: so many rows, of which everything else here speaks. */
  readonly beginning?: { readonly rows: number; readonly isOfKnown: boolean } | undefined;
  /** Anlaufpunkte: what stands in the column of the kind, each once with its rows, the most frequent first. */
  readonly kinds?: readonly { readonly raw: string; readonly rows: number }[] | undefined;
  /** Sozialräume: what the file would bring, for files beside it that name them. */
  readonly areas?: readonly { readonly id: string; readonly name: string }[] | undefined;
  /** Rows that the role would keep, and leave out. */
  readonly kept: number;
  readonly rejected: number;
  readonly issues: readonly Issue[];
  /** What the file names as Sozialräume against those of the city; undefined where the role names none. */
  readonly join?: JoinPreview | undefined;
  /** Boundaries that cross or touch themselves, as the file has them, and what cutting them would change. */
  readonly rings?: readonly RingChange[] | undefined;
  /** Observations: of what, where and when the file has values. */
  readonly observed?: readonly ObservedPlaces[] | undefined;
  /** Rows that have an address and no position; undefined when there are none. */
  readonly addresses?: AddressPreview | undefined;
  /** Where it lies: what is shown on the map to confirm. */
  readonly place?: PreviewPlace | undefined;
}

/** A boundary that is no valid one, and what its repair does to the area. */
export interface RingChange {
  readonly line: number;
  readonly squareMetres: number;
  readonly percent: number;
}

export interface PreviewColumn {
  readonly name: string;
  readonly type: "number" | "text" | "key" | "date" | "empty";
  /** Our column that it stands for. */
  readonly ours?: string | undefined;
  /** Cells that are neither empty nor what the type says, each value once with its count, the most frequent first. */
  readonly codes: readonly {
    readonly code: string;
    readonly count: number;
    /** What the offices' convention says; the user is asked. */
    readonly meaning?: CodeMeaning;
  }[];
  readonly smallest?: number | undefined;
  readonly largest?: number | undefined;
  /** Dates that are not written as the contract does: the formats that read them, and some of them as they stand there. */
  readonly dates?: { readonly formats: readonly DateFormat[]; readonly examples: readonly string[] } | undefined;
}

export type CodeMeaning = MissingReason | "zero" | undefined;

export interface JoinPreview {
  readonly by: "id" | "name";
  readonly level: string;
  readonly matched: number;
  /** How many different entries mean no Sozialraum of ours. */
  readonly unmatchedCount: number;
  /** The first of them, with the ones that come nearest. */
  readonly unmatched: readonly {
    readonly raw: string;
    readonly rows: number;
    readonly candidates: readonly { readonly id: string; readonly name: string }[];
  }[];
  /** Sozialräume of the city that the file does not name. */
  readonly withoutRow: readonly string[];
  /** Names that several Sozialräume have: by name nothing is joined then. */
  readonly repeatedNames: readonly string[];
}

export interface PreviewPlace {
  readonly box: LonLatBox;
  /** Some positions, lon and lat in turn. */
  readonly points: Float64Array;
  /** Outlines, where rows are areas or lines: rings or lines as lon and lat in turn. */
  readonly lines: readonly Float64Array[];
  /** Share of the positions within the city's box; undefined while no city is open. */
  readonly insideCity?: number | undefined;
}
