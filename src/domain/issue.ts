import type { OfferedRepair } from "./repair.ts";

/**
 * What is wrong with data, as a value. Each code has its text in both languages in i18n/issue-texts.ts; the compiler checks that
 * none is missing. `context` fills the text; it is shown as text, never as HTML.
 */
export type IssueCode =
  | "package-unreadable"
  | "package-invalid"
  | "package-without-descriptor"
  | "package-too-large"
  | "package-version-unknown"
  | "package-without-sozialraeume"
  | "resource-missing"
  | "resource-unreadable"
  | "resource-path-unsafe"
  | "resource-role-unknown"
  | "resource-format-unsupported"
  | "resource-empty"
  | "resource-unused"
  | "extract-unreadable"
  | "extract-ways-cut"
  | "extract-without-ways"
  | "file-not-a-table"
  | "file-incomplete"
  | "file-of-one-page"
  | "file-part-missing"
  | "extract-elsewhere"
  | "encoding-guessed"
  | "encoding-mixed"
  | "table-missing"
  | "header-missing"
  | "merged-number"
  | "crs-unknown"
  | "crs-approximate"
  | "coordinates-outside-crs"
  | "column-missing"
  | "column-duplicate"
  | "column-not-numbers"
  | "value-not-a-number"
  | "value-negative"
  | "value-not-allowed"
  | "value-missing-required"
  | "value-code-undeclared"
  | "value-despite-status"
  | "id-duplicate"
  | "id-unknown"
  | "keys-of-other-areas"
  | "keys-rounded"
  | "areas-across"
  | "text-garbled"
  | "names-contradict-keys"
  | "row-named-total"
  | "geometry-missing"
  | "geometry-unusable"
  | "geometry-repaired"
  | "period-invalid"
  | "name-missing"
  | "population-outside"
  | "anlaufpunkte-outside"
  | "row-malformed"
  | "sozialraeume-without-population"
  | "area-estimated"
  | "database-unavailable"
  | "url-value-ignored"
  | "ring-invalid"
  | "area-twice"
  | "place-twice"
  | "rows-identical"
  | "areas-overlap"
  | "areas-gap"
  | "area-total"
  | "area-tiny"
  | "area-far"
  | "place-far"
  | "cells-far"
  | "cells-twice"
  | "cell-crowded"
  | "share-impossible"
  | "value-below-zero"
  | "residents-differ"
  | "residents-total-differs"
  | "count-fractional"
  | "value-jump"
  | "sum-differs"
  | "quotient-differs"
  | "row-total"
  | "count-looks-like-rate"
  | "rate-looks-like-count"
  | "share-looks-like-fraction"
  | "periods-missing"
  | "period-repeated"
  | "areas-missing-in-period"
  | "check-left-out"
  | "addresses-missing"
  | "address-not-found"
  | "address-approximate"
  | "address-unreadable"
  | "what-if-place-gone"
  | "view-choice-gone";

export type IssueSeverity = "error" | "warning" | "notice";

/** What a row speaks of, as far as the rest of it could be read: where a person who looks for the cause wants to go. */
export type IssueSubject =
  /** Without a level: the finest that has the id. */
  | { readonly on: "sozialraum"; readonly id: string; readonly level?: string | undefined }
  | { readonly on: "anlaufpunkt"; readonly id: string }
  /** Degrees (EPSG:4326): a cell, a node, a place that was left out. */
  | { readonly on: "point"; readonly lon: number; readonly lat: number }
  | { readonly on: "indicator" | "goal" | "vorhaben"; readonly id: string };

export interface Issue {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  /** File (path inside the package) or other origin, as the user knows it. */
  readonly source: string;
  /** Line in the file as a spreadsheet shows it (header = 1), or the number of the feature (first = 1). */
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  /** Raw value, code's particulars, counts: everything the text needs. */
  readonly context: Readonly<Record<string, string | number>>;
  /** What it speaks of; mostly one, and none where the row does not say. */
  readonly about?: readonly IssueSubject[] | undefined;
  /** What can be done about it, when the user agrees. */
  readonly repair?: OfferedRepair | undefined;
}
