import type { ReactNode } from "react";
import type { Legend } from "../../domain/legend.ts";
import type { MapScene, MapTarget } from "../map/map-scene.ts";

/** What a view gives to the map. */
export interface Stage {
  readonly scene: MapScene;
  readonly legend: Legend;
  /** What the map says in one sentence, for slides and files, where the view composes none of its own. */
  readonly sentence?: string | undefined;
  readonly describe: (target: MapTarget) => ReactNode;
}
