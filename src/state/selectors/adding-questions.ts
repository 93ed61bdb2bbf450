import type { CityForData, Clue, ClueKey, DraftKeys } from "../../domain/data-draft.ts";
import { areaColumnOf } from "../../domain/role-columns.ts";
import type { Adding, AddingFile } from "../app-state.ts";

/** What the assistant lists of a file: the clues of its inspection, and those that follow from the draft as it is now. */
export function shownClues(file: AddingFile, city: CityForData): Clue[] {
  const { draft, inspection } = file;
  if (!draft || !inspection) return [];
  const keys = draft.anlaufpunkt;
  const { role, columns = {} } = keys;
  const clues = inspection.clues.filter(({ key, context }) => {
    if (key === "format") return context.promised !== undefined;
    if (key === "areas" || key === "period") return false;
    if (key === "codes") return file.preview === undefined || codesOf(file).length > 0;
    return true;
  });
  const found = (key: ClueKey) => inspection.clues.find((clue) => clue.key === key);
  const add = (key: ClueKey, basis: Clue["basis"], value = "") =>
    clues.push({ others: [], context: {}, ...found(key), key, basis, value });
  const areaColumn = areaColumnOf(role);
  if (areaColumn !== undefined && (role === "observations" || columns[areaColumn] !== undefined)) {
    const basis = columns[areaColumn] === undefined ? "ask" : (found("areas")?.basis ?? "likely");
    add("areas", basis, columns[areaColumn]);
  }
  if (role === "observations") {
    const isWide = columns.indicator === undefined;
    if (isWide) add("indicators", Object.keys(keys.values ?? {}).length > 0 ? "likely" : "ask");
    if (columns.period !== undefined) add("period", "certain", columns.period);
    else if (keys.period !== undefined)
      add("period", found("period")?.basis === "likely" ? "likely" : "certain", keys.period);
    else add("period", isWide && areAllDated(keys.values) ? "likely" : "ask");
  }
  if (role === "sozialraeume") add("level", isLevelTaken(file, city) ? "ask" : "likely", keys.levelTitle);
  if (role === "anlaufpunkte") {
    const named = keys.kind ?? columns.kind;
    add("kind", named === undefined ? "ask" : "likely", named);
  }
  return clues;
}

function areAllDated(values: DraftKeys["values"]): boolean {
  const specs = Object.values(values ?? {});
  return specs.length > 0 && specs.every((spec) => typeof spec !== "string");
}

/** The level of these areas is there already, and would not be read a second time. */
function isLevelTaken({ draft }: AddingFile, city: CityForData): boolean {
  const keys = draft?.anlaufpunkt;
  return keys?.role === "sozialraeume" && city.levels.some(({ level }) => level === keys.level);
}

/** What the user has to say before the file is taken. A confirmed question that has no answer yet stays one. */
export function openQuestions(file: AddingFile, city: CityForData): ClueKey[] {
  return shownClues(file, city)
    .filter(
      ({ key, basis, value }) => basis === "ask" && !(file.answered.includes(key) && !isUnanswered(file, key, value)),
    )
    .map(({ key }) => key);
}

/** Nothing was proposed that could be confirmed. */
export function isUnanswered(file: AddingFile, key: ClueKey, value: string): boolean {
  if (key === "codes") return codesOf(file).some(({ meaning }) => meaning === undefined);
  if (key === "level") return true;
  return ["areas", "period", "kind", "crs"].includes(key) && value === "" && file.draft?.anlaufpunkt.crs === undefined;
}

interface ShownCode {
  readonly code: string;
  readonly cells: number;
  /** Undefined: nobody has said what it means. */
  readonly meaning: "not-stated" | "suppressed" | "not-applicable" | "zero" | "number" | undefined;
}

/** Each sign that stands in columns of numbers that are used, with what the draft says that it means. */
export function codesOf({ draft, preview, answered }: AddingFile): ShownCode[] {
  const cells = new Map<string, number>();
  const role = draft?.anlaufpunkt.role;
  const used = new Set([
    ...Object.values(draft?.anlaufpunkt.columns ?? {}),
    ...(role === "observations" ? Object.keys(draft?.anlaufpunkt.values ?? {}) : []),
  ]);
  for (const { name, codes } of preview?.columns ?? []) {
    if (!used.has(name)) continue;
    for (const { code, count } of codes) cells.set(code, (cells.get(code) ?? 0) + count);
  }
  const { missing = {}, zero = [] } = draft?.anlaufpunkt ?? {};
  return [...cells].map(([code, count]) => ({
    code,
    cells: count,
    meaning: Object.hasOwn(missing, code)
      ? missing[code]
      : zero.includes(code)
        ? "zero"
        : /^[-\u2212]?\d/.test(code) && (answered.includes("codes") || role !== "observations")
          ? "number"
          : undefined,
  }));
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
    for (const key of openQuestions(file, city)) {
      if (key === "level") found.push({ why: "level", id, file: name });
      else found.push({ why: "question", id, file: name, key });
    }
    if (role === "sozialraeume") {
      hasAreas = true;
      if (level !== undefined && levels.has(level)) found.push({ why: "level", id, file: name });
      levels.add(level ?? "");
    }
    if (file.preview && file.preview.kept === 0) found.push({ why: "nothing", id, file: name });
  }
  if (waits) found.push({ why: "waiting" });
  else if (usable === 0) found.push({ why: "file" });
  if (adding.isNewCity && usable > 0 && !hasAreas) found.push({ why: "areas" });
  return found;
}
