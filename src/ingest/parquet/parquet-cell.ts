/** Longer bytes are pictures or packed things: their length says as much. */
const SHOWN_BYTES = 64;

/** A value of a Parquet file as text, and as number where it is one; null, NaN and infinity are empty. */
export function cellOf(value: unknown, listSeparator: string): { readonly text: string; readonly number: number } {
  switch (typeof value) {
    case "number":
      return Number.isFinite(value) ? { text: String(value), number: value } : EMPTY;
    case "bigint": {
      // Beyond 2^53 numbers are keys: as a number they would be others.
      const number = Number(value);
      return { text: String(value), number: Number.isSafeInteger(number) ? number : Number.NaN };
    }
    case "string":
      return text(value);
    case "boolean":
      return text(String(value));
    case "object":
      return value === null ? EMPTY : text(textOf(value, listSeparator));
    default:
      return EMPTY;
  }
}

const EMPTY = { text: "", number: Number.NaN };

function text(content: string): { readonly text: string; readonly number: number } {
  return { text: content, number: Number.NaN };
}

function textOf(value: object, listSeparator: string): string {
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return "";
    return value
      .toISOString()
      .replace(/T00:00:00\.000Z$/, "")
      .replace(/\.000Z$/, "Z");
  }
  if (value instanceof Uint8Array) {
    const hex = [...value.subarray(0, SHOWN_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return value.length > SHOWN_BYTES ? `${hex}… (${value.length} bytes)` : hex;
  }
  if (Array.isArray(value)) return value.map((each) => cellOf(each, listSeparator).text).join(listSeparator);
  return JSON.stringify(value, (_, each: unknown) => (typeof each === "bigint" ? String(each) : each));
}
