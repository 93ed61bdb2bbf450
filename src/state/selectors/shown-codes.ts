import type { DraftKeys, ResourceDraft } from "../../domain/data-draft.ts";
import type { MissingReason } from "../../domain/measured.ts";
import type { AddingFile } from "../app-state.ts";

export interface ShownCode {
  readonly code: string;
  readonly cells: number;
  /** Undefined: nobody has said what it means. */
  readonly meaning: "not-stated" | "suppressed" | "not-applicable" | "zero" | "number" | undefined;
}

/** Each sign that stands in columns of numbers that are used, with what the draft says that it means. */
export function codesOf({ draft, preview, answered, replaces }: AddingFile): ShownCode[] {
  const cells = new Map<string, number>();
  const role = draft?.anlaufpunkt.role;
  const used = new Set([
    ...Object.values(draft?.anlaufpunkt.columns ?? {}),
    ...(role === "observations" ? Object.keys(draft?.anlaufpunkt.values ?? {}) : []),
  ]);
  // Numbers of houses and postcodes are texts: without one there is none.
  for (const ours of ["number", "addition", "postcode"]) used.delete(draft?.anlaufpunkt.columns?.[ours] ?? "");
  for (const { name, codes } of preview?.columns ?? []) {
    if (!used.has(name)) continue;
    for (const { code, count } of codes) {
      // Of places, projects and the like a number is a detail that many lack: an empty cell says nothing, whatever anybody answers.
      if (code === "" && !["observations", "population", "sozialraeume"].includes(role ?? "")) continue;
      cells.set(code, (cells.get(code) ?? 0) + count);
    }
  }
  const { zero = [] } = draft?.anlaufpunkt ?? {};
  const missing = { ...missingBySchema(draft), ...draft?.anlaufpunkt.missing };
  const isPackaged = replaces !== undefined;
  return [...cells].map(([code, count]) => ({
    code,
    cells: count,
    meaning: Object.hasOwn(missing, code)
      ? missing[code]
      : zero.includes(code)
        ? "zero"
        : /^[-\u2212]?\d/.test(code) && (answered.includes("codes") || isPackaged || role !== "observations")
          ? "number"
          : // What may be missing need not be declared.
            code === "" && isPackaged && role !== "observations"
            ? "not-stated"
            : undefined,
  }));
}

/** The keys that say what signs mean, with one that means something else. */
export function withCode(
  { missing, zero = [] }: Pick<DraftKeys, "missing" | "zero">,
  code: string,
  meaning: NonNullable<ShownCode["meaning"]>,
): Pick<DraftKeys, "missing" | "zero"> {
  const entries: [string, MissingReason][] = Object.entries(missing ?? {}).filter(([other]) => other !== code);
  if (meaning !== "zero" && meaning !== "number") entries.push([code, meaning]);
  const zeros = zero.filter((other) => other !== code);
  if (meaning === "zero") zeros.push(code);
  return {
    missing: entries.length > 0 ? Object.fromEntries(entries) : undefined,
    zero: zeros.length > 0 ? zeros : undefined,
  };
}

/** What a Table Schema calls missing has no reason: not stated. */
function missingBySchema(draft: ResourceDraft | undefined): Readonly<Record<string, MissingReason>> {
  const texts = (draft?.schema?.missingValues ?? []).map((entry) => (typeof entry === "string" ? entry : entry.value));
  return Object.fromEntries(texts.map((text) => [text, "not-stated" as const]));
}
