import type { KeyColumn, PreviewColumn } from "../../domain/data-draft.ts";
import type { RawTable } from "../raw-table.ts";
import { fitOf, plainColumn } from "./column-words.ts";

/** Numbers that a program gives to its rows: they change with the next export, and are the key only where there is no other. */
const OF_A_PROGRAM =
  /^(fid|ogc fid|gid|oid|objectid( ?\d+)?|objid|gml id|cartodb id|uuid|guid|globalid|ident|feature ?id|index)$/;
const DEMOTED = 6;
/** A key in digits is likelier than one in letters, and both than a count that happens to be different in each row. */
const BY_TYPE: Readonly<Partial<Record<PreviewColumn["type"], number>>> = { key: 3, text: 1, number: 0 };
const NAMES_ARE_LATER = 2;
const USED_BESIDE = 20;

export interface Identity {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/**
 * The columns that tell one area from the next: a key that is there and different in every row, and a name that is as different as can be.
 * Their words decide only between those – tables of areas are full of ids and names of what they lie in, or what kind they are.
 */
export function guessIdentity(
  table: RawTable,
  columns: readonly PreviewColumn[],
  /** Columns of tables beside it: the key by which they name areas is the one to take. */
  beside: readonly KeyColumn[] = [],
): Identity {
  const looked = columns.map((column) => ({ ...column, ...lookAt(table, column.name) }));
  const ids = looked
    .filter(({ type, isKey }) => isKey && type !== "date" && type !== "empty")
    .map(({ name, type, cells }) => ({
      name,
      score: idScore(name, type) + (isUsed(name, cells, beside) ? USED_BESIDE : 0),
    }));
  const id = best(ids);
  const names = looked
    .filter(({ name, type, hasLetters }) => name !== id && type === "text" && hasLetters && fitOf("id", name) === 0)
    .filter(({ name }) => !OF_A_PROGRAM.test(plainColumn(name)))
    .map(({ name, different }) => ({ name, score: (2 + fitOf("name", name)) * different }));
  return { id, name: best(names) };
}

function idScore(name: string, type: PreviewColumn["type"]): number {
  const isProgram = OF_A_PROGRAM.test(plainColumn(name));
  const isName = fitOf("name", name) > 0 && fitOf("id", name) === 0;
  const word = fitOf("id", name) - (isProgram ? DEMOTED : 0) - (isName ? NAMES_ARE_LATER : 0);
  return word + (BY_TYPE[type] ?? 0);
}

/** Whether tables name areas by this column: their cells stand in it, and most of its own in theirs. Row numbers of a program do by chance. */
function isUsed(name: string, cells: ReadonlySet<string>, beside: readonly KeyColumn[]): boolean {
  if (OF_A_PROGRAM.test(plainColumn(name))) return false;
  return beside.some((key) => {
    const met = key.cells.filter((cell) => cells.has(cell)).length;
    return met >= key.cells.length * 0.9 && met >= cells.size * 0.5;
  });
}

function best(candidates: readonly { readonly name: string; readonly score: number }[]): string | undefined {
  return [...candidates].sort((a, b) => b.score - a.score)[0]?.name;
}

interface Look {
  readonly cells: ReadonlySet<string>;
  /** Filled and different in every row, and no measured number. */
  readonly isKey: boolean;
  /** Share of different cells. */
  readonly different: number;
  readonly hasLetters: boolean;
}

function lookAt(table: RawTable, name: string): Look {
  const texts = table.columns.find((column) => column.name === name)?.texts ?? [];
  const cells = new Set<string>();
  let filled = 0;
  let fractions = 0;
  let letters = 0;
  for (const text of texts) {
    const cell = text.trim();
    if (cell === "") continue;
    filled++;
    cells.add(cell);
    if (/^-?\d+[.,]\d+$/.test(cell)) fractions++;
    if (/\p{L}{2}/u.test(cell)) letters++;
  }
  return {
    cells,
    isKey: texts.length > 0 && filled === texts.length && cells.size === filled && fractions < filled / 2,
    different: filled === 0 ? 0 : cells.size / texts.length,
    hasLetters: letters > filled / 2,
  };
}
