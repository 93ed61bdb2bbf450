import type { Legend } from "../../../domain/legend.ts";
import type { Language } from "../../../domain/localized.ts";
import type { Population } from "../../../domain/population.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import type { Formats } from "../../../i18n/formats.ts";
import type { DistanceBands, WalkingZones } from "../../../state/distance-answers.ts";
import type { BandCounts, BandRow } from "../../../state/selectors/band-rows.ts";
import { areaGeometry } from "../../map/area-geometry.ts";
import { fillOnPaper } from "../../map/fill-on-paper.ts";
import { INK } from "../../map/map-ink.ts";
import type { AreaClass, CellSource, MapZone } from "../../map/map-scene.ts";
import { paintedCells } from "../versorgung/cell-cloud.ts";
import { BEYOND_FILL, bandFills, channelsOf, NO_PLACE_FILL, UNKNOWN_FILL } from "./band-colours.ts";
import { bandParts } from "./band-parts.ts";
import { beyondClasses } from "./beyond-classes.ts";

/** What the panel of distances gives to the map, in place of the coverage. */
export interface WegeMap {
  readonly classes: readonly AreaClass[];
  readonly areaClass: Uint8Array;
  readonly cells: CellSource | undefined;
  readonly zones: readonly MapZone[] | undefined;
  readonly legend: Omit<Legend, "marks">;
}

interface Shown {
  readonly shows: "areas" | "cells" | "zones";
  readonly answer: DistanceBands;
  readonly rows: readonly BandRow[];
  readonly city: BandCounts;
  readonly zones: WalkingZones | undefined;
  /** The name of the one place whose zones are shown. */
  readonly zonesPlace: string | undefined;
  readonly population: Population | undefined;
  /** The limits of the bands. */
  readonly words: readonly string[];
  /** What one has to know of these words. */
  readonly notes: readonly string[];
}

const PALE: AreaClass = { key: "below", colour: INK.unclassed, pattern: "none", label: "", count: 0 };

/** Sozialräume by how many have it far, inhabited cells by band, or the land within a walk. */
export function wegeMap(shown: Shown, language: Language, formats: Formats): WegeMap {
  const texts = distanceTexts[language];
  const { shows, answer, rows, city, zones, population, words, notes } = shown;
  const { limits } = answer.bands;
  if (shows === "areas") {
    const fills = beyondClasses(rows, texts, formats);
    const entries = fills.classes.filter(({ count }) => count > 0);
    return {
      ...fills,
      cells: undefined,
      zones: undefined,
      legend: {
        title: texts.beyondLegend(words.at(-1) ?? ""),
        entries: entries.map((entry) => ({ ...entry, colour: fillOnPaper(entry.colour) })),
        notes,
      },
    };
  }
  const pale = { classes: [PALE], areaClass: new Uint8Array(rows.length) };
  const isWalked = answer.coverage.way === "walk";
  if (shows === "cells" && population) {
    const title = isWalked ? texts.bandsLegendWalk : texts.bandsLegend;
    return {
      ...pale,
      cells: bandCells(answer, population),
      zones: undefined,
      legend: { title, unit: texts.people, entries: bandParts(city, limits, words, texts), notes },
    };
  }
  const colours = bandFills(limits.length);
  const entries = limits.map((_, band) => ({
    key: `zone-${band}`,
    ...(colours[band] ?? BEYOND_FILL),
    label: texts.upTo(words[band] ?? ""),
  }));
  const title = shown.zonesPlace ? texts.zonesLegendOf(shown.zonesPlace) : texts.zonesLegend;
  return { ...pale, cells: undefined, zones: zones && landWithin(zones), legend: { title, entries, notes } };
}

type Channels = readonly [number, number, number];

const cellsByAnswer = new WeakMap<DistanceBands, CellSource>();

function bandCells(answer: DistanceBands, population: Population): CellSource {
  const known = cellsByAnswer.get(answer);
  if (known) return known;
  const { limits } = answer.bands;
  const colours = bandFills(limits.length).map(({ colour }) => channelsOf(colour));
  const [beyond, noPlace, unknown]: Channels[] = [
    channelsOf(BEYOND_FILL.colour),
    channelsOf(NO_PLACE_FILL.colour),
    channelsOf(UNKNOWN_FILL.colour),
  ];
  const cells = paintedCells(answer.coverage, population, (metres) => {
    for (let band = 0; band < limits.length; band++) {
      if (metres <= (limits[band] as number)) return colours[band] as Channels;
    }
    return (Number.isNaN(metres) ? unknown : metres === Number.POSITIVE_INFINITY ? noPlace : beyond) as Channels;
  });
  cellsByAnswer.set(answer, cells);
  return cells;
}

const zonesByAnswer = new WeakMap<WalkingZones, readonly MapZone[]>();

/** The widest lowest: each covers those below it. */
function landWithin(answer: WalkingZones): readonly MapZone[] {
  let zones = zonesByAnswer.get(answer);
  if (!zones) {
    const { shapes, bands } = answer.isochrones;
    const colours = bandFills(bands.length);
    zones = Array.from(bands, (_, band): MapZone => {
      const { colour } = colours[band] ?? BEYOND_FILL;
      return { geometry: areaGeometry(shapes, band), colour, opacity: 1 };
    }).reverse();
    zonesByAnswer.set(answer, zones);
  }
  return zones;
}
