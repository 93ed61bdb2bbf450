/**
 * A number as all formats write it: rounded to the decimals of its column, nothing without a minus.
 * @throws RangeError when it is not finite: missing has a cell of its own
 */
export function writtenNumber(value: number, digits: number | undefined): number {
  if (!Number.isFinite(value)) throw new RangeError(`a number in a table is not finite: ${value}`);
  const rounded = digits === undefined ? value : Number(value.toFixed(digits));
  return rounded === 0 ? 0 : rounded;
}

/** Its digits without an exponent, as many as give the number back, at least `digits` decimals. */
export function decimalText(value: number, digits = 0): string {
  const [, sign = "", whole = "", fraction = "", power = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  const all = whole + fraction;
  const point = whole.length + Number(power);
  const left = point > 0 ? all.slice(0, point).padEnd(point, "0") : "0";
  const right = point > 0 ? all.slice(point) : "0".repeat(-point) + all;
  const decimals = right.padEnd(digits, "0");
  return `${sign}${left}${decimals === "" ? "" : `.${decimals}`}`;
}
