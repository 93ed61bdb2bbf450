import type { Anlaufpunkt, AnlaufpunktKind } from "../../domain/anlaufpunkt.ts";
import type { CandidateFile } from "../../domain/candidate-file.ts";
import type { Indicator } from "../../domain/indicator.ts";
import type { Level } from "../../domain/sozialraum.ts";
import { pickShapes } from "../../geo/pick-shapes.ts";
import type { Shapes } from "../../geo/shapes.ts";
import { shapesFromGeojson } from "../../geo/shapes-from-geojson.ts";
import type { AppState } from "../app-state.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import type { Corner } from "../view.ts";
import { activeKinds } from "./active-kinds.ts";
import { activeLevel, sozialraumIndex } from "./active-level.ts";
import { countingPlaces, shownPlaces } from "./active-offers.ts";

/** The places that stay: those that count, and the planned ones unless they shall not. Undefined while that is not known. */
export function fixedPlaces(state: AppState): readonly Anlaufpunkt[] | undefined {
  const { status = ["existing"], sites } = state.view;
  if (!sites.planned || status.includes("planned")) return countingPlaces(state);
  return countingPlaces({ ...state, view: { ...state.view, status: [...status, "planned"] } });
}

/** Kinds of the package that do not count now: their places could become sites. */
export function candidateKinds(state: AppState): AnlaufpunktKind[] {
  const active = activeKinds(state);
  return (state.document.supply?.kinds ?? []).filter(({ id, existing }) => !active.includes(id) && existing > 0);
}

/** Places where sites could stand. */
export interface CandidatePlaces {
  readonly source: "places" | "file";
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly names: readonly string[];
}

const ofPlaces = new WeakMap<readonly Anlaufpunkt[], Map<string, CandidatePlaces>>();
const ofFile = new WeakMap<CandidateFile, CandidatePlaces>();

/** Where sites may stand: places of the chosen kinds, those of a file, or every inhabited cell. The same object for the same choice. */
export function candidates(state: AppState): "cells" | CandidatePlaces {
  const { candidateFile } = state.transient;
  const { candidates: kinds } = state.view;
  if (kinds === undefined) {
    if (!candidateFile) return "cells";
    let places = ofFile.get(candidateFile);
    if (!places) {
      const { lon, lat, names } = candidateFile;
      places = { source: "file", lon, lat, names };
      ofFile.set(candidateFile, places);
    }
    return places;
  }
  const active = activeKinds(state);
  const shown = shownPlaces(state);
  const open = kinds.filter((kind) => !active.includes(kind));
  const key = open.join();
  const known = ofPlaces.get(shown) ?? new Map<string, CandidatePlaces>();
  ofPlaces.set(shown, known);
  let places = known.get(key);
  if (!places) {
    const chosen = shown.filter(({ kind, status }) => open.includes(kind) && status !== "closed");
    places = {
      source: "places",
      lon: Float64Array.from(chosen, ({ lon }) => lon),
      lat: Float64Array.from(chosen, ({ lat }) => lat),
      names: chosen.map(({ name, address }) => name || address || ""),
    };
    known.set(key, places);
  }
  return places;
}

const pickedOf = new WeakMap<Level, Map<string, Shapes>>();
const gapsOf = new WeakMap<CoverageAnswer, readonly string[]>();
const drawnOf = new WeakMap<readonly Corner[], Shapes>();
const PICKED_AT_MOST = 20;

/** The areas in which sites may stand; undefined = anywhere. Areas without a polygon hold no candidate. */
export function allowedAreas(state: AppState): Shapes | undefined {
  const { view, transient } = state;
  const level = activeLevel(state);
  if (!level || view.sites.where === "anywhere") return undefined;
  if (view.sites.where === "areas") return pick(level, view.within ?? []);
  if (view.sites.where === "gaps") {
    const { coverage } = transient;
    return pick(level, coverage?.levelId === level.id ? gaps(level, coverage) : []);
  }
  if (!view.drawn) return pick(level, []);
  let shapes = drawnOf.get(view.drawn);
  if (!shapes) {
    const ring = view.drawn.map(({ lon, lat }) => [lon, lat]);
    shapes = shapesFromGeojson([{ type: "Polygon", coordinates: [ring] }]);
    drawnOf.set(view.drawn, shapes);
  }
  return shapes;
}

/** The areas in which no site may stand; undefined = none. */
export function excludedAreas(state: AppState): Shapes | undefined {
  const level = activeLevel(state);
  const { without } = state.view;
  return level && without ? pick(level, without) : undefined;
}

function gaps(level: Level, coverage: CoverageAnswer): readonly string[] {
  let ids = gapsOf.get(coverage);
  if (!ids) {
    const { status } = coverage.coverage.areas;
    ids = level.sozialraeume.flatMap(({ id }, area) => (status[area] === "gap" ? [id] : []));
    gapsOf.set(coverage, ids);
  }
  return ids;
}

function pick(level: Level, ids: readonly string[]): Shapes {
  const known = pickedOf.get(level) ?? new Map<string, Shapes>();
  pickedOf.set(level, known);
  const key = ids.join("\n");
  let shapes = known.get(key);
  if (!shapes) {
    shapes = pickShapes(
      level.shapes,
      ids.flatMap((id) => sozialraumIndex(level, id) ?? []),
    );
    if (known.size >= PICKED_AT_MOST) known.clear();
    known.set(key, shapes);
  }
  return shapes;
}

/** Indicators that can weigh residents: those with numbers. */
export function needIndicators({ document }: AppState): readonly Indicator[] {
  return document.records?.indicators ?? NO_INDICATORS;
}

const NO_INDICATORS: readonly Indicator[] = [];

/** The indicator that weighs the residents, if the package has it as a number. */
export function needIndicator(state: AppState): Indicator | undefined {
  const { need } = state.view;
  return need === undefined ? undefined : needIndicators(state).find(({ id, kind }) => id === need && kind !== "class");
}
