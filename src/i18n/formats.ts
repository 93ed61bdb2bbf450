import type { Language } from "../domain/localized.ts";

// The font has no glyph for U+202F; its ordinary space is already as narrow as a thin one (0.2 em), and this one never breaks.
const THIN = "\u00a0";
const MINUS = "\u2212";

export interface Formats {
  readonly language: Language;
  /** 14.300 */
  count(value: number): string;
  /** A measured value with at most `digits` decimals. */
  decimal(value: number, digits?: number): string;
  /** A measured value with exactly `digits` decimals, for columns of figures. */
  fixed(value: number, digits: number): string;
  /** 0.183 → 18,3 %; 0.06 → 6,0 %: one decimal, always, so that figures below each other are alike. */
  share(value: number): string;
  /** 820 m, 1,4 km from 10 km upwards; whole metres below. */
  metres(value: number): string;
  /** Value and unit with a thin space between. */
  withUnit(text: string, unit: string | undefined): string;
  date(value: Date): string;
  dateTime(value: Date): string;
  /** 13:05 */
  time(value: Date): string;
  /** Period of the contract: 2024 · 2. Quartal 2024 · März 2024 · 5. März 2024. */
  period(value: string): string;
  list(items: readonly string[], type?: "conjunction" | "disjunction"): string;
  plural(n: number, one: string, other: string): string;
  compare(a: string, b: string): number;
}

function build(language: Language): Formats {
  const locale = language === "de" ? "de-DE" : "en-GB";
  const numbers = new Map<number, Intl.NumberFormat>();
  const decimal = (value: number, digits = 1): string => {
    let format = numbers.get(digits);
    if (!format) {
      format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: "always" as never });
      numbers.set(digits, format);
    }
    return format.format(value === 0 ? 0 : value).replace("-", MINUS);
  };
  // German sets a space before the sign, English none.
  const percent = language === "de" ? `${THIN}%` : "%";
  const fixedFormats = new Map<number, Intl.NumberFormat>();
  const fixed = (value: number, digits: number): string => {
    let format = fixedFormats.get(digits);
    if (!format) {
      const exactly = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      format = new Intl.NumberFormat(locale, { ...exactly, useGrouping: "always" as never });
      fixedFormats.set(digits, format);
    }
    return format.format(value === 0 ? 0 : value).replace("-", MINUS);
  };
  const plurals = new Intl.PluralRules(locale);
  const dates = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const dateTimes = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
  const months = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const collator = new Intl.Collator(locale, { numeric: true });
  return {
    language,
    count: (value) => decimal(value, 0),
    decimal,
    fixed,
    share: (value) => `${fixed(value * 100, 1)}${percent}`,
    metres: (value) =>
      value >= 10_000 ? `${fixed(value / 1000, 1)}${THIN}km` : `${decimal(Math.round(value), 0)}${THIN}m`,
    withUnit: (text, unit) => (unit === "%" ? `${text}${percent}` : unit ? `${text}${THIN}${unit}` : text),
    date: (value) => dates.format(value),
    dateTime: (value) => dateTimes.format(value),
    time: (value) => value.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" }),
    period: (value) => {
      const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
      if (quarter) return language === "de" ? `${quarter[2]}. Quartal ${quarter[1]}` : `Q${quarter[2]} ${quarter[1]}`;
      if (/^\d{4}-\d{2}$/.test(value)) return months.format(new Date(`${value}-01T00:00:00Z`));
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return days.format(new Date(`${value}T00:00:00Z`));
      return value;
    },
    list: (items, type = "conjunction") => new Intl.ListFormat(locale, { type }).format(items),
    plural: (n, one, other) => (plurals.select(n) === "one" ? one : other),
    compare: collator.compare,
  };
}

const built: Partial<Record<Language, Formats>> = {};

/** Numbers, dates, plurals and lists after the language; German thousands points, thin spaces before units. */
export function formatsFor(language: Language): Formats {
  // Intl's formats take some 20 ms a language to make: only for the one that is spoken.
  built[language] ??= build(language);
  return built[language];
}
