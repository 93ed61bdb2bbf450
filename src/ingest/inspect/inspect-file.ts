import type { Role } from "../../domain/city.ts";
import type {
  CityForData,
  Clue,
  DraftKeys,
  Inspection,
  ResourceDraft,
  WantedReading,
} from "../../domain/data-draft.ts";
import { LOOKED_AT } from "../../domain/file-limits.ts";
import { WHOLE_CITY } from "../../domain/indicator.ts";
import { areaColumnOf } from "../../domain/role-columns.ts";
import { DEFAULT_LIST_SEPARATOR } from "../cell-texts.ts";
import { IssueLog } from "../issue-log.ts";
import { withoutRows } from "../prepare-table.ts";
import type { FirstLines, RawTable, TableOptions } from "../raw-table.ts";
import { tableFormat } from "../table-formats.ts";
import { withWktGeometries } from "../wkt/wkt-geometries.ts";
import { withWrittenPositions } from "../written-positions.ts";
import { knownLayout } from "./address-columns.ts";
import { clue } from "./clue.ts";
import { draftKeys } from "./draft-keys.ts";
import { freeName, freePath, titleOf } from "./draft-names.ts";
import { fullestTable } from "./fullest-table.ts";
import { keyColumns } from "./guess-areas.ts";
import { guessColumns } from "./guess-columns.ts";
import { guessFormat } from "./guess-format.ts";
import { guessHeader, type HeaderGuess } from "./guess-header.ts";
import { guessRole } from "./guess-role.ts";
import { type LeftOutRows, leftOutRows, textOfLine } from "./left-out-rows.ts";
import { guessNumberLook, type NumberLook } from "./number-looks.ts";
import { remarkLines } from "./remark-lines.ts";
import { tellOddities } from "./tell-oddities.ts";

/** Lines that are looked at for titles and header. */
const FIRST_LINES = 120;
/** Of the first lines so much is shown. */
const HEAD = 16;
const HEAD_CELLS = 8;
const HEAD_TEXT = 60;
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
  const table = wanted.table ?? (await fullestTable(tables, firstLinesOf))?.name;
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
  const keys = withTotals(draftKeys(rows, columns, role, look, city, clues, wanted.layout, source), left, clues);
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
