import { KNOWN_KINDS } from "../../../domain/anlaufpunkt.ts";
import type { CityForData, Clue, DraftText } from "../../../domain/data-draft.ts";
import { type DateFormat, isoDate } from "../../../domain/date-format.ts";
import { WHOLE_CITY } from "../../../domain/indicator.ts";
import { type Language, localized } from "../../../domain/localized.ts";
import { crsTitle, parseCrs } from "../../../geo/crs.ts";
import { addressTexts } from "../../../i18n/address-texts.ts";
import { clueTexts } from "../../../i18n/clue-texts.ts";
import { contentTexts } from "../../../i18n/content-texts.ts";
import { doubledTexts } from "../../../i18n/doubled-texts.ts";
import { fileWritingTexts } from "../../../i18n/file-writing-texts.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { joiningTexts } from "../../../i18n/joining-texts.ts";
import { placingTexts } from "../../../i18n/placing-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { datedColumns, isCut } from "../../../state/selectors/adding-questions.ts";
import { codesOf } from "../../../state/selectors/shown-codes.ts";

/** What was understood, as the draft has it now. */
export function clueSentence(clue: Clue, file: AddingFile, city: CityForData, language: Language): string {
  const clueWords = clueTexts[language];
  const writingWords = fileWritingTexts[language];
  const joiningWords = joiningTexts[language];
  const contentWords = contentTexts[language];
  const placingWords = placingTexts[language];
  const formats = formatsFor(language);
  const { draft } = file;
  const keys = draft?.anlaufpunkt;
  if (!draft || !keys) return clue.value;
  switch (clue.key) {
    case "format":
      return clueWords.promised(String(clue.context.promised ?? ""), clue.value);
    case "table":
      return draft.dialect?.sheetName ?? draft.dialect?.table ?? clue.value;
    case "encoding":
      return encodingWords(draft.encoding ?? clue.value, language);
    case "delimiter":
      return delimiterWords(draft.dialect?.delimiter ?? clue.value, language);
    case "header": {
      const lines = draft.dialect?.header === false ? [] : (draft.dialect?.headerRows ?? [1]);
      const titles = String(clue.context.titles ?? "");
      const where =
        lines.length === 0
          ? writingWords.headerNone
          : lines.length === 1
            ? writingWords.headerLine(String(lines[0]))
            : writingWords.headerLines(`${lines[0]}–${lines.at(-1)}`);
      return titles === "" ? where : `${where}, ${writingWords.headerTitles(titles)}`;
    }
    case "remarks": {
      const count = draft.dialect?.commentRows?.length ?? 0;
      return count === 0 ? writingWords.remarksNone : writingWords.remarksLines(formats.count(count), count === 1);
    }
    case "decimal":
      return decimalWords(`${keys.decimalChar ?? "."}${keys.groupChar ?? ""}`, language);
    case "date": {
      const dates = datedColumns(file);
      const examples = dates.flatMap((column) => column.examples);
      const readAs = (format: DateFormat, raw: string) => formats.period(isoDate(raw, format) ?? raw);
      if (keys.dateFormat !== undefined) {
        const format = keys.dateFormat;
        const raw = examples.find((text) => isoDate(text, format) !== undefined);
        const written = writingWords.dateFormats[format];
        return raw === undefined ? written : `${written}: ${writingWords.dateRead(raw, readAs(format, raw))}`;
      }
      const [first] = dates;
      const raw = first?.examples[0];
      if (!first || raw === undefined || first.formats.length < 2) return writingWords.dateMixed;
      const meant = first.formats.map((format) => readAs(format, raw));
      return writingWords.dateOpen(raw, formats.list(meant, "disjunction"));
    }
    case "rings": {
      const found = (file.preview?.rings ?? []).length;
      const words = placingWords.ringsFound(formats.count(found), found === 1);
      if (isCut(keys)) return `${words}: ${placingWords.ringsAreCut}`;
      return file.answered.includes("rings") || file.replaces ? `${words}: ${placingWords.ringsAreKept}` : words;
    }
    case "codes":
      return codesOf(file)
        .map(
          ({ code, meaning }) =>
            `${code === "" ? writingWords.emptyCell : code} = ${writingWords.meanings[meaning ?? "choose"]}`,
        )
        .join(", ");
    case "layout":
      return writingWords.layouts[keys.columns?.indicator === undefined ? "wide" : "long"];
    case "crs":
      return crsWords(keys.crs ?? clue.value, language);
    case "axes":
      return placingWords.axes[keys.axisOrder === "yx" ? "yx" : "xy"];
    case "role":
      return contentWords.roles[keys.role];
    case "period":
      if (keys.columns?.period) return contentWords.periodFromColumn(keys.columns.period);
      if (keys.period !== undefined) return formats.period(keys.period);
      return clue.basis === "ask" ? contentWords.periodNone : contentWords.periodFromHeader;
    case "areas": {
      if (clue.value === "") return joiningWords.areasNone;
      if (clue.value === WHOLE_CITY) return joiningWords.areasWholeCity;
      const join = file.preview?.join;
      const level = city.levels.find((one) => one.level === (keys.level ?? join?.level))?.title ?? "";
      const named = joiningWords.areasSentence(clue.value, level || clueWords.clues.areas);
      if (!join) return named;
      const all = join.matched + join.unmatchedCount;
      return `${named} ${joiningWords.by[join.by]}, ${joiningWords.joined(formats.count(join.matched), formats.count(all))}`;
    }
    case "level":
      return localized(keys.levelTitle ?? keys.level ?? "")[language];
    case "kind":
      if (keys.kind !== undefined) return contentWords.kindOfAll(kindTitle(keys.kind, keys.kinds, language));
      return !keys.columns?.kind ? contentWords.kindNone : contentWords.kindFromColumn(keys.columns.kind);
    case "indicators": {
      const taken = Object.keys(keys.values ?? {}).length;
      return contentWords.indicatorsSentence(formats.count(taken), formats.count(numberColumns(file).length));
    }
    case "doubled":
      return doubledSentence(file, language);
    case "addresses": {
      const addresses = file.preview?.addresses;
      if (!addresses) return "";
      const { files, total } = addresses;
      const words = addressTexts[language];
      if (files.length === 0) return words.noFile(formats.count(total), total === 1);
      const found = addresses.exact + addresses.approximate + addresses.byHand;
      return words.found(formats.count(found), formats.count(total), files.join(", "));
    }
    default:
      return clue.value;
  }
}

const TITLES = 2;

function doubledSentence({ doubled }: AddingFile, language: Language): string {
  const [first] = doubled?.indicators ?? [];
  if (!doubled || !first) return "";
  const texts = doubledTexts[language];
  const formats = formatsFor(language);
  const { as, indicators } = doubled;
  const titles = indicators.slice(0, TITLES).map(({ title }) => texts.quoted(title));
  const rest = indicators.length > TITLES ? ` … (${formats.count(indicators.length)})` : "";
  const where = first.file === undefined ? texts.inCity : texts.inFile(first.file);
  const differs = indicators.some((one) => one.differs);
  const said = texts.twice(`${titles.join(", ")}${rest}`, where, differs);
  if (as === "same") return `${said} ${texts.isSame}`;
  return `${said} ${indicators.length === 1 ? texts.isOwn(texts.quoted(first.own.title)) : texts.areOwn}`;
}

/** Columns that could be indicators: those of numbers that mean nothing else. */
export function numberColumns({ preview, draft }: AddingFile): string[] {
  const keys = draft?.anlaufpunkt;
  const meant = new Set(Object.values(keys?.columns ?? {}));
  return (preview?.columns ?? []).flatMap(({ name, type }) =>
    name !== "" && !meant.has(name) && (type === "number" || Object.hasOwn(keys?.values ?? {}, name)) ? [name] : [],
  );
}

export function encodingWords(encoding: string, language: Language): string {
  const words: Readonly<Record<string, string>> = fileWritingTexts[language].encodings;
  return Object.hasOwn(words, encoding) ? (words[encoding] ?? encoding) : encoding;
}

export function delimiterWords(delimiter: string, language: Language): string {
  const words: Readonly<Record<string, string>> = fileWritingTexts[language].delimiters;
  return Object.hasOwn(words, delimiter) ? (words[delimiter] ?? delimiter) : delimiter;
}

export function decimalWords(look: string, language: Language): string {
  return fileWritingTexts[language].decimalExample(`1${look.slice(1)}234${look.slice(0, 1)}5`);
}

export function crsWords(text: string, language: Language): string {
  const texts = placingTexts[language];
  const crs = parseCrs(text);
  if (crs === undefined) return text === "" ? texts.crsNone : text;
  return crs.startsWith("+") ? texts.crsOwn : `${crsTitle(crs)} (${crs})`;
}

export function kindTitle(
  kind: string,
  own: Readonly<Record<string, DraftText>> | undefined,
  language: Language,
): string {
  if (own && Object.hasOwn(own, kind)) return localized(own[kind] ?? kind)[language];
  return (Object.hasOwn(KNOWN_KINDS, kind) ? KNOWN_KINDS[kind]?.title[language] : undefined) ?? kind;
}

export function areaTitle(id: string, city: CityForData, language: Language): string {
  if (id === WHOLE_CITY) return joiningTexts[language].wholeCity;
  if (id === "") return joiningTexts[language].noArea;
  for (const { areas } of city.levels) {
    const found = areas.find((area) => area.id === id);
    if (found) return found.name;
  }
  return id;
}
