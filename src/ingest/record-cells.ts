import type { Localized } from "../domain/localized.ts";
import { isPeriod, type Period } from "../domain/period.ts";
import { optionalNumber } from "./cell-numbers.ts";
import { choiceAt, DEFAULT_LIST_SEPARATOR, listAt, textAt } from "./cell-texts.ts";
import type { RawColumn } from "./raw-table.ts";
import { ResourceColumns } from "./resource-columns.ts";
import type { ResourceReading } from "./resource-reading.ts";

type At<T> = (row: number) => T | undefined;

/** The cells of a table of records (goals, projects, events …) by the names of the contract, each with its own kind of reading. */
export class RecordCells {
  readonly #reading: ResourceReading;
  readonly #columns: ResourceColumns;

  constructor(reading: ResourceReading) {
    this.#reading = reading;
    this.#columns = new ResourceColumns(reading);
  }

  text(ours: string): At<string> {
    const column = this.#columns.find(ours);
    return (row) => textAt(column, row);
  }

  /** A required text; an empty cell is told. Undefined when the column itself is missing (told once). */
  required(ours: string): At<string> | undefined {
    const column = this.#columns.require(ours);
    return column && ((row) => textAt(column, row) ?? this.#empty(column, row));
  }

  list(ours: string): (row: number) => string[] {
    const column = this.#columns.find(ours);
    const separator = this.#reading.resource.keys.listSeparator ?? DEFAULT_LIST_SEPARATOR;
    return (row) => listAt(column, row, separator);
  }

  /** A list of ids of something that is known; others are told and left out. */
  ids(ours: string, known: (id: string) => boolean): (row: number) => string[] {
    const column = this.#columns.find(ours);
    const at = this.list(ours);
    return (row) => at(row).filter((id) => known(id) || this.#unknown(id, column, row));
  }

  id(ours: string, known: (id: string) => boolean): At<string> {
    const column = this.#columns.find(ours);
    return (row) => {
      const id = textAt(column, row);
      return id === undefined || known(id) || this.#unknown(id, column, row) ? id : undefined;
    };
  }

  number(ours: string): At<number> {
    return optionalNumber(this.#reading, this.#columns.find(ours), { negative: true });
  }

  choice<T extends string>(ours: string, allowed: readonly T[]): At<T> {
    return choiceAt(this.#reading, ours, this.#columns.find(ours), allowed);
  }

  period(ours: string): At<Period> {
    return this.#periodAt(this.#columns.find(ours));
  }

  requiredPeriod(ours: string): At<Period> | undefined {
    const column = this.#columns.require(ours);
    if (!column) return undefined;
    const at = this.#periodAt(column);
    return (row) => (textAt(column, row) === undefined ? this.#empty(column, row) : at(row));
  }

  /** A text with its English neighbour (`title`, `title_en`). */
  localized(ours: string): At<Localized> {
    const de = this.text(ours);
    const en = this.text(`${ours}_en`);
    return (row) => {
      const german = de(row);
      const english = en(row);
      if (german === undefined && english === undefined) return undefined;
      return { de: german ?? english ?? "", en: english ?? german ?? "" };
    };
  }

  #periodAt(column: RawColumn | undefined): At<Period> {
    return (row) => {
      const text = textAt(column, row);
      if (text === undefined || isPeriod(text)) return text;
      this.#reading.log.add("period-invalid", { ...this.#place(column, row), context: { value: text } });
      return undefined;
    };
  }

  #unknown(id: string, column: RawColumn | undefined, row: number): false {
    this.#reading.log.addForValue("id-unknown", id, this.#place(column, row));
    return false;
  }

  #empty(column: RawColumn, row: number): undefined {
    this.#reading.log.add("value-missing-required", this.#place(column, row));
    return undefined;
  }

  #place(column: RawColumn | undefined, row: number) {
    return { row: this.#reading.table.lineOf(row), column: column?.name };
  }
}
