const TOTAL =
  /^(ins ?gesamt|gesamt(summe|stadt|ergebnis|gebiet)?|summe|total|alle|alle (stadtteile|gebiete|bezirke|quartiere)|zusammen|stadt|stadtgebiet|ganze stadt|stadtweit|sum|all|overall|city|(stadt |land )?\p{L}+ (gesamt|insgesamt|zusammen)|(gesamt|insgesamt|summe|stadt) \p{L}+|total \p{L}+|\p{L}+ total)$/iu;

/** Whether a cell is called as offices call the row below the areas: „Insgesamt“, „Gesamtstadt“, „Stadt Flensburg“. */
export function isTotalName(cell: string): boolean {
  return TOTAL.test(
    cell
      .trim()
      .replace(/^[*\s]+|[:.*]+$/g, "")
      .replace(/[\s_–-]+/g, " "),
  );
}
