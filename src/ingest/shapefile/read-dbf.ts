import { decodeText } from "../csv/decode-text.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { declaredEncoding } from "./dbf-encoding.ts";

export interface DbfTable {
  readonly columns: readonly { readonly name: string; readonly texts: string[]; readonly numbers?: Float64Array }[];
  /** Number of each row's record (first = 0), of those that are wanted: rows that are marked as deleted are left out. */
  readonly records: readonly number[];
  /** Records that lie in the file, and that its header names. */
  readonly recordCount: number;
  readonly promised: number;
  readonly encoding: string;
  /** The declared encoding did not fit, or none was declared. */
  readonly guessed: boolean;
  readonly declared: string | undefined;
  /** It has texts in a file beside it. */
  readonly hasMemo: boolean;
}

interface Field {
  readonly name: number;
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

const HEADER_BYTES = 32;
const DELETED = 0x2a;
/** Parts the cells while they are decoded; as a control character it stands in no cell. */
const BETWEEN = 0x1f;

/**
 * The table beside the geometries. Numbers are kept as texts, too: a key of digits is one. Format: dBASE III to V and FoxPro.
 * @param cpg what the `.cpg` says
 * @param wanted encoding that somebody has chosen
 * @param most how many of its records are read
 * @throws UnreadableFile when the bytes are no table
 */
export function readDbf(
  bytes: Uint8Array,
  cpg?: string,
  wanted?: string,
  most: (records: number) => number = (records) => records,
): DbfTable {
  if (bytes.length < HEADER_BYTES + 1) throw new UnreadableFile("truncated", ".dbf");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // dBASE 7 describes its fields in another way.
  if (((bytes[0] ?? 0) & 7) === 4) throw new UnreadableFile("version", "dBASE 7 (.dbf)");
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const promised = view.getUint32(4, true);
  const fields = fieldsIn(bytes, headerLength, recordLength);
  const recordCount = Math.min(promised, Math.max(0, Math.floor((bytes.length - headerLength) / recordLength)));
  const records: number[] = [];
  const end = most(recordCount);
  for (let record = 0; record < end; record++) {
    if (bytes[headerLength + record * recordLength] !== DELETED) records.push(record);
  }
  const starts = records.map((record) => headerLength + record * recordLength);
  const texts = fields.filter(isText);
  const declared = declaredEncoding(cpg, bytes[29] ?? 0);
  const { cells, encoding, guessed } = decodedCells(bytes, fields, texts, starts, wanted, declared);
  const columns = fields.map((field, f) => {
    const name = cells[f] ?? "";
    const t = texts.indexOf(field);
    if (t >= 0) {
      return { name, texts: starts.map((_, row) => (cells[fields.length + row * texts.length + t] ?? "").trimEnd()) };
    }
    return { name, ...valuesOf(bytes, view, field, starts) };
  });
  return {
    columns,
    records,
    recordCount,
    promised,
    encoding,
    guessed,
    declared: wanted ?? declared,
    hasMemo: fields.some(({ type }) => isMemo(type)),
  };
}

/** What is hidden of FoxPro's (its flags for empty cells) is no column. */
function fieldsIn(bytes: Uint8Array, headerLength: number, recordLength: number): Field[] {
  const fields: Field[] = [];
  let at = 1;
  for (let d = HEADER_BYTES; d + HEADER_BYTES <= Math.min(headerLength, bytes.length); d += HEADER_BYTES) {
    if (bytes[d] === 0x0d) break;
    const type = String.fromCharCode(bytes[d + 11] ?? 0).toUpperCase();
    const length = type === "C" ? (bytes[d + 16] ?? 0) + 256 * (bytes[d + 17] ?? 0) : (bytes[d + 16] ?? 0);
    if (at + length > recordLength) break;
    if (type !== "0") fields.push({ name: d, type, at, length });
    at += length;
  }
  if (fields.length === 0 || recordLength === 0) throw new UnreadableFile("broken", ".dbf");
  return fields;
}

function isText({ type }: Field): boolean {
  return !/^[NFDLIOBYT@+MGPQW]$/.test(type);
}

function isMemo(type: string): boolean {
  return /^[MGPQW]$/.test(type);
}

/** Names of the columns and all cells of text, decoded at once: one file has one encoding, and one decision about it. */
function decodedCells(
  bytes: Uint8Array,
  fields: readonly Field[],
  texts: readonly Field[],
  starts: readonly number[],
  wanted: string | undefined,
  declared: string | undefined,
): { readonly cells: readonly string[]; readonly encoding: string; readonly guessed: boolean } {
  const width = texts.reduce((sum, { length }) => sum + length + 1, 0);
  const joined = new Uint8Array(fields.length * 12 + starts.length * width);
  let end = 0;
  const put = (from: number, length: number): void => {
    for (let i = 0; i < length; i++) {
      const byte = bytes[from + i] ?? 0;
      if (byte === 0) break;
      joined[end++] = byte === BETWEEN ? 0x20 : byte;
    }
    joined[end++] = BETWEEN;
  };
  for (const { name } of fields) put(name, 11);
  for (const start of starts) for (const { at, length } of texts) put(start + at, length);
  const all = joined.subarray(0, end);
  const asUtf8 = wanted === undefined && declared !== undefined ? decodeText(all, "utf-8") : undefined;
  // Windows-1252 fits always: what is UTF-8 to the last byte is UTF-8, whatever is declared.
  const isUtf8 = asUtf8?.encoding === "utf-8" && /[^\0-\x7f]/.test(asUtf8.text);
  const { text, encoding, guessed } = isUtf8 ? asUtf8 : decodeText(all, wanted ?? declared);
  const isAscii = !/[^\0-\x7f]/.test(text);
  // Nothing is told of plain letters, nor of UTF-8 that nobody has denied.
  const isOther = isUtf8 ? declared !== "utf-8" : guessed;
  return { cells: text.split("\u001f"), encoding, guessed: !isAscii && wanted === undefined && isOther };
}

interface Values {
  readonly texts: string[];
  readonly numbers?: Float64Array;
}

function valuesOf(bytes: Uint8Array, view: DataView, { type, at, length }: Field, starts: readonly number[]): Values {
  const ascii = (start: number): string => {
    let text = "";
    for (let i = start + at; i < start + at + length; i++) text += String.fromCharCode(bytes[i] ?? 0);
    return text.replaceAll("\0", " ").trim();
  };
  switch (type) {
    case "N":
    case "F":
      return numeric(starts, (start) => {
        const text = ascii(start);
        // Asterisks stand for a number that was too long for its field: there is none.
        return /^\*+$/.test(text) ? "" : text.replace(",", ".");
      });
    case "I":
    case "+":
      return numeric(starts, (start) => (length === 4 ? String(view.getInt32(start + at, true)) : ""));
    case "O":
    case "B":
      return numeric(starts, (start) => (length === 8 ? String(view.getFloat64(start + at, true)) : ""));
    case "Y":
      return numeric(starts, (start) => (length === 8 ? String(Number(view.getBigInt64(start + at, true)) / 1e4) : ""));
    case "D":
      return { texts: starts.map((start) => dateText(ascii(start))) };
    case "T":
    case "@":
      return { texts: starts.map((start) => (length === 8 ? momentText(view, start + at) : "")) };
    case "L":
      return {
        texts: starts.map((start) =>
          /^[ty]/i.test(ascii(start)) ? "true" : /^[fn]/i.test(ascii(start)) ? "false" : "",
        ),
      };
    default:
      return { texts: starts.map(() => "") };
  }
}

function numeric(starts: readonly number[], textAt: (start: number) => string): Values {
  const texts = starts.map(textAt);
  return { texts, numbers: Float64Array.from(texts, (text) => (text === "" ? Number.NaN : Number(text))) };
}

function dateText(text: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (year === undefined || year === "0000") return /^[0\s]*$/.test(text) ? "" : text;
  return `${year}-${month}-${day}`;
}

/** A day by its Julian number, and milliseconds of it. 2440588 = 1 January 1970. */
function momentText(view: DataView, at: number): string {
  const day = view.getInt32(at, true);
  const moment = new Date((day - 2440588) * 86_400_000 + view.getInt32(at + 4, true));
  return day === 0 || Number.isNaN(moment.getTime()) ? "" : moment.toISOString().replace(/T00:00:00\.000Z$/, "");
}
