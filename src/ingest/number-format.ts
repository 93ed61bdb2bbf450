/** How a column writes its numbers. */
export interface NumberFormat {
  readonly decimalChar: string;
  /** "" = no separator of groups. */
  readonly groupChar: string;
}

export const PLAIN_NUMBERS: NumberFormat = { decimalChar: ".", groupChar: "" };

const PLAIN = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPACES = /[\u0020\u00a0\u2009\u202f]/g;

/** SAP writes the minus behind the number. */
const MINUS_BEHIND = /^(\d.*)[-\u2212]$/;
const UNIT = /(\d)\s*(?:%|€|EUR|Euro)$/i;

/** A number that stands in a cell with its unit – percent or euro – without it; any other text as it is. */
export function withoutUnit(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0x30 && last <= 0x39 ? text : text.trim().replace(UNIT, "$1");
}

/**
 * The number that a text means, or NaN. Strict: a group has three digits, so that „1.23“ never becomes 123 where the point separates
 * groups. Understands the true minus sign and one behind the number; spaces of any width are one and the same separator.
 */
export function parseNumber(text: string, format: NumberFormat): number {
  let plain = text.trim();
  const last = plain.charCodeAt(plain.length - 1);
  if (last === 0x2d || last === 0x2212) plain = plain.replace(MINUS_BEHIND, "-$1");
  if (plain.charCodeAt(0) === 0x2212) plain = `-${plain.slice(1)}`;
  if (format.groupChar !== "") {
    plain = ungrouped(plain, format);
    if (plain === "") return Number.NaN;
  }
  if (format.decimalChar !== ".") {
    if (plain.includes(".")) return Number.NaN;
    plain = plain.replace(format.decimalChar, ".");
  }
  return PLAIN.test(plain) ? Number(plain) : Number.NaN;
}

function ungrouped(text: string, format: NumberFormat): string {
  let plain = text;
  let group = format.groupChar;
  if (group.trim() === "") {
    plain = plain.replace(SPACES, " ");
    group = " ";
  }
  if (!plain.includes(group)) return plain;
  const cut = plain.indexOf(format.decimalChar);
  const [whole, fraction] = cut < 0 ? [plain, ""] : [plain.slice(0, cut), plain.slice(cut)];
  const groups = whole.replace(/^[+-]/, "").split(group);
  const wellFormed = groups.every((digits, i) => (i === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(digits));
  return wellFormed && !fraction.includes(group) ? whole.replaceAll(group, "") + fraction : "";
}
