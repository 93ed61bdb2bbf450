import type { Map as MapLibre } from "maplibre-gl";
import { AreaWriter } from "./area-writer.ts";
import { BackgroundWriter } from "./background-writer.ts";
import type { CellOverlay } from "./cell-overlay.ts";
import { DrawnAreaWriter } from "./drawn-area-writer.ts";
import type { MapScene, MapTarget } from "./map-scene.ts";
import { ownNames } from "./own-names.ts";
import { PlaceWriter } from "./place-writer.ts";
import { READING_SCALE } from "./reading-scale.ts";
import { ZoneWriter } from "./zone-writer.ts";

interface Writers {
  readonly background: BackgroundWriter;
  readonly areas: AreaWriter;
  readonly zones: ZoneWriter;
  readonly drawn: DrawnAreaWriter;
  readonly places: PlaceWriter;
}

/** CSS pixels by which the pointer may miss the symbol of a place. */
const PLACE_REACH = 2;

/** The only one that writes to a map: compares the scene with the one that is drawn and changes what differs. */
export class SceneWriter {
  readonly #map: MapLibre;
  readonly #onFailure: (reason: unknown) => void;
  readonly #onGround: () => void;
  #writers: Writers | undefined;
  #scene: MapScene | undefined;
  #overlay: CellOverlay | "loading" | undefined;
  #opening = 0;
  #hasGround = false;
  #scale = 1;

  /**
   * @param onFailure hears of a part that could not be drawn (an archive that cannot be read, deck.gl without memory)
   * @param onGround hears once that areas and background are painted
   */
  constructor(map: MapLibre, onFailure: (reason: unknown) => void, onGround: () => void = () => undefined) {
    this.#map = map;
    this.#onFailure = onFailure;
    this.#onGround = onGround;
    map.once("style.load", () => {
      this.#writers = {
        background: new BackgroundWriter(map),
        areas: new AreaWriter(map),
        zones: new ZoneWriter(map),
        drawn: new DrawnAreaWriter(map),
        places: new PlaceWriter(map),
      };
      if (this.#scale !== 1) this.#writeScale();
      const look = () => {
        if (!this.#scene || !map.isStyleLoaded() || !map.areTilesLoaded()) return;
        map.off("render", look);
        map.off("idle", look);
        this.#groundIsPainted();
      };
      map.on("render", look);
      map.on("idle", look);
      if (this.#scene) this.#draw(this.#scene);
    });
  }

  /** The map comes first; names, places and cells, with their images, shaders and chunks, follow when it stands. */
  #groundIsPainted(): void {
    this.#hasGround = true;
    // What `npm run bench` measures the way to.
    if (performance.getEntriesByName("first-map").length === 0) performance.mark("first-map");
    if (this.#scene) this.#draw(this.#scene);
    this.#onGround();
  }

  /** The scene whose parts have all reached the map; the map itself says by `idle` when they are painted. */
  get settled(): MapScene | undefined {
    const drawn = this.#hasGround && this.#writers !== undefined && this.#opening === 0;
    const overlaid = this.#overlay === undefined || (this.#overlay !== "loading" && this.#overlay.painted);
    return drawn && overlaid ? this.#scene : undefined;
  }

  write(scene: MapScene): void {
    if (scene === this.#scene) return;
    this.#scene = scene;
    if (this.#writers) this.#draw(scene);
  }

  /** How much larger than at the desk letters and marks are drawn. */
  enlarge(scale: number): void {
    if (scale === this.#scale) return;
    this.#scale = scale;
    if (this.#writers) this.#writeScale();
  }

  hover(target: MapTarget | undefined): void {
    this.#writers?.areas.hover(target?.on === "sozialraum" ? target.area : undefined);
    this.#writers?.places.hover(target?.on === "anlaufpunkt" ? target.id : undefined);
  }

  /** What is drawn at a point of the map, in CSS pixels from its upper left corner; places before areas. */
  targetAt(point: { x: number; y: number }): MapTarget | undefined {
    const writers = this.#writers;
    if (!writers || !this.#scene) return undefined;
    const { numberedLayerId, layerId } = writers.places;
    const id = this.#nearestPlace(numberedLayerId, point) ?? this.#nearestPlace(layerId, point);
    if (id !== undefined) return { on: "anlaufpunkt", id };
    const fill = writers.areas.fillLayerId;
    const area = fill && this.#map.queryRenderedFeatures([point.x, point.y], { layers: [fill] })[0]?.id;
    return typeof area === "number" ? { on: "sozialraum", area } : undefined;
  }

  #nearestPlace(layer: string | undefined, { x, y }: { x: number; y: number }): string | undefined {
    if (!layer) return undefined;
    const box: [[number, number], [number, number]] = [
      [x - PLACE_REACH, y - PLACE_REACH],
      [x + PLACE_REACH, y + PLACE_REACH],
    ];
    let nearest: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const { geometry, properties } of this.#map.queryRenderedFeatures(box, { layers: [layer] })) {
      if (geometry.type !== "Point") continue;
      const at = this.#map.project([geometry.coordinates[0] as number, geometry.coordinates[1] as number]);
      const distance = Math.hypot(at.x - x, at.y - y);
      if (distance < least) [nearest, least] = [String(properties.place), distance];
    }
    return nearest;
  }

  /** Stops what still runs; call it before the map is removed. */
  finish(): void {
    if (this.#overlay && this.#overlay !== "loading") this.#overlay.remove();
    this.#overlay = undefined;
    this.#writers = undefined;
  }

  #draw(scene: MapScene): void {
    if (!this.#writers) return;
    this.#writers.background.write(scene.backgrounds, ownNames(scene.level));
    this.#writers.areas.write(scene, !this.#hasGround);
    if (this.#hasGround) {
      this.#writers.zones.write(scene.zones);
      this.#writers.drawn.write(scene.drawn);
      this.#writers.places.write(scene);
      this.#drawOverlay(scene);
    }
    this.#map.triggerRepaint();
  }

  #writeScale(): void {
    this.#map.setGlobalStateProperty(READING_SCALE, this.#scale);
  }

  #drawOverlay(scene: MapScene): void {
    if (this.#overlay === "loading") return;
    if (this.#overlay) {
      this.#overlay.write(scene.cells, scene.lines);
    } else if (scene.cells || scene.lines) {
      this.#overlay = "loading";
      this.#await(
        Promise.all([import("./cell-overlay.ts"), this.#loaded()]).then(([{ CellOverlay }]) => {
          if (!this.#writers) return;
          this.#overlay = new CellOverlay(this.#map, this.#onFailure);
          this.#overlay.write(this.#scene?.cells, this.#scene?.lines);
        }),
      );
    }
  }

  /** Until the map has its tiles: deck.gl waits for that anyway, and no frame of theirs has to draw all cells too. */
  #loaded(): Promise<void> {
    return new Promise((resolve) => {
      this.#map.once("idle", () => resolve());
    });
  }

  #await(part: Promise<void>): void {
    this.#opening++;
    part.catch(this.#onFailure).finally(() => {
      this.#opening--;
      this.#map.triggerRepaint();
    });
  }
}
