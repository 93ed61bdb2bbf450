export interface HouseNumber {
  readonly number: number;
  /**
   * What stands behind the number, in small letters without spaces: `a`, `1/2`, `/1` (a number of its own in the south), `-14` for several
   * numbers of one place; "" = nothing.
   */
  readonly addition: string;
}

/** Source of a pattern for a house number with what may stand behind it; it begins with the digits and has no groups with names. */
export const HOUSE_NUMBER = String.raw`\d{1,4}(?:\s*[-/]?\s*[a-z](?![\p{L}\d]))?(?:\s*(?:[-–—/+&]|bis|u\.|und)\s*\d{1,4}(?:\s*[a-z](?![\p{L}\d]))?|\s*[-–—]\s*[a-z](?![\p{L}\d])|\s+\d\/\d)?`;

const WHOLE = /^(?:nr\.?|hausnr\.?|hausnummer)?\s*0*(\d{1,5})\s*(.*)$/u;

/** „12 A“ → 12, a; „012“ → 12; „12–14“, „12 bis 14“ and „12/14“ → 12, -14; „12 1/2“ → 12, 1/2. Undefined when it begins with no number. */
export function houseNumber(text: string): HouseNumber | undefined {
  const [, digits, rest] = WHOLE.exec(text.trim().toLowerCase()) ?? [];
  if (digits === undefined || rest === undefined) return undefined;
  const number = Number(digits);
  return number === 0 ? undefined : { number, addition: additionOf(rest, number) };
}

function additionOf(rest: string, number: number): string {
  const plain = rest
    .replace(/[–—+&]|\bbis\b|\bu\.|\bund\b/gu, "-")
    .replace(/[^\p{L}\d/-]+/gu, "")
    .replace(/-+$/u, "");
  // „12-a“ is „12a“; a slash before a larger number means „to“, before a smaller one it is a part of the number.
  const [, letter] = /^[-/](\p{L}.*)$/u.exec(plain) ?? [];
  const known = letter ?? plain;
  return known.replace(/^(\p{L}?)\/(\d+)(\p{L}?)$/u, (whole, first: string, last: string, behind: string) =>
    Number(last) > number ? `${first}-${last}${behind}` : whole,
  );
}

/**
 * What may stand for an addition that is not in the file, the nearest first: of several numbers the first (`a-14` → `a`), and the number
 * without its letter.
 */
export function lessExact(
  addition: string,
): readonly { readonly addition: string; readonly doubt: "range" | "addition" }[] {
  if (addition === "") return [];
  const at = addition.indexOf("-");
  const first = at < 0 ? addition : addition.slice(0, at);
  const ranges = at < 0 ? [] : [{ addition: first, doubt: "range" as const }];
  return first === "" ? ranges : [...ranges, { addition: "", doubt: "addition" as const }];
}
