/**
 * What a spreadsheet runs as a formula when it stands at the start of a text, also in the full and small widths of East Asian fonts, and
 * after what spreadsheets pass over: spaces, a byte order mark, quotes. A tab or a line break at the start begins a cell of its own.
 * Source: OWASP, CSV Injection.
 */
const FORMULA = /^[\s\ufeff\u200b'"`´‘’‚“”„«»]*(?:[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r\n])/u;

/**
 * A text as a table made for people may hold it: an apostrophe in front disarms what would be run. A text that has one already gets
 * another, so that `originalText` gives back every text. For texts only: the minus of a number is no formula.
 */
export function harmlessText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `harmlessText` was given. */
export function originalText(written: string): string {
  return written.startsWith("'") && FORMULA.test(written) ? written.slice(1) : written;
}
