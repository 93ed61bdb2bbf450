/** A way in which cells mean Sozialräume. */
export interface AreaReading {
  readonly column: string;
  readonly level: string;
  /** `key`: the id stands there whole, among other signs. */
  readonly by: "id" | "name" | "number" | "key";
  readonly share: number;
  /** Share of the level that is named. */
  readonly whole: number;
  readonly tells: boolean;
  idOf(cell: string): string | undefined;
}
