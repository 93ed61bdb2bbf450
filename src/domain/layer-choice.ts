import { type CrsId, parseCrs } from "../geo/crs.ts";
import type { LayerChoice, PageFormat, ServerLayer, ServerService } from "./server.ts";

/** Systems in metres in which no server gets the order of the axes wrong. */
const METRIC: ReadonlySet<CrsId> = new Set<CrsId>(["EPSG:25832", "EPSG:25833"]);

/** What the app can ask of a layer: as GeoJSON where the server has it, as GML always where it is a WFS. */
export function formatsOf(service: ServerService, layer: ServerLayer): readonly PageFormat[] {
  if (service.kind === "ogc-api") return ["geojson"];
  return geojsonName(layer) === undefined ? ["gml"] : ["geojson", "gml"];
}

/** Systems of a layer that the app can read, as the server writes them. */
export function systemsOf(layer: ServerLayer): readonly string[] {
  const seen = new Set<CrsId>();
  return layer.systems.filter((system) => {
    const crs = parseCrs(system);
    if (crs === undefined || seen.has(crs)) return false;
    seen.add(crs);
    return true;
  });
}

/** How a layer is asked for unless the user says otherwise: by the readable format, and in metres. */
export function usualChoice(service: ServerService, layer: ServerLayer): LayerChoice {
  const systems = systemsOf(layer);
  const metric = systems.find((system) => METRIC.has(parseCrs(system) as CrsId));
  // An OGC API answers in lon and lat unless it is asked for another, and not all that name others have them.
  const system = service.kind === "ogc-api" ? undefined : (metric ?? systems[0]);
  return choiceOf(service, layer, formatsOf(service, layer)[0] ?? "gml", system);
}

export function choiceOf(
  service: ServerService,
  layer: ServerLayer,
  format: PageFormat,
  system: string | undefined,
): LayerChoice {
  // GML is what a WFS sends unasked, in the version that belongs to its own.
  const outputFormat = format === "geojson" && service.kind === "wfs" ? geojsonName(layer) : undefined;
  return { format, outputFormat, system };
}

/** Called alike, and something else. */
const OTHER_JSON = /javascript|jsonp|zip|esri|topo|fg\+json|json-?fg|json-?seq|jsonl|ndjson|ld\+json|schema/i;

function geojsonName({ formats }: ServerLayer): string | undefined {
  const named = formats.filter((format) => /json/i.test(format) && !OTHER_JSON.test(format));
  const usual = [/^application\/(geo\+)?json$/i, /^(geo)?json$/i, /geo\+?json/i];
  return usual.flatMap((pattern) => named.find((format) => pattern.test(format)) ?? [])[0] ?? named[0];
}
