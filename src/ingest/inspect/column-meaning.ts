import type { PreviewColumn } from "../../domain/data-draft.ts";
import type { IndicatorKind } from "../../domain/indicator.ts";
import { plainColumn } from "./column-words.ts";
import { writtenPeriod } from "./written-period.ts";

/** What the name of a column of values says. */
export interface ColumnMeaning {
  /** Without the period. */
  readonly title: string;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: IndicatorKind | undefined;
}

const SHARE = /%|prozent|\banteil|quote\b|(^|_)pct\b|percent/i;
const EURO = /€|(?<!\p{L})EUR(O)?(?!\p{L})/iu;
const CLASS = /\bklasse\b|\bclass\b/i;
const MEAN = /durchschnitt|mittelwert|\bmittlere|\bmedian|\bmean\b|average|ø/i;
const INDEX = /\bindex\b|\bscore\b|punktwert/i;
const RATE =
  /\bje\s+(\d[\d.\s]{2,6})\b|\bpro\s+(\d[\d.\s]{2,6})\b|\bper\s+([\d,]{3,7})\b|quotient|ratio\b|rate\b|ziffer\b/i;
/** More columns than this are a collection: what it is called says nothing of one of them. */
const MOST_OF_ONE_TABLE = 12;
/**
 * Words that count or group without saying what: a column that has no others says what it counts only together with its table
 * („männlich“, „Anteil“, „age_65_and_above“, „residents“).
 */
const GENERIC =
  /^(residents?|persons?|people|total|sum|number|count|cases?|value|quotient|ratio|rate|share|percentage|percent|pct|male|female|males|females|men|women|age|aged|under|over|above|below|and|to|of|the|foreign|german|citizenship|nationality|household|households|years?|personen|insgesamt|gesamt|summe|anzahl|zahl|wert|werte|faelle|fall|anteil|prozent|quote|maennlich|weiblich|maenner|frauen|divers|m|w|d|auslaender|deutsche|alter|unter|ueber|ab|bis|von|und|mehr|aelter|jahre?n?|in|der|die|den|haushalte|\d+)$/;
const OF_PEOPLE = /[\s_-]+(of residents|der einwohner\p{L}*|der bevölkerung)$/iu;
const ENDING =
  /[\s_-]+(by|per|je|nach|pro|in den|fuer|für)[\s_-]+(den )?(district|area|quarter|neighbou?rhood|stadtteil|stadtbezirk|bezirk|ortsteil|quartier|sozialraum|gebiet|planungsraum|stadtviertel)\p{L}*$/iu;
const TECHNICAL =
  /(^|[\s_-]+)(cp1252|utf-?8|latin1|iso-?8859-?\d*|epsg\d+|crs84|stand|matrix|cut|final|neu|kopie|copy|export|daten|data|v\d+)(?=$|[\s_-])/gi;

/** „EW 31.12.2018“ → EW, 2018-12-31; „Anteil 2020 (%)“ → Anteil (%), 2020, a share in %. */
export function columnMeaning(
  { name }: Pick<PreviewColumn, "name">,
  texts: readonly string[] = [],
  /** What the table is about, and how many columns of values it has. */
  table?: { readonly about: string; readonly columns: number },
): ColumnMeaning {
  const period = writtenPeriod(name)?.period;
  const shown = texts.filter((text) => text.trim() !== "").slice(0, 50);
  const isShare = SHARE.test(name) || (shown.length > 0 && shown.every((text) => /\d\s*%$/.test(text)));
  // Nothing but a time: what is counted the table says.
  const own = readable(withoutPeriod(name)) || table?.about || "Wert";
  return {
    title: titleIn(own, period, table),
    period,
    ...(isShare ? { unit: "%", kind: "share" as const } : { ...unitOf(name, shown), ...kindOf(name) }),
  };
}

function unitOf(name: string, shown: readonly string[]): Pick<ColumnMeaning, "unit"> {
  return EURO.test(name) || (shown.length > 0 && shown.every((text) => EURO.test(text))) ? { unit: "€" } : {};
}

function kindOf(name: string): Pick<ColumnMeaning, "unit" | "kind"> {
  const plain = name.replaceAll("_", " ");
  if (CLASS.test(plain)) return { kind: "class" };
  if (MEAN.test(plain)) return { kind: "mean" };
  if (INDEX.test(plain)) return { kind: "index" };
  const [rate, ...per] = RATE.exec(plain) ?? [];
  if (rate === undefined) return {};
  const of = per.find((number) => number !== undefined);
  return { kind: "rate", ...(of === undefined ? {} : { unit: `je ${of.trim().replace(/\s/g, ".")}` }) };
}

/** Names that a program made: „birth_rate“ → Birth rate. */
function readable(name: string): string {
  if (!/^[a-zäöüß0-9]+(_[a-zäöüß0-9]+)*$/.test(name) || name.length < 4) return name;
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** With the table before it, where the column alone does not say what it counts. */
function titleIn(own: string, period: string | undefined, table: Parameters<typeof columnMeaning>[2]): string {
  if (!table || table.about === "" || table.columns > MOST_OF_ONE_TABLE) return own;
  const words = plainColumn(own).split(" ");
  const isShareOfSome = /^(percentage|percent|pct|share|anteil)$/.test(words[0] ?? "");
  const isGeneric = isShareOfSome || words.every((word) => GENERIC.test(word));
  if (!isGeneric || period !== undefined) return own;
  const about = plainColumn(table.about).split(" ");
  return words.every((word) => about.includes(word)) ? table.about : `${table.about} – ${own}`;
}

/** What a table is about, by its title or the name of its file: without the time, the areas, and what programs add. */
export function tableAbout(title: string): string {
  const words = withoutPeriod(title.replace(/\.[a-z0-9]{2,8}$/i, ""))
    .replace(/^[a-z]{1,2}_/, "")
    .replaceAll("_", " ")
    .replace(ENDING, "")
    .replace(OF_PEOPLE, "")
    .replace(TECHNICAL, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s–,;:-]+|[\s–,;:-]+$/g, "");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function withoutPeriod(name: string): string {
  return name
    .replace(writtenPeriod(name)?.written ?? "", " ")
    .replace(/\(\s*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s_/–-]+|[\s_/–-]+$/g, "")
    .replace(/\s+(am|zum|vom|stand|im|in|bis)$/i, "")
    .replace(/\s+–\s*–\s+/g, " – ");
}
