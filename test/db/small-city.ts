import type { CityMap, CityRecords } from "../../src/domain/city.ts";
import type { Indicator, Observations } from "../../src/domain/indicator.ts";
import type { ObservationStatus } from "../../src/domain/measured.ts";
import type { Origin } from "../../src/domain/provenance.ts";
import type { Level, Sozialraum } from "../../src/domain/sozialraum.ts";

/** Cities of a few areas, made by hand, in which every sum can be done in the head. */

export function origin(resource: string): Origin {
  return { resource, title: resource, sources: [], licences: [] };
}

const NO_SHAPES = {
  coordinates: new Float64Array(),
  ringStarts: new Uint32Array(1),
  polygonStarts: new Uint32Array(1),
  areaStarts: new Uint32Array(1),
};

export function level(
  id: string,
  areas: Readonly<Record<string, string | undefined>> | readonly Sozialraum[],
  parentLevel?: string,
): Level {
  const sozialraeume = Array.isArray(areas)
    ? (areas as readonly Sozialraum[])
    : Object.entries(areas).map(([key, parent]) => ({ id: key, name: `Area ${key}`, parent }));
  return { id, title: { de: id, en: id }, parentLevel, sozialraeume, shapes: NO_SHAPES, origin: origin(`${id}-file`) };
}

export function cityMap(...levels: readonly Level[]): CityMap {
  return {
    info: { name: "small", title: "Small", licences: [], sources: [], locale: "de-DE" },
    levels,
    backgrounds: [],
  };
}

export function indicator(id: string, rest: Partial<Indicator> = {}): Indicator {
  return {
    id,
    title: { de: id, en: id },
    kind: "count",
    direction: "neutral",
    goals: [],
    resource: "indicators-file",
    ...rest,
  };
}

/** [level, sozialraum, indicator, period, value or reason, text of a class] */
export type Observed = readonly [string, string, string, string, number | ObservationStatus, string?];

export function observations(...rows: readonly Observed[]): Observations {
  return {
    level: rows.map((row) => row[0]),
    sozialraum: rows.map((row) => row[1]),
    indicator: rows.map((row) => row[2]),
    period: rows.map((row) => row[3]),
    value: Float64Array.from(rows, (row) => (typeof row[4] === "number" ? row[4] : Number.NaN)),
    status: rows.map((row) => (typeof row[4] === "number" ? "ok" : row[4])),
    text: rows.map((row) => row[5] ?? ""),
    resource: rows.map(() => "observations-file"),
  };
}

export function records(rest: Partial<CityRecords>): CityRecords {
  return {
    indicators: [],
    observations: observations(),
    observationOrigins: [],
    goals: [],
    vorhaben: [],
    termine: [],
    akteure: [],
    ...rest,
  };
}
