/** Texts of a column, each kept once: 400,000 addresses have some 10,000 streets and a few hundred postcodes. */
export interface CodedTexts {
  /** Per row the index of its text. */
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/** @param textAt the text of a row; "" where it has none */
export function codedTexts(rowCount: number, textAt: (row: number) => string): CodedTexts {
  const known = new Map<string, number>();
  const codes = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const text = textAt(row);
    let code = known.get(text);
    if (code === undefined) {
      code = known.size;
      known.set(text, code);
    }
    codes[row] = code;
  }
  return { codes, texts: [...known.keys()] };
}
