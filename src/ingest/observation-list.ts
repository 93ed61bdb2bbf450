import type { Observations } from "../domain/indicator.ts";
import type { ObservationStatus } from "../domain/measured.ts";
import type { Period } from "../domain/period.ts";

export interface Observation {
  readonly level: string;
  readonly sozialraum: string;
  readonly indicator: string;
  readonly period: Period;
  readonly value: number;
  readonly status: ObservationStatus;
  readonly text: string;
}

/** Grows the columns of all observations of a package; each area, indicator and period is there once. */
export class ObservationList {
  readonly #level: string[] = [];
  readonly #sozialraum: string[] = [];
  readonly #indicator: string[] = [];
  readonly #period: Period[] = [];
  readonly #value: number[] = [];
  readonly #status: ObservationStatus[] = [];
  readonly #text: string[] = [];
  readonly #resource: string[] = [];
  readonly #line: number[] = [];
  readonly #seen = new Set<string>();

  /** False when the same is there already: the first stays. */
  add(observation: Observation, resource: string, line = 0): boolean {
    const { level, sozialraum, indicator, period } = observation;
    const key = `${level}\n${sozialraum}\n${indicator}\n${period}`;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    this.#level.push(level);
    this.#sozialraum.push(sozialraum);
    this.#indicator.push(indicator);
    this.#period.push(period);
    this.#value.push(observation.value);
    this.#status.push(observation.status);
    this.#text.push(observation.text);
    this.#resource.push(resource);
    this.#line.push(line);
    return true;
  }

  toObservations(): Observations {
    return {
      level: this.#level,
      sozialraum: this.#sozialraum,
      indicator: this.#indicator,
      period: this.#period,
      value: Float64Array.from(this.#value),
      status: this.#status,
      text: this.#text,
      resource: this.#resource,
      line: Uint32Array.from(this.#line),
    };
  }
}
