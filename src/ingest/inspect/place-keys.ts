import type { CityForData, Clue, DraftKeys } from "../../domain/data-draft.ts";
import { type CrsId, parseCrs } from "../../geo/crs.ts";
import { guessCrs } from "../../geo/guess-crs.ts";
import type { RawTable } from "../raw-table.ts";
import { clue } from "./clue.ts";
import type { RoleGuess } from "./guess-role.ts";
import { rawCoordinates } from "./raw-coordinates.ts";

/** The system: as the file says, else what the numbers mean; the user is shown it on the map. */
export function placeKeys(
  table: RawTable,
  mapped: Readonly<Record<string, string>>,
  { role }: RoleGuess,
  city: CityForData,
  clues: Clue[],
): Partial<DraftKeys> {
  if (
    !["sozialraeume", "anlaufpunkte", "population", "network", "network-nodes", "addresses", "background"].includes(
      role,
    )
  )
    return {};
  const coordinates = rawCoordinates(table, mapped);
  if (!coordinates) return {};
  const inCity = guessCrs(coordinates.x, coordinates.y, city.box);
  // What lies nowhere in the city that is open may be of another one.
  const guesses = city.box && inCity.length === 0 ? guessCrs(coordinates.x, coordinates.y) : inCity;
  const guessed = guesses[0];
  const declared = table.crs === undefined ? undefined : parseCrs(table.crs);
  const fits = declared !== undefined && guesses.some(({ crs, swapped }) => sameNumbers(crs, declared) && !swapped);
  const crs: CrsId | undefined = fits || !guessed ? declared : guessed.crs;
  const isDeclared = crs !== undefined && crs === declared;
  clues.push(
    clue(
      "crs",
      isDeclared && fits ? "declared" : guesses.length === 1 ? "likely" : "ask",
      crs ?? "",
      guesses.map((each) => each.crs),
      { declared: table.crs ?? "", share: Math.round(100 * (guessed?.share ?? 0)) },
    ),
  );
  const swapped = !fits && guessed?.swapped === true;
  if (swapped) clues.push(clue("axes", "likely", "yx", ["xy"], {}));
  else if (table.axesTurned) clues.push(clue("axes", "declared", "xy", [], { turned: table.crs ?? "" }));
  return {
    crs: isDeclared && table.crs !== undefined && !swapped ? undefined : crs,
    axisOrder: swapped ? "yx" : undefined,
  };
}

function sameNumbers(a: CrsId, b: CrsId): boolean {
  const degrees = ["EPSG:4326", "CRS84", "EPSG:4258"];
  return a === b || (degrees.includes(a) && degrees.includes(b));
}
