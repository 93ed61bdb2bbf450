import type { CityForData, Clue, ClueKey, DraftKeys, PreviewColumn } from "../../domain/data-draft.ts";
import { localized } from "../../domain/localized.ts";
import { areaColumnOf, DATE_COLUMNS } from "../../domain/role-columns.ts";
import type { Adding, AddingFile } from "../app-state.ts";
import { codesOf } from "./shown-codes.ts";

/** What a planner decides on comes first, how the file is written last. */
export const CLUE_ORDER: readonly ClueKey[] = [
  ...(["format", "role", "table", "level", "addresses", "areas", "period", "indicators", "doubled", "kind"] as const),
  ...(["codes", "crs", "axes", "rings", "layout", "header", "remarks", "decimal", "date", "columns"] as const),
  ...(["encoding", "delimiter"] as const),
];

/** What the assistant lists of a file: the clues of its inspection, and those that follow from the draft as it is now. */
export function shownClues(file: AddingFile, city: CityForData): Clue[] {
  const { draft, inspection } = file;
  if (!draft || !inspection) return [];
  const keys = draft.anlaufpunkt;
  const { role } = keys;
  const isWide = keys.columns?.indicator === undefined;
  // What stands for none of the file's columns stands for nothing.
  const columns = Object.fromEntries(Object.entries(keys.columns ?? {}).filter(([, theirs]) => theirs !== ""));
  const clues = inspection.clues.filter(({ key, context }) => {
    if (key === "format") return context.promised !== undefined;
    if (key === "areas" || key === "period" || key === "date") return false;
    if (key === "codes") return file.preview === undefined || codesOf(file).length > 0;
    return true;
  });
  const found = (key: ClueKey) => inspection.clues.find((clue) => clue.key === key);
  const add = (key: ClueKey, basis: Clue["basis"], value = "") =>
    clues.push({ others: [], context: {}, ...found(key), key, basis, value });
  const areaColumn = areaColumnOf(role);
  if (areaColumn !== undefined && (role === "observations" || columns[areaColumn] !== undefined)) {
    const named = columns[areaColumn] ?? keys.sozialraum;
    add("areas", named === undefined ? "ask" : (found("areas")?.basis ?? "likely"), named);
  }
  if (role === "observations") {
    if (isWide) add("indicators", Object.keys(keys.values ?? {}).length > 0 ? "likely" : "ask");
    if (columns.period !== undefined) add("period", "certain", columns.period);
    else if (keys.period !== undefined)
      add("period", found("period")?.basis === "likely" ? "likely" : "certain", keys.period);
    else add("period", isWide && areAllDated(keys.values) ? "likely" : "ask");
  }
  if (file.doubled) add("doubled", "ask", file.doubled.as);
  if (role === "sozialraeume")
    add("level", isLevelTaken(file, city) ? "ask" : "likely", localized(keys.levelTitle ?? "").de);
  if (role === "anlaufpunkte") {
    const named = keys.kind ?? columns.kind;
    add("kind", named === undefined ? "ask" : "likely", named);
    const addresses = file.preview?.addresses;
    // An address file may come later: then somebody has to have seen that the rows lie nowhere until it does.
    if (addresses)
      add("addresses", addresses.files.length === 0 ? "ask" : addresses.openCount > 0 ? "likely" : "certain");
  }
  // Read the other way round they would lie in the country: nobody but the user knows.
  const seemsTurned = file.preview?.issues.some(
    ({ code, context }) => code === "coordinates-outside-crs" && context.swapped !== undefined,
  );
  if (!found("axes") && (seemsTurned || keys.axisOrder === "yx")) {
    add("axes", seemsTurned ? "ask" : "likely", keys.axisOrder ?? "xy");
  }
  const dates = datedColumns(file);
  if (dates.length > 0) {
    // One reading alone fits, or somebody has to say it.
    const isSure = keys.dateFormat !== undefined && dates.every(({ formats }) => formats.length === 1);
    add("date", isSure ? "certain" : "ask", keys.dateFormat);
  }
  if ((file.preview?.rings ?? []).length > 0) {
    add("rings", "ask", isCut(keys) ? "make-valid" : file.answered.includes("rings") || file.replaces ? "keep" : "");
  }
  return clues;
}

function areAllDated(values: DraftKeys["values"]): boolean {
  const specs = Object.values(values ?? {});
  return specs.length > 0 && specs.every((spec) => typeof spec !== "string");
}

/** Boundaries that cross or touch themselves are cut. */
export function isCut({ repairs = [] }: Pick<DraftKeys, "repairs">): boolean {
  return repairs.some(({ repair }) => repair === "make-valid");
}

/** Columns that mean a date of ours and are not written as the contract does. */
export function datedColumns({ draft, preview }: AddingFile): NonNullable<PreviewColumn["dates"]>[] {
  const columns = draft?.anlaufpunkt.columns ?? {};
  const dated = new Set(DATE_COLUMNS.flatMap((ours) => columns[ours] ?? []));
  return (preview?.columns ?? []).flatMap(({ name, dates }) => (dates && dated.has(name) ? [dates] : []));
}

/** The level of these areas is there already, and would not be read a second time. */
export function isLevelTaken({ draft, replaces }: AddingFile, city: CityForData): boolean {
  const keys = draft?.anlaufpunkt;
  if (keys?.role !== "sozialraeume" || keys.level === replaces?.level) return false;
  return city.levels.some(({ level }) => level === keys.level);
}

/**
 * What the user has to say before the file is taken. A confirmed question that has no answer yet stays one; of a resource that is in the
 * package already only such are asked.
 */
export function openQuestions(file: AddingFile, city: CityForData): ClueKey[] {
  return shownClues(file, city)
    .filter(
      ({ key, basis, value }) =>
        basis === "ask" &&
        !((file.replaces !== undefined || file.answered.includes(key)) && !isUnanswered(file, key, value)),
    )
    .map(({ key }) => key)
    .sort((a, b) => CLUE_ORDER.indexOf(a) - CLUE_ORDER.indexOf(b));
}

/** Nothing was proposed that could be confirmed. */
export function isUnanswered(file: AddingFile, key: ClueKey, value: string): boolean {
  if (key === "codes") return codesOf(file).some(({ meaning }) => meaning === undefined);
  if (key === "level") return true;
  if (key === "indicators") return Object.keys(file.draft?.anlaufpunkt.values ?? {}).length === 0;
  if (key === "axes") return !file.answered.includes("axes");
  if (key === "date" || key === "rings") return value === "";
  return ["areas", "period", "kind", "crs"].includes(key) && value === "" && file.draft?.anlaufpunkt.crs === undefined;
}

/** Why the files cannot be taken yet. */
export type Obstacle =
  | { readonly why: "question"; readonly id: number; readonly file: string; readonly key: ClueKey }
  | { readonly why: "nothing" | "level"; readonly id: number; readonly file: string }
  | { readonly why: "waiting" | "areas" | "file" };

export function obstacles(adding: Adding, city: CityForData): Obstacle[] {
  const found: Obstacle[] = [];
  let usable = 0;
  let hasAreas = false;
  let waits = false;
  const levels = new Set<string>();
  for (const file of adding.files) {
    if (file.state === "inspecting" || file.isPreviewing) waits = true;
    if (file.state !== "open" || !file.draft) continue;
    usable++;
    const { id, name } = file;
    const { role, level } = file.draft.anlaufpunkt;
    const questions = openQuestions(file, city);
    for (const key of questions) {
      if (key === "level") found.push({ why: "level", id, file: name });
      else found.push({ why: "question", id, file: name, key });
    }
    if (role === "sozialraeume") {
      hasAreas = true;
      if (level !== undefined && levels.has(level)) found.push({ why: "level", id, file: name });
      levels.add(level ?? "");
    }
    // Before the questions are answered it is no wonder.
    // Places may wait for an address file that comes later.
    const waitsForAddresses = file.preview?.addresses?.files.length === 0;
    if (file.preview && file.preview.kept === 0 && questions.length === 0 && !waitsForAddresses)
      found.push({ why: "nothing", id, file: name });
  }
  if (waits) found.push({ why: "waiting" });
  else if (usable === 0) found.push({ why: "file" });
  if (adding.isNewCity && usable > 0 && !hasAreas) found.push({ why: "areas" });
  return found;
}
