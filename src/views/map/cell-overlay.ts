import type { Layer } from "@deck.gl/core";
import { LineLayer } from "@deck.gl/layers";
import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Map as MapLibre } from "maplibre-gl";
import { boxesInView, type View, viewInside, widened } from "./boxes-in-view.ts";
import { gridTurn } from "./grid-turn.ts";
import type { CellCloud, CellSource, NearestLines } from "./map-scene.ts";
import { slotId } from "./map-slots.ts";
import { SquareLayer } from "./square-layer.ts";

const BEFORE = slotId("cells");
const POLL_MS = 40;
/** Boxes of 4096 cells each that are drawn without asking where the map stands. */
const BOXES_AT_ONCE = 100;
/** Part of the window's width and height around it: a small step needs no other cells. */
const MARGIN = 0.2;
const GROUP = `deck-maplibre-layer-group-before:${BEFORE}`;

/**
 * Colours in which a cell that is coarser than the others is paler by the ratio of the edges: the few people of a whole
 * kilometre shall not shout louder than a dense quarter.
 */
function quietened({ colours, cellSizeMetres }: CellCloud): Uint8Array {
  const usual = usualSize(cellSizeMetres);
  const quiet = colours.slice();
  for (let i = 0; i < cellSizeMetres.length; i++) {
    const ratio = usual / (cellSizeMetres[i] as number);
    if (ratio < 0.75) quiet[4 * i + 3] = (colours[4 * i + 3] as number) * Math.max(0.22, ratio);
  }
  return quiet;
}

/** Median of a sample of the edges. */
function usualSize(sizes: Float64Array): number {
  const step = Math.max(1, Math.floor(sizes.length / 999));
  const sample = sizes.filter((size, i) => i % step === 0 && size > 0).sort();
  return sample[sample.length >> 1] ?? 0;
}

/** Typed arrays go to the GPU as they are: no accessor is called per cell. */
function squares(cells: CellCloud): Layer {
  const n = cells.lon.length;
  const positions = new Float64Array(2 * n);
  const radii = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    positions[2 * i] = cells.lon[i] as number;
    positions[2 * i + 1] = cells.lat[i] as number;
    radii[i] = (cells.cellSizeMetres[i] as number) / 2;
  }
  return new SquareLayer({
    id: "cells",
    beforeId: BEFORE,
    turn: gridTurn(cells),
    data: {
      length: n,
      attributes: {
        getPosition: { value: positions, size: 2 },
        getRadius: { value: radii, size: 1 },
        getFillColor: { value: quietened(cells), size: 4, normalized: true },
      },
    },
    radiusUnits: "meters",
    // A hundred metres are less than a pixel over a whole country: they stay visible.
    radiusMinPixels: 0.6,
    parameters: { depthCompare: "always", depthWriteEnabled: false },
  } as ConstructorParameters<typeof SquareLayer>[0]);
}

/** @param shown false keeps the layer with its shaders: linking them anew would cost each choice a quarter of a second */
function rays(lines: NearestLines, shown: boolean): Layer {
  const n = lines.residents.length;
  // Twice the residents, 1.4 times the width: the eye reads the ink, not the width alone.
  const widths = Float32Array.from(lines.residents, (residents) => 0.4 + Math.sqrt(Math.max(0, residents)) / 16);
  return new LineLayer({
    id: "lines",
    visible: shown,
    beforeId: BEFORE,
    data: {
      length: n,
      attributes: {
        getSourcePosition: { value: lines.from, size: 2 },
        getTargetPosition: { value: lines.to, size: 2 },
        getWidth: { value: widths, size: 1 },
      },
    },
    getColor: [17, 26, 32, 76],
    widthUnits: "pixels",
    widthMaxPixels: 2.5,
    parameters: { depthCompare: "always", depthWriteEnabled: false },
  } as unknown as ConstructorParameters<typeof LineLayer>[0]);
}

/**
 * deck.gl inside MapLibre's own canvas, between borders and labels. Loaded only when a scene has cells or lines.
 * Its shaders link in the background, so a finished frame of the map may still lack them: ask `painted`.
 */
export class CellOverlay {
  readonly #map: MapLibre;
  readonly #overlay: MapLibreOverlay;
  #layers: Layer[] = [];
  #cells: CellSource | undefined;
  /** What the boxes were chosen for; undefined = they are all. */
  #gathered: View | undefined;
  #lines: NearestLines | undefined;
  #lastLines: NearestLines | undefined;
  #painted = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #moved: ReturnType<typeof setTimeout> | undefined;
  readonly #onFailure: (reason: unknown) => void;

  constructor(map: MapLibre, onFailure: (reason: unknown) => void) {
    this.#map = map;
    this.#onFailure = onFailure;
    this.#overlay = new MapLibreOverlay({ interleaved: true, layers: [] });
    map.addControl(this.#overlay);
    map.on("moveend", this.#lookSoon);
  }

  get painted(): boolean {
    return this.#painted;
  }

  write(cells: CellSource | undefined, lines: NearestLines | undefined): void {
    if (cells === this.#cells && lines === this.#lines) return;
    const keep = (id: string) => this.#layers.filter((layer) => layer.id === id);
    const below = cells === this.#cells ? keep("cells") : cells ? [this.#squares(cells)] : [];
    this.#lastLines = lines ?? this.#lastLines;
    const above = lines === this.#lines ? keep("lines") : this.#lastLines ? [rays(this.#lastLines, !!lines)] : [];
    this.#cells = cells;
    this.#lines = lines;
    this.#show([...below, ...above]);
  }

  /** Who shows the scene hears of the move, too, and may show no cells at all where the map stands now. */
  readonly #lookSoon = (): void => {
    clearTimeout(this.#moved);
    this.#moved = setTimeout(() => this.#look(), 0);
  };

  /** The map has come to where other cells are. */
  #look(): void {
    if (!this.#cells || !this.#gathered || viewInside(this.#view(), this.#gathered)) return;
    this.#show([this.#squares(this.#cells), ...this.#layers.filter((layer) => layer.id !== "cells")]);
  }

  #view(): View {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** The cells in view and around it; all of them where they are those of a city. */
  #squares(cells: CellSource): Layer {
    const all = Array.from({ length: cells.boxes.length / 4 }, (_, box) => box);
    this.#gathered = all.length > BOXES_AT_ONCE ? widened(this.#view(), MARGIN) : undefined;
    return squares(cells.cellsIn(this.#gathered ? boxesInView(cells.boxes, this.#gathered) : all));
  }

  #show(layers: Layer[]): void {
    this.#layers = layers;
    this.#painted = false;
    this.#overlay.setProps({ layers });
    this.#map.triggerRepaint();
    this.#settle();
  }

  remove(): void {
    clearTimeout(this.#timer);
    this.#map.off("moveend", this.#lookSoon);
    clearTimeout(this.#moved);
    this.#map.removeControl(this.#overlay);
  }

  /**
   * Looks now and then, without painting, whether the shaders are linked; then asks for the one frame that shows them.
   * Painting until they are would queue dozens of frames on a slow GPU.
   */
  #settle(): void {
    clearTimeout(this.#timer);
    const pipelines = this.#layers.map((layer) => (layer.getModels() ?? []).map(({ pipeline }) => pipeline));
    const refused = pipelines.flat().some(({ linkStatus }) => linkStatus === "error");
    const linked = pipelines.every((own) => own.length > 0 && own.every(({ linkStatus }) => linkStatus === "success"));
    const placed = this.#layers.length === 0 || this.#map.getLayer(GROUP) !== undefined;
    if (refused || (placed && linked)) {
      this.#painted = true;
      this.#map.triggerRepaint();
      if (refused) this.#onFailure(new Error("the graphics driver refused the shaders of the cells"));
      return;
    }
    // deck.gl places its layers only in a style whose sources are all loaded: ask again.
    if (!placed) this.#overlay.setProps({ layers: this.#layers });
    this.#timer = setTimeout(() => this.#settle(), POLL_MS);
  }
}
