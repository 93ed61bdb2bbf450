import { fitOf, matchColumns, plainColumn } from "./column-words.ts";

/** Columns that say where an address lies, besides those that are found for it. */
const OF_PLACE =
  /str|gemeinde|gmd|gem\b|ort|kreis|krs|land|bezirk|bez\b|stadt|viertel|quartier|post|plz|lage|flur|raum|schl|datum|qua/;
/** A register of addresses is longer than a list of places. */
const FEW = 300;

/** The columns of an address: a number only beside a street, and then rather the one right of it than another („Nr.“ is a key elsewhere). */
export function addressColumns(names: readonly string[]): Record<string, string> {
  const found = matchColumns(["street", "address", "addition", "postcode", "place", "district"], names);
  if (found.street === undefined) {
    delete found.addition;
    return found;
  }
  const taken = new Set(Object.values(found));
  const next = names[names.indexOf(found.street) + 1];
  const number =
    next !== undefined && fitOf("number", next) > 0
      ? next
      : matchColumns(
          ["number"],
          names.filter((name) => !taken.has(name)),
        ).number;
  if (number === undefined) return found;
  return { ...found, number };
}

/** Whether points with these columns are the addresses of a town: where each lies, and nothing of what is there. */
export function isAddressFile(names: readonly string[], rowCount: number): { readonly isSure: boolean } | undefined {
  const own = addressColumns(names);
  if (own.address === undefined && (own.street === undefined || own.number === undefined)) return undefined;
  const others = names.filter((name) => !Object.values(own).includes(name));
  const says = (ours: string, name: string) => fitOf(ours, name) > 0;
  const isOfOffer = others.some(
    (name) =>
      ["provider", "topics", "targetGroups", "openingHours", "website", "phone", "email", "residents"].some((ours) =>
        says(ours, name),
      ) ||
      fitOf("kind", name) >= 9 ||
      (says("name", name) && !OF_PLACE.test(plainColumn(name))),
  );
  return isOfOffer ? undefined : { isSure: rowCount >= FEW };
}

/**
 * Official „Hauskoordinaten“ (HK-DE) come without a header: 18 columns, of which the twelfth and the thirteenth are UTM with the number of
 * its zone (AdV, Datenformatbeschreibung Hauskoordinaten Deutschland 4.2).
 */
const HOUSE_COORDINATES = [
  ...["NBA", "OI", "QUA", "LAN", "RBZ", "KRS", "GMD", "OTT", "SSS", "HNR", "ADZ", "OSTWERT", "NORDWERT", "STN", "PLZ"],
  ...["ONM", "ZON", "POT"],
];

/** The names of the columns of a file without a header whose layout is known. */
export function knownLayout(lines: readonly (readonly string[])[]): readonly string[] | undefined {
  const some = lines.filter((line) => line.some((cell) => cell.trim() !== "")).slice(0, 20);
  const fits = some.every(
    (line) =>
      line.length >= HOUSE_COORDINATES.length &&
      line.length <= HOUSE_COORDINATES.length + 1 &&
      /^\d+$/.test(line[9]?.trim() ?? "") &&
      /^\d{6,8}([.,]\d+)?$/.test(line[11]?.trim() ?? "") &&
      /^\d{7}([.,]\d+)?$/.test(line[12]?.trim() ?? "") &&
      /\p{L}{2}/u.test(line[13] ?? ""),
  );
  if (some.length === 0 || !fits) return undefined;
  const width = Math.max(...some.map((line) => line.length));
  return width > HOUSE_COORDINATES.length ? [...HOUSE_COORDINATES, ""] : HOUSE_COORDINATES;
}
