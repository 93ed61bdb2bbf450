import type { CityForData, DraftKeys, PreviewColumn } from "../../domain/data-draft.ts";
import { idOfTitle } from "../../domain/id-of-title.ts";
import type { RawTable } from "../raw-table.ts";
import { plainColumn } from "./column-words.ts";

/** What German cities call their areas, several of them, the longer words first. */
const LEVELS: readonly (readonly [words: RegExp, title: string])[] = [
  [/statistische[rnms]? bezirke?/, "Statistische Bezirke"],
  [/statistische[rnms]? (gebiete?|quartiere?|viertel)/, "Statistische Gebiete"],
  [/stadtbezirke?/, "Stadtbezirke"],
  [/stadtteile?/, "Stadtteile"],
  [/ortsteile?/, "Ortsteile"],
  [/stadtviertel/, "Stadtviertel"],
  [/planungsr(ae|a)ume?/, "Planungsräume"],
  [/bezirksregion(en)?/, "Bezirksregionen"],
  [/prognoser(ae|a)ume?/, "Prognoseräume"],
  [/sozialr(ae|a)ume?/, "Sozialräume"],
  [/wahlbezirke?/, "Wahlbezirke"],
  [/baubl(oe|o)cke?/, "Baublöcke"],
  [/quartiere?/, "Quartiere"],
  [/viertel/, "Viertel"],
  [/bezirke?/, "Bezirke"],
  [/gemeinden?/, "Gemeinden"],
];

/** Without any word for them. */
const UNNAMED = "Gebiete";

/**
 * What the areas of a file are called: by a column that says the same in every row („STATISTISCHER BEZIRK“), by the name of the file,
 * else by that name itself where it is one word.
 */
export function guessLevel(
  file: string,
  table: RawTable,
  columns: readonly PreviewColumn[],
): Required<Pick<DraftKeys, "level" | "levelTitle">> {
  const constants = columns.flatMap(({ name, type }) => {
    const texts = type === "text" ? table.columns.find((column) => column.name === name)?.texts : undefined;
    const first = texts?.[0]?.trim() ?? "";
    return first !== "" && texts?.every((text) => text.trim() === first) ? [first] : [];
  });
  const stem = file.replace(/\.[a-z0-9]+$/i, "");
  const known = [...constants, stem].map(titleIn).find((title) => title !== undefined);
  const word = /^\p{L}{5,30}$/u.exec(stem)?.[0] ?? UNNAMED;
  const levelTitle = known ?? word.charAt(0).toUpperCase() + word.slice(1);
  return { level: idOfTitle(levelTitle), levelTitle };
}

function titleIn(text: string): string | undefined {
  const plain = plainColumn(text);
  return LEVELS.find(([words]) => new RegExp(`(^| )(${words.source})( |$)`).test(plain))?.[1];
}

export interface ParentGuess {
  readonly column: string;
  readonly level: string;
}

/** The column whose cells are all ids of one coarser level, and which names most of them. */
export function guessParent(
  table: RawTable,
  columns: readonly PreviewColumn[],
  id: string | undefined,
  city: CityForData,
): ParentGuess | undefined {
  const found: (ParentGuess & { readonly share: number })[] = [];
  for (const { name, type } of columns) {
    if (name === id || type === "date" || type === "empty") continue;
    const texts = table.columns.find((column) => column.name === name)?.texts ?? [];
    const cells = new Set(texts.map((text) => text.trim()));
    for (const { level, areas } of city.levels) {
      // Areas of the same number lie in nothing coarser.
      if (areas.length < 2 || areas.length >= table.rowCount || cells.size > areas.length) continue;
      const ids = new Set(areas.map((area) => area.id));
      const share = cells.size / areas.length;
      if (share > 0.5 && [...cells].every((cell) => ids.has(cell))) found.push({ column: name, level, share });
    }
  }
  return found.sort((a, b) => b.share - a.share)[0];
}
