import type { Role } from "../../domain/city.ts";
import type {
  CityForData,
  Clue,
  DraftKeys,
  Inspection,
  PreviewColumn,
  ResourceDraft,
  WantedReading,
} from "../../domain/data-draft.ts";
import { LOOKED_AT } from "../../domain/file-limits.ts";
import { idOfTitle } from "../../domain/id-of-title.ts";
import { WHOLE_CITY } from "../../domain/indicator.ts";
import type { MissingReason } from "../../domain/measured.ts";
import { areaColumnOf, ROLE_COLUMNS } from "../../domain/role-columns.ts";
import { type CrsId, parseCrs } from "../../geo/crs.ts";
import { guessCrs } from "../../geo/guess-crs.ts";
import { ADDRESS_COLUMNS } from "../addresses/address-rows.ts";
import { DEFAULT_LIST_SEPARATOR } from "../cell-texts.ts";
import { IssueLog } from "../issue-log.ts";
import { withoutRows } from "../prepare-table.ts";
import type { FirstLines, RawTable, TableInFile, TableOptions } from "../raw-table.ts";
import { tableFormat } from "../table-formats.ts";
import { withWktGeometries } from "../wkt/wkt-geometries.ts";
import { withWrittenPositions } from "../written-positions.ts";
import { addressColumns, knownLayout } from "./address-columns.ts";
import { clue } from "./clue.ts";
import { guessDateFormat } from "./column-dates.ts";
import { fitOf, matchColumns } from "./column-words.ts";
import { keyColumns } from "./guess-areas.ts";
import { guessColumns } from "./guess-columns.ts";
import { guessFormat } from "./guess-format.ts";
import { guessHeader, type HeaderGuess } from "./guess-header.ts";
import { guessIdentity } from "./guess-identity.ts";
import { guessLevel, guessParent } from "./guess-level.ts";
import { guessRole, type RoleGuess } from "./guess-role.ts";
import { type LeftOutRows, leftOutRows, textOfLine } from "./left-out-rows.ts";
import { guessNumberLook, type NumberLook, PLAIN_NUMBER } from "./number-looks.ts";
import { observationKeys, type TableContext } from "./observation-keys.ts";
import { rawCoordinates } from "./raw-coordinates.ts";
import { remarkLines } from "./remark-lines.ts";
import { tellOddities } from "./tell-oddities.ts";

/** Lines that are looked at for titles and header. */
const FIRST_LINES = 120;
/** Of the first lines so much is shown. */
const HEAD = 16;
const HEAD_CELLS = 8;
const HEAD_TEXT = 60;
/** What nearly every row has. */
const MOSTLY = 0.8;
/** So many sheets are looked at. */
const MOST_SHEETS = 60;
/** Rows whose cells tell how numbers are written. */
const NUMBER_ROWS = 5000;

/** What can be made of a file, as a draft of a resource: everything guessed is in it or among the clues, nothing else is done. */
export async function inspectFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  city: CityForData,
  wanted: WantedReading = {},
): Promise<Inspection> {
  const log = new IssueLog(name);
  const guess = guessFormat(name, bytes);
  const nothing = { name, bytes: bytes.length, format: guess.format, tables: [], clues: [] };
  if (guess.unreadable) {
    log.add("file-not-a-table", { context: { is: guess.unreadable } });
    return { ...nothing, issues: log.list() };
  }
  const id = guess.format === "text" ? "csv" : guess.format;
  const format = tableFormat(id);
  if (!format) {
    log.add("file-not-a-table", { context: { is: id } });
    return { ...nothing, issues: log.list() };
  }
  const clues: Clue[] = [
    clue("format", guess.promised ? "certain" : "declared", id, [], guess.promised ? { promised: guess.promised } : {}),
  ];
  const reader = await format.load();
  const tables = (await reader.tablesIn?.(bytes)) ?? [];
  const firstLinesOf = (table: string | undefined) =>
    reader.firstLines?.(bytes, { source: name, listSeparator: DEFAULT_LIST_SEPARATOR, table }, FIRST_LINES);
  const table = wanted.table ?? (await fullest(tables, firstLinesOf))?.name;
  if (tables.length > 1)
    clues.push(
      clue(
        "table",
        "likely",
        table ?? "",
        tables.map((each) => each.name),
        {},
      ),
    );

  const { encoding, delimiter } = wanted;
  const named = { source: name, listSeparator: DEFAULT_LIST_SEPARATOR, beginning: LOOKED_AT };
  let options: TableOptions = { ...named, table, encoding, delimiter };
  const first = await reader.firstLines?.(bytes, options, FIRST_LINES);
  const header = first && withoutSign(headerOf(first, wanted.headerRows));
  if (first) options = { ...options, ...understoodLines(first, header, clues) };
  const columnNames = header && header.headerRows.length === 0 ? namesFor(first?.lines ?? []) : undefined;
  const read = await reader.read(bytes, { ...options, columnNames });
  const whole = withWrittenPositions(withWktGeometries(read, name));
  const remarks = first ? remarkLines(whole) : [];
  const isRemark = new Set(remarks);
  // What is no row says nothing of what the rows hold.
  const raw = withoutRows(whole, (row) => isRemark.has(whole.lineOf(row)));
  log.addAll(raw.issues.filter(({ code, row }) => code !== "encoding-guessed" && !isRemark.has(row ?? 0)));
  if (first === undefined && raw.encoding) clues.push(encodingClue(raw, wanted.encoding));
  if (raw.rowCount === 0) {
    if (!raw.issues.some(({ severity }) => severity === "error")) log.add("resource-empty");
    return { ...nothing, format: id, tables, clues, issues: log.list() };
  }
  const look = numberLook(raw, wanted.decimal, clues);
  const columnsOfAll = guessColumns(raw, look);
  const guessed = guessRole(raw, columnsOfAll, city);
  const role = wanted.role ? { ...guessed, role: wanted.role, others: [guessed.role, ...guessed.others] } : guessed;
  withoutIdleQuestion(role.role, clues);
  const left = leftOutRows(raw, remarks, columnsOfAll, look, role, city, log, clues);
  const isLeftOut = new Set(left.lines);
  const rows = withoutRows(raw, (row) => isLeftOut.has(raw.lineOf(row)));
  const columns = rows === raw ? columnsOfAll : guessColumns(rows, look);
  const dialect = {
    delimiter: first?.delimiter,
    header: columnNames ? false : undefined,
    headerRows: header && isPlain(header) ? undefined : header?.headerRows.length ? header.headerRows : undefined,
    headerJoin: options.headerJoin,
    commentRows: left.lines.length > 0 ? left.lines : undefined,
    ...(table === undefined ? {} : id === "gpkg" ? { table } : { sheetName: table }),
  };
  const titles = header?.titles.map(({ text }) => text) ?? [];
  const source = { file: name, about: titles[0] ?? name, times: [...titles, table ?? "", name] };
  const keys = withTotals(keysFor(rows, columns, role, look, city, clues, wanted.layout, source), left, clues);
  tellOddities(rows, columns, role, city, log);
  const doubt = areaColumnOf(role.role) && role.doubt;
  if (doubt) log.add(doubt.code, { severity: "warning", row: doubt.row, column: doubt.column, context: doubt.context });
  const draft: ResourceDraft = {
    name: freeName(name, city.names),
    path: freePath(name, city.paths),
    title: titleOf(name, header),
    format: id,
    encoding: first?.encoding ?? wanted.encoding,
    dialect: Object.values(dialect).some((value) => value !== undefined) ? dialect : undefined,
    schema: columnNames ? { fields: columnNames.map((each) => ({ name: each })) } : undefined,
    anlaufpunkt: keys,
  };
  return {
    ...{ name, bytes: bytes.length, format: id, tables, draft, clues, issues: log.list() },
    head: first?.lines.slice(0, HEAD).map((line) => line.slice(0, HEAD_CELLS).map((cell) => cell.slice(0, HEAD_TEXT))),
    areaKeys: keys.role === "sozialraeume" ? undefined : keyColumns(rows, columns),
    remarks: left.lines.map((line) => ({ line, text: textOfLine(whole, line) })),
  };
}

/** How numbers are written is no question where a row is neither counted nor placed by them. */
function withoutIdleQuestion(role: Role, clues: Clue[]): void {
  const at = clues.findIndex(({ key, basis }) => key === "decimal" && basis === "ask");
  const decimal = clues[at];
  if (decimal && ["vorhaben", "goals", "termine", "akteure"].includes(role))
    clues[at] = { ...decimal, basis: "likely" };
}

/** What calls itself a total is of the whole city; whether it is one is asked where it is not what the others add up to. */
function withTotals(keys: DraftKeys, { ofCity, isAsked }: LeftOutRows, clues: Clue[]): DraftKeys {
  if (ofCity.length === 0) return keys;
  const at = clues.findIndex(({ key }) => key === "areas");
  const areas = clues[at];
  if (areas && isAsked) clues[at] = { ...areas, basis: "ask" };
  const matches = Object.fromEntries(ofCity.map((raw) => [raw, WHOLE_CITY]));
  return { ...keys, sozialraumMatches: { ...keys.sozialraumMatches, ...matches } };
}

/** `sep=;` tells Excel the delimiter, and is no title. */
function withoutSign({ titles, ...header }: HeaderGuess): HeaderGuess {
  return { ...header, titles: titles.filter(({ text }) => !/^"?sep=/i.test(text)) };
}

/** The header that the user has named, or the guess. */
function headerOf(first: FirstLines, wanted: readonly number[] | undefined): HeaderGuess {
  if (!wanted) return guessHeader(first.lines);
  const from = wanted[0] ?? 1;
  const titles = first.lines.slice(0, from - 1).flatMap((line, at) => {
    const text = line
      .map((cell) => cell.trim())
      .filter((cell) => cell !== "")
      .join(" ");
    return text === "" ? [] : [{ line: at + 1, text }];
  });
  return { headerRows: wanted, titles, isSure: true };
}

/** Hidden sheets hold what somebody needed for the others; of the others the one with the most rows of numbers is no cover and no legend. */
async function fullest(
  tables: readonly TableInFile[],
  firstLinesOf: (table: string) => FirstLines | Promise<FirstLines> | undefined,
): Promise<TableInFile | undefined> {
  const looked = await Promise.all(
    tables.slice(0, MOST_SHEETS).map(async (table) => {
      const lines = tables.length > 1 ? (await firstLinesOf(table.name))?.lines : undefined;
      const counted = lines?.filter((line) => line.length > 1 && line.some((cell) => PLAIN_NUMBER.test(cell.trim())));
      const share = lines === undefined ? 1 : (counted?.length ?? 0) / Math.max(1, lines.length);
      return { table, rows: share * (table.rows ?? 0) };
    }),
  );
  return looked.sort(
    (a, b) =>
      Number(a.table.isHidden ?? false) - Number(b.table.isHidden ?? false) ||
      b.rows - a.rows ||
      (b.table.rows ?? 0) - (a.table.rows ?? 0),
  )[0]?.table;
}

function isPlain({ headerRows, titles }: HeaderGuess): boolean {
  return titles.length === 0 && headerRows.length === 1 && headerRows[0] === 1;
}

const ENCODINGS = ["utf-8", "windows-1252", "iso-8859-15", "ibm850", "macintosh"];

/** A format that names its encoding, unless the bytes say otherwise. */
function encodingClue({ encoding = "", issues }: RawTable, wanted: string | undefined): Clue {
  const isGuessed = issues.some(({ code }) => code === "encoding-guessed");
  const basis = wanted !== undefined ? "certain" : isGuessed ? "likely" : "declared";
  return clue("encoding", basis, encoding, isGuessed || wanted !== undefined ? ENCODINGS : [], {});
}

function understoodLines(first: FirstLines, header: HeaderGuess | undefined, clues: Clue[]): Partial<TableOptions> {
  if (first.encoding) {
    const isOwn = first.encoding.startsWith("utf");
    const basis = isOwn ? "certain" : first.isEncodingSure === false ? "ask" : "likely";
    clues.push(clue("encoding", basis, first.encoding, ENCODINGS, {}));
  }
  if (first.delimiter) clues.push(clue("delimiter", "likely", first.delimiter, [";", ",", "\t", "|"], {}));
  if (!header) return {};
  const text = header.headerRows.join(", ");
  const context = { titles: header.titles.map(({ text }) => text).join(" · "), lines: header.headerRows.length };
  clues.push(clue("header", header.isSure ? "certain" : "likely", text, [], context));
  return {
    headerRows: isPlain(header) ? undefined : header.headerRows,
    headerJoin: header.headerRows.length > 1 ? " – " : undefined,
  };
}

/** Names for columns of a table without a header. */
function namesFor(lines: readonly (readonly string[])[]): readonly string[] {
  const known = knownLayout(lines);
  if (known) return known;
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: width }, (_, c) => `Spalte ${c + 1}`);
}

function numberLook(table: RawTable, wanted: string | undefined, clues: Clue[]): NumberLook {
  const rows = Math.min(table.rowCount, NUMBER_ROWS);
  const cells = function* () {
    for (const { texts, numbers } of table.columns) {
      if (numbers) continue;
      for (let row = 0; row < rows; row++) yield texts[row] ?? "";
    }
  };
  const guessed = guessNumberLook(cells());
  const look: NumberLook = wanted
    ? { decimalChar: wanted.startsWith(",") ? "," : ".", groupChar: wanted.slice(1), isSure: true }
    : guessed;
  if (table.columns.some(({ numbers }) => !numbers)) {
    const value = `${look.decimalChar}${look.groupChar}`;
    clues.push(clue("decimal", look.isSure ? "certain" : "ask", value, [",.", ".,", ",", "."], {}));
  }
  return look;
}

function keysFor(
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

/** The system: as the file says, else what the numbers mean; the user is shown it on the map. */
function placeKeys(
  table: RawTable,
  mapped: Readonly<Record<string, string>>,
  { role }: RoleGuess,
  city: CityForData,
  clues: Clue[],
): Partial<DraftKeys> {
  if (
    !["sozialraeume", "anlaufpunkte", "population", "network", "network-nodes", "addresses", "background"].includes(
      role,
    )
  )
    return {};
  const coordinates = rawCoordinates(table, mapped);
  if (!coordinates) return {};
  const inCity = guessCrs(coordinates.x, coordinates.y, city.box);
  // What lies nowhere in the city that is open may be of another one.
  const guesses = city.box && inCity.length === 0 ? guessCrs(coordinates.x, coordinates.y) : inCity;
  const guessed = guesses[0];
  const declared = table.crs === undefined ? undefined : parseCrs(table.crs);
  const fits = declared !== undefined && guesses.some(({ crs, swapped }) => sameNumbers(crs, declared) && !swapped);
  const crs: CrsId | undefined = fits || !guessed ? declared : guessed.crs;
  const isDeclared = crs !== undefined && crs === declared;
  clues.push(
    clue(
      "crs",
      isDeclared && fits ? "declared" : guesses.length === 1 ? "likely" : "ask",
      crs ?? "",
      guesses.map((each) => each.crs),
      { declared: table.crs ?? "", share: Math.round(100 * (guessed?.share ?? 0)) },
    ),
  );
  const swapped = !fits && guessed?.swapped === true;
  if (swapped) clues.push(clue("axes", "likely", "yx", ["xy"], {}));
  else if (table.axesTurned) clues.push(clue("axes", "declared", "xy", [], { turned: table.crs ?? "" }));
  return {
    crs: isDeclared && table.crs !== undefined && !swapped ? undefined : crs,
    axisOrder: swapped ? "yx" : undefined,
  };
}

function sameNumbers(a: CrsId, b: CrsId): boolean {
  const degrees = ["EPSG:4326", "CRS84", "EPSG:4258"];
  return a === b || (degrees.includes(a) && degrees.includes(b));
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

function freeName(file: string, taken: readonly string[]): string {
  return free(idOfTitle(file.replace(/\.[a-z0-9]+$/i, "")), "", taken);
}

/** Added files lie in a folder of their own, under the names that the user knows. */
function freePath(file: string, taken: readonly string[]): string {
  const safe = file.replace(/[\\/:*?"<>|\p{Cc}]/gu, "-").replace(/^[.~]+/, "") || "datei";
  const cut = safe.lastIndexOf(".") > 0 ? safe.lastIndexOf(".") : safe.length;
  return `daten/${free(
    safe.slice(0, cut),
    safe.slice(cut),
    taken.map((path) => path.replace(/^daten\//, "")),
  )}`;
}

function free(stem: string, ending: string, taken: readonly string[]): string {
  let name = `${stem}${ending}`;
  for (let number = 2; taken.includes(name); number++) name = `${stem}-${number}${ending}`;
  return name;
}

function titleOf(file: string, header: HeaderGuess | undefined): string {
  const title = header?.titles[0]?.text.trim();
  return title && title.length <= 120 ? title : file.replace(/\.[a-z0-9]+$/i, "").replaceAll("_", " ");
}
