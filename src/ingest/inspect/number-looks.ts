/** What looks like a number in any of the ways in which offices write them; which of them it is, the column decides. */
export const PLAIN_NUMBER =
  /^[+\-\u2212]?(?:\d{1,3}(?:[.,\u0020\u00a0\u2009\u202f'’]\d{3})+|\d+)(?:[.,]\d+)?(?:[eE][+-]?\d+)?(?:\s*(?:%|€|EUR|Euro)|[-\u2212])?$/i;

export interface NumberLook {
  readonly decimalChar: "." | ",";
  readonly groupChar: string;
  /** Other readings of the same cells are possible. */
  readonly isSure: boolean;
}

/** Signs between thousands that are nothing else; the Swiss write an apostrophe. */
const SPACE = /\d([\u0020\u00a0\u2009\u202f'’])\d/;

/**
 * How the cells of a table write their numbers, all columns together: an office writes one way. „1.234“ alone may be both; a cell with
 * both signs, with other than three digits behind the sign, or with several groups decides.
 */
export function guessNumberLook(cells: Iterable<string>): NumberLook {
  let commaDecimal = 0;
  let pointDecimal = 0;
  let commaGroup = 0;
  let pointGroup = 0;
  let spaceGroup = "";
  let openComma = 0;
  let openPoint = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (!PLAIN_NUMBER.test(text)) continue;
    const space = SPACE.exec(text)?.[1];
    if (space !== undefined) spaceGroup = space;
    const commas = text.split(",").length - 1;
    const points = text.split(".").length - 1;
    if (commas > 0 && points > 0) {
      if (text.lastIndexOf(",") > text.lastIndexOf(".")) {
        commaDecimal++;
        pointGroup++;
      } else {
        pointDecimal++;
        commaGroup++;
      }
    } else if (commas > 1) commaGroup++;
    else if (points > 1) pointGroup++;
    else if (commas === 1) {
      if (isOpen(text, ",")) openComma++;
      else commaDecimal++;
    } else if (points === 1) {
      if (isOpen(text, ".")) openPoint++;
      else pointDecimal++;
    }
  }
  const isComma = commaDecimal > pointDecimal || (commaDecimal === pointDecimal && (pointGroup > 0 || openComma > 0));
  const decimalChar = isComma ? "," : ".";
  const other = isComma ? pointGroup + openPoint : commaGroup + openComma;
  const groupChar = other > 0 && !(isComma ? pointDecimal : commaDecimal) ? (isComma ? "." : ",") : spaceGroup;
  const decided = commaDecimal + pointDecimal + commaGroup + pointGroup > 0;
  const isOneWay = !(commaDecimal > 0 && pointDecimal > 0);
  return { decimalChar, groupChar, isSure: isOneWay && (decided || openComma + openPoint === 0) };
}

/** „1.234“: one thousand and more, or a little more than one. */
function isOpen(text: string, sign: string): boolean {
  const [whole = "", fraction = ""] = text.replace(/[+\-\u2212%€EURuro\s]/g, "").split(sign);
  return fraction.length === 3 && whole.length <= 3 && whole !== "0" && !/[eE]/.test(fraction);
}
