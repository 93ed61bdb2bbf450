import type { Role } from "../../domain/city.ts";
import type { CityForData, Clue, DraftKeys, PreviewColumn, WantedReading } from "../../domain/data-draft.ts";
import type { MissingReason } from "../../domain/measured.ts";
import { areaColumnOf, ROLE_COLUMNS } from "../../domain/role-columns.ts";
import { ADDRESS_COLUMNS } from "../addresses/address-rows.ts";
import type { RawTable } from "../raw-table.ts";
import { addressColumns } from "./address-columns.ts";
import { clue } from "./clue.ts";
import { guessDateFormat } from "./column-dates.ts";
import { fitOf, matchColumns } from "./column-words.ts";
import { guessIdentity } from "./guess-identity.ts";
import { guessLevel, guessParent } from "./guess-level.ts";
import type { RoleGuess } from "./guess-role.ts";
import type { NumberLook } from "./number-looks.ts";
import { observationKeys, type TableContext } from "./observation-keys.ts";
import { placeKeys } from "./place-keys.ts";

/** What nearly every row has. */
const MOSTLY = 0.8;

/** The keys of the contract under which a table is read in its role; what they rest on is told among the clues. */
export function draftKeys(
  table: RawTable,
  columns: readonly PreviewColumn[],
  role: RoleGuess,
  look: NumberLook,
  city: CityForData,
  clues: Clue[],
  layout: WantedReading["layout"],
  source: TableContext["source"] & { readonly file: string },
): DraftKeys {
  clues.push(clue("role", role.isSure ? "likely" : "ask", role.role, role.others, {}));
  const names = columns.filter(({ name }) => name !== role.areas?.column).map(({ name }) => name);
  const own = ["anlaufpunkte", "addresses"].includes(role.role) ? addressColumns(names) : {};
  const parts = new Set(Object.values(own));
  const mapped: Record<string, string> = {
    ...matchColumns(
      ROLE_COLUMNS[role.role].filter((ours) => !ADDRESS_COLUMNS.includes(ours)),
      names.filter((name) => !parts.has(name)),
    ),
    ...own,
  };
  if (role.role === "anlaufpunkte") mapped.kind = filledKind(table, columns, mapped) ?? "";
  if (mapped.kind === "") delete mapped.kind;
  // Columns of coordinates beside geometries are in a system of their own, which nobody names (the census writes EPSG:3035).
  if (table.geometries?.some((geometry) => geometry !== null)) {
    for (const ours of ["x", "y", "lon", "lat"]) delete mapped[ours];
  }
  const areaKeys = role.role === "sozialraeume" ? keysOfAreas(table, columns, mapped, source.file, city) : {};
  const areaColumn = areaColumnOf(role.role);
  if (role.areas && areaColumn) {
    mapped[areaColumn] = role.areas.column;
    const { column, level, by, matches, isWhole, isKey } = role.areas;
    const share = Math.round(100 * role.areas.share);
    // Numbers of other things are numbers of areas, too, where not all of them are named.
    const isOpen = role.doubt !== undefined || share < 80 || (matches && !isKey && !(isWhole && share === 100));
    const basis = isOpen ? "ask" : share > 90 && !matches ? "certain" : "likely";
    clues.push(clue("areas", basis, column, [], { column, level, by, share }));
  }
  const place = placeKeys(table, mapped, role, city, clues);
  const { missing, zero } = codeKeys(columns, role.role, clues);
  return {
    role: role.role,
    columns: Object.keys(mapped).length > 0 ? mapped : undefined,
    decimalChar: look.decimalChar === "." ? undefined : look.decimalChar,
    groupChar: look.groupChar === "" ? undefined : look.groupChar,
    missing,
    zero,
    dateFormat: guessDateFormat(table, mapped),
    ...place,
    ...(role.role === "observations"
      ? observationKeys(table, columns, mapped, { role, city, layout, source }, clues)
      : {}),
    ...areaKeys,
    ...(areaColumn && role.areas?.by === "name" ? { sozialraumBy: "name" as const } : {}),
    ...(areaColumn && role.areas?.matches ? { sozialraumMatches: role.areas.matches } : {}),
  };
}

/** Of the columns that are called like a kind the one that every place has: the folder of a map rather than a detail of some. */
function filledKind(
  table: RawTable,
  columns: readonly PreviewColumn[],
  { kind, ...others }: Readonly<Record<string, string>>,
): string | undefined {
  const taken = new Set(Object.values(others));
  const share = (name: string) => {
    const texts = table.columns.find((column) => column.name === name)?.texts ?? [];
    return texts.filter((text) => text.trim() !== "").length / Math.max(1, texts.length);
  };
  if (kind === undefined || share(kind) > MOSTLY) return kind;
  const fitting = columns.filter(({ name }) => !taken.has(name) && fitOf("kind", name) > 0);
  return fitting.map(({ name }) => name).find((name) => share(name) > MOSTLY) ?? kind;
}

/** What areas are called, each of them and all together, and in which coarser ones they lie. */
function keysOfAreas(
  table: RawTable,
  columns: readonly PreviewColumn[],
  mapped: Record<string, string>,
  file: string,
  city: CityForData,
): Partial<DraftKeys> {
  const { id, name } = guessIdentity(table, columns, city.keysBeside);
  if (id !== undefined) mapped.id = id;
  if (name !== undefined) mapped.name = name;
  const parent = guessParent(table, columns, id, city);
  if (parent) mapped.parent = parent.column;
  return { ...guessLevel(file, table, columns), parentLevel: parent?.level };
}

/** Roles whose rows are counted: in the others a number is a detail that many rows lack. */
const COUNTED: readonly Role[] = ["observations", "population", "sozialraeume"];

/** What stands instead of numbers: as the offices' convention has it, and the user is asked before the data are taken. */
function codeKeys(columns: readonly PreviewColumn[], role: Role, clues: Clue[]): Pick<DraftKeys, "missing" | "zero"> {
  const missing: Record<string, MissingReason> = {};
  const zero: string[] = [];
  const met = new Map<string, number>();
  for (const { codes } of columns) {
    for (const { code, count, meaning } of codes) {
      if (code === "" && !COUNTED.includes(role)) continue;
      met.set(code, (met.get(code) ?? 0) + count);
      if (meaning === "zero") zero.push(code);
      else if (meaning) missing[code] = meaning;
    }
  }
  if (met.size > 0) {
    const value = [...met.keys()].map((code) => (code === "" ? "␣" : code)).join("  ");
    clues.push(clue("codes", "ask", value, [], { cells: [...met.values()].reduce((a, b) => a + b, 0) }));
  }
  return {
    missing: Object.keys(missing).length > 0 ? missing : undefined,
    zero: zero.length > 0 ? [...new Set(zero)] : undefined,
  };
}
