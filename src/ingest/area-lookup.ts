import { WHOLE_CITY } from "../domain/indicator.ts";
import type { AreaIds } from "./area-ids.ts";

/** Finds the level of a Sozialraum by its id. */
export class AreaLookup {
  readonly #levels: readonly { readonly level: string; readonly ids: ReadonlySet<string> }[];

  constructor(areas: AreaIds) {
    this.#levels = areas.map(({ level, ids }) => ({ level, ids: new Set(ids) }));
  }

  hasLevel(level: string): boolean {
    return this.#levels.some((entry) => entry.level === level);
  }

  /** The level that has the id: the one declared, else the finest that knows it; "" for the whole city; undefined when unknown. */
  levelOf(id: string, declared: string | undefined): string | undefined {
    if (id === WHOLE_CITY) return "";
    return this.#levels.find(({ level, ids }) => (declared === undefined || level === declared) && ids.has(id))?.level;
  }

  knows(id: string): boolean {
    return this.levelOf(id, undefined) !== undefined;
  }

  /** Spreadsheets drop leading zeros: the id that was probably meant. */
  probablyMeant(id: string): string | undefined {
    if (!/^\d+$/.test(id)) return undefined;
    for (let padded = `0${id}`; padded.length <= 16; padded = `0${padded}`) if (this.knows(padded)) return padded;
    return undefined;
  }
}
