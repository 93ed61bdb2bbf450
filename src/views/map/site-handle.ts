import { type Map as MapLibre, Marker } from "maplibre-gl";

/** The one place that can be moved on the map. */
export interface MovableSite {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly colour: string;
  /** What a screen reader calls the handle; says that arrow keys move it. */
  readonly label: string;
}

export type MovePhase = "begin" | "move" | "drop" | "cancel";

/** Metres of one press of an arrow key, and of one with Shift. */
const STEP_METRES = 10;
const LEAP_METRES = 100;
const METRES_PER_DEGREE = 111_320;

const ARROWS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * A handle on the map by which a place is moved: dragged with the pointer, or in metres with the arrow keys, where Enter sets it down
 * and Escape puts it back (WCAG 2.5.7). It is an element of the page, so it follows the pointer without waiting for a tile.
 */
export class SiteHandle {
  readonly #map: MapLibre;
  readonly #onMove: (id: string, lon: number, lat: number, phase: MovePhase) => void;
  #marker: Marker | undefined;
  #site: MovableSite | undefined;
  #isMoving = false;

  constructor(map: MapLibre, onMove: (id: string, lon: number, lat: number, phase: MovePhase) => void) {
    this.#map = map;
    this.#onMove = onMove;
  }

  get isMoving(): boolean {
    return this.#isMoving;
  }

  write(site: MovableSite | undefined, className: string): void {
    const before = this.#site;
    this.#site = site;
    if (!site) {
      this.#marker?.remove();
      this.#marker = undefined;
      this.#isMoving = false;
      return;
    }
    if (!this.#marker) this.#marker = this.#place(site, className);
    const element = this.#marker.getElement();
    element.setAttribute("aria-label", site.label);
    element.style.setProperty("--site", site.colour);
    // A handle that is being moved stands where the hand is, whatever the state says meanwhile.
    if (!this.#isMoving || before?.id !== site.id) {
      this.#isMoving = false;
      this.#marker.setLngLat([site.lon, site.lat]);
    }
  }

  remove(): void {
    this.write(undefined, "");
  }

  #place(site: MovableSite, className: string): Marker {
    const element = document.createElement("button");
    element.type = "button";
    element.className = className;
    const marker = new Marker({ element, draggable: true }).setLngLat([site.lon, site.lat]).addTo(this.#map);
    marker.on("dragstart", () => this.#begin());
    marker.on("drag", () => this.#say("move"));
    marker.on("dragend", () => this.#end("drop"));
    // The click that ends a drag is none on the map.
    element.addEventListener("click", (event) => event.stopPropagation());
    element.addEventListener("keydown", (event) => this.#press(event));
    element.addEventListener("blur", () => this.#isMoving && this.#end("drop"));
    return marker;
  }

  #press(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    if (arrow && this.#marker) {
      if (!this.#isMoving) this.#begin();
      const metres = event.shiftKey ? LEAP_METRES : STEP_METRES;
      const { lng, lat } = this.#marker.getLngLat();
      const north = (arrow[1] * metres) / METRES_PER_DEGREE;
      const east = (arrow[0] * metres) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180));
      this.#marker.setLngLat([lng + east, lat + north]);
      this.#say("move");
    } else if (this.#isMoving && (event.key === "Enter" || event.key === " ")) {
      this.#end("drop");
    } else if (this.#isMoving && event.key === "Escape") {
      this.#end("cancel");
      if (this.#site) this.#marker?.setLngLat([this.#site.lon, this.#site.lat]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #begin(): void {
    this.#isMoving = true;
    this.#say("begin");
  }

  #end(phase: "drop" | "cancel"): void {
    this.#say(phase);
    this.#isMoving = false;
  }

  #say(phase: MovePhase): void {
    const at = this.#marker?.getLngLat();
    if (at && this.#site) this.#onMove(this.#site.id, at.lng, at.lat, phase);
  }
}
