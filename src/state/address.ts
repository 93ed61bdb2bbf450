import { ANLAUFPUNKT_STATES } from "../domain/anlaufpunkt.ts";
import { openTimeFrom, openTimeText } from "../domain/open-time.ts";
import { isPeriod } from "../domain/period.ts";
import {
  BANDS_MOST,
  CLASS_METHODS,
  COMPARE_MOST,
  CORNERS_MOST,
  COVERAGE_METRICS,
  type Corner,
  DECAY_NAMES,
  DEFAULT_VIEW,
  DETOUR_LIMITS,
  PANELS,
  REACH_LIMITS,
  SITE_GROUNDS,
  SITES_MOST,
  SITING_GOALS,
  SPEEDS,
  SUPPLY_MEASURES,
  VIEW_NAMES,
  type View,
  WHEELCHAIR_WISHES,
} from "./view.ts";

/** A value of the address that was not understood and is ignored with a notice. */
export interface IgnoredValue {
  readonly key: string;
  readonly value: string;
}

type Read<T> = { ok: T } | undefined;

function oneOf<T extends string>(allowed: readonly T[], text: string): Read<T> {
  return (allowed as readonly string[]).includes(text) ? { ok: text as T } : undefined;
}

function number(text: string, least: number, most: number): Read<number> {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? { ok: value } : undefined;
}

const flag = (text: string): Read<boolean> => (text === "1" ? { ok: true } : text === "0" ? { ok: false } : undefined);

const ids = (text: string): Read<string[]> => {
  const list = [...new Set(text.split(",").filter((id) => id !== ""))];
  return list.length > 0 ? { ok: list } : undefined;
};

const READERS: { [K in keyof View]-?: (text: string) => Read<View[K]> } = {
  data: (text) => (text === "" ? undefined : { ok: text }),
  view: (text) => oneOf(VIEW_NAMES, text),
  lang: (text) => oneOf(["de", "en"], text),
  level: (text) => (text === "" ? undefined : { ok: text }),
  kind: ids,
  topic: ids,
  group: ids,
  speaks: ids,
  open: (text) => {
    const time = openTimeFrom(text);
    return time && { ok: time };
  },
  wheelchair: (text) => oneOf(WHEELCHAIR_WISHES, text),
  status: (text) => {
    const list = ids(text)?.ok.map((one) => oneOf(ANLAUFPUNKT_STATES, one)?.ok);
    return list?.every((one) => one !== undefined) ? { ok: list } : undefined;
  },
  people: (text) => (text === "" ? undefined : { ok: text }),
  reach: (text) => number(text, REACH_LIMITS.least, REACH_LIMITS.most),
  way: (text) => oneOf(["walk"] as const, text),
  steps: (text) => oneOf(["none"] as const, text),
  detour: (text) => number(text, DETOUR_LIMITS.least, DETOUR_LIMITS.most),
  speed: (text) => {
    const speed = SPEEDS.find((candidate) => String(candidate) === text);
    return speed && { ok: speed };
  },
  bands: (text) => {
    const list = ids(text)?.ok.map((one) => number(one, REACH_LIMITS.least, REACH_LIMITS.most)?.ok);
    if (!list || list.length > BANDS_MOST || list.includes(undefined)) return undefined;
    return { ok: [...new Set(list as number[])].sort((a, b) => a - b) };
  },
  scenario: (text) => (text === "" ? undefined : { ok: text }),
  panel: (text) => oneOf(PANELS, text),
  sites: (text) => {
    const [nText = "", goalText = "", whereText = "anywhere", plannedText = "planned", rest] = text.split(":");
    const n = number(nText, 1, SITES_MOST);
    const goal = oneOf(SITING_GOALS, goalText);
    const where = oneOf(SITE_GROUNDS, whereText);
    const planned = oneOf(["planned", "existing"] as const, plannedText);
    if (!n || !Number.isInteger(n.ok) || !goal || !where || !planned || rest !== undefined) return undefined;
    return { ok: { n: n.ok, goal: goal.ok, where: where.ok, planned: planned.ok === "planned" } };
  },
  candidates: ids,
  within: ids,
  without: ids,
  drawn: (text) => {
    const corners = text.split(",").map((corner): Corner | undefined => {
      const [lat, lon, rest] = corner.split("/").map((part) => number(part, -180, 180)?.ok);
      const isPlace = lat !== undefined && lon !== undefined && rest === undefined && Math.abs(lat) <= 85;
      return isPlace ? { lon, lat } : undefined;
    });
    if (corners.length < 3 || corners.length > CORNERS_MOST || corners.includes(undefined)) return undefined;
    return { ok: corners as Corner[] };
  },
  need: (text) => (text === "" ? undefined : { ok: text }),
  supply: (text) => oneOf(SUPPLY_MEASURES, text),
  decay: (text) => oneOf(DECAY_NAMES, text),
  unit: (text) => oneOf(["place", "capacity"] as const, text),
  metric: (text) => oneOf(COVERAGE_METRICS, text),
  indicator: (text) => (text === "" ? undefined : { ok: text }),
  period: (text) => (isPeriod(text) ? { ok: text } : undefined),
  classes: (text) => {
    const [methodText = "", nText = ""] = text.split(":");
    const method = oneOf(CLASS_METHODS, methodText);
    const n = number(nText, 2, 9);
    return method && n && Number.isInteger(n.ok) ? { ok: { method: method.ok, n: n.ok } } : undefined;
  },
  sozialraum: (text) => (text === "" ? undefined : { ok: text }),
  compare: (text) => {
    const list = ids(text);
    return list && list.ok.length <= COMPARE_MOST ? list : undefined;
  },
  map: (text) => {
    const [zoom, lat, lon, rest] = text.split("/").map((part) => Number(part === "" ? Number.NaN : part));
    if (zoom === undefined || lat === undefined || lon === undefined || rest !== undefined) return undefined;
    const fits = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180;
    return fits ? { ok: { zoom, lat, lon } } : undefined;
  },
  present: flag,
  per: (text) => oneOf(["residents"] as const, text),
  table: flag,
  cells: flag,
  zones: (text) => (text === "" ? undefined : { ok: text }),
};

/** Reads the query of the address. Values that are not understood are left out and named; keys of others are left alone. */
export function readAddress(search: string): { view: View; ignored: IgnoredValue[] } {
  const parameters = new URLSearchParams(search);
  const view: Record<string, unknown> = { ...DEFAULT_VIEW };
  const ignored: IgnoredValue[] = [];
  for (const key of Object.keys(READERS) as (keyof View)[]) {
    const text = parameters.get(key);
    if (text === null) continue;
    const read = READERS[key](text);
    if (read) view[key] = read.ok;
    else ignored.push({ key, value: text });
  }
  return { view: view as unknown as View, ignored };
}

const list = (items: readonly string[]) => items.map(encodeURIComponent).join(",");
const path = (text: string) => encodeURIComponent(text).replaceAll("%2F", "/").replaceAll("%3A", ":");

/** The query that restores a view; defaults are left out. Keys stand in the order of the contract. */
export function writeAddress(view: View): string {
  const parts: string[] = [];
  const put = (key: keyof View, text: string | undefined | false) => {
    if (text) parts.push(`${key}=${text}`);
  };
  put("data", view.data && path(view.data));
  put("view", view.view !== DEFAULT_VIEW.view && view.view);
  put("lang", view.lang !== DEFAULT_VIEW.lang && view.lang);
  put("level", view.level && encodeURIComponent(view.level));
  put("kind", view.kind && list(view.kind));
  put("topic", view.topic && list(view.topic));
  put("group", view.group && list(view.group));
  put("speaks", view.speaks && list(view.speaks));
  put("open", view.open && openTimeText(view.open));
  put("wheelchair", view.wheelchair);
  put("status", view.status && list(view.status));
  put("people", view.people && encodeURIComponent(view.people));
  put("reach", view.reach !== DEFAULT_VIEW.reach && String(view.reach));
  put("way", view.way);
  put("steps", view.steps);
  put("detour", view.detour !== DEFAULT_VIEW.detour && String(view.detour));
  put("speed", view.speed !== DEFAULT_VIEW.speed && String(view.speed));
  const bands = view.bands.join(",");
  put("bands", bands !== DEFAULT_VIEW.bands.join(",") && bands);
  put("scenario", view.scenario && encodeURIComponent(view.scenario));
  put("panel", view.panel !== DEFAULT_VIEW.panel && view.panel);
  put("sites", sitesText(view.sites));
  put("candidates", view.candidates && list(view.candidates));
  put("within", view.within && list(view.within));
  put("without", view.without && list(view.without));
  put("drawn", view.drawn?.map(({ lat, lon }) => `${round(lat, 5)}/${round(lon, 5)}`).join());
  put("need", view.need && encodeURIComponent(view.need));
  put("supply", view.supply !== DEFAULT_VIEW.supply && view.supply);
  put("decay", view.decay);
  put("unit", view.unit);
  put("metric", view.metric !== DEFAULT_VIEW.metric && view.metric);
  put("indicator", view.indicator && encodeURIComponent(view.indicator));
  put("period", view.period);
  const { method, n } = view.classes;
  const sameClasses = method === DEFAULT_VIEW.classes.method && n === DEFAULT_VIEW.classes.n;
  put("classes", !sameClasses && `${method}:${n}`);
  put("sozialraum", view.sozialraum && encodeURIComponent(view.sozialraum));
  put("compare", view.compare.length > 0 && list(view.compare));
  put("map", view.map && `${round(view.map.zoom, 2)}/${round(view.map.lat, 5)}/${round(view.map.lon, 5)}`);
  put("present", view.present && "1");
  put("per", view.per);
  put("table", view.table && "1");
  put("cells", view.cells && "1");
  put("zones", view.zones && encodeURIComponent(view.zones));
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** `5:most-reached:gaps:existing`; what stands at its default at the end is left out. */
function sitesText({ n, goal, where, planned }: View["sites"]): string | undefined {
  const parts = [String(n), goal, where, planned ? "planned" : "existing"];
  const { sites } = DEFAULT_VIEW;
  if (planned === sites.planned) {
    parts.pop();
    if (where === sites.where) parts.pop();
  }
  return parts.length === 2 && n === sites.n && goal === sites.goal ? undefined : parts.join(":");
}

const round = (value: number, digits: number) => String(Number(value.toFixed(digits)));
