import type { PreviewColumn } from "../../domain/data-draft.ts";
import type { IndicatorKind } from "../../domain/indicator.ts";
import { isPeriod } from "../../domain/period.ts";

/** What the name of a column of values says. */
export interface ColumnMeaning {
  /** Without the period. */
  readonly title: string;
  readonly period?: string | undefined;
  readonly unit?: string | undefined;
  readonly kind?: IndicatorKind | undefined;
}

const DATE = /(?<!\d)(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)(?!\d)/;
const YEAR = /(?<!\d)((?:19|20)\d\d)(?!\d)/;
const SHARE = /%|prozent|\banteil|quote\b|_pct\b|percent/i;

/** „EW 31.12.2018“ → EW, 2018-12-31; „Anteil 2020 (%)“ → Anteil (%), 2020, a share in %. */
export function columnMeaning({ name }: Pick<PreviewColumn, "name">, texts: readonly string[] = []): ColumnMeaning {
  const period = periodInText(name);
  const shown = texts.filter((text) => text.trim() !== "").slice(0, 50);
  const isShare = SHARE.test(name) || (shown.length > 0 && shown.every((text) => /\d\s*%$/.test(text)));
  return {
    title: withoutPeriod(name) || "Wert",
    period,
    ...(isShare ? { unit: "%", kind: "share" as const } : {}),
  };
}

/** The first date or year in a text, as the contract writes it. */
export function periodInText(text: string): string | undefined {
  const [, day, month, year] = DATE.exec(text) ?? [];
  if (day !== undefined && month !== undefined) {
    const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    if (isPeriod(date)) return date;
  }
  return YEAR.exec(text)?.[1];
}

function withoutPeriod(name: string): string {
  return name
    .replace(DATE.test(name) ? DATE : YEAR, " ")
    .replace(/\(\s*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s_/–-]+|[\s_/–-]+$/g, "")
    .replace(/\s+(am|zum|vom|stand|im|in|bis)$/i, "")
    .replace(/\s+–\s*–\s+/g, " – ");
}

/** `202012` → 2020-12: how statistical offices write months. */
export function isoPeriod(text: string): string | undefined {
  const plain = text.trim();
  const months = /^((?:19|20)\d\d)(0[1-9]|1[0-2])$/.exec(plain);
  if (months) return `${months[1]}-${months[2]}`;
  return /^(19|20)\d\d/.test(plain) && isPeriod(plain) ? plain : undefined;
}
