import type { LayerChoice, ServerLayer, ServerService } from "../domain/server.ts";

/** Parameters that a WFS request is made of; others (a map, a key of the city's) stay as the user has named them. */
const WFS_PARAMETERS =
  /^(service|request|version|acceptversions|typenames?|srsname|count|maxfeatures|startindex|outputformat|resulttype|bbox|filter|sortby|propertyname|namespaces?)$/i;

/** The address of a WFS without what belongs to one request. */
export function wfsBase(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (WFS_PARAMETERS.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Whether an address is one that only a WFS has. */
export function looksLikeWfs(address: string): boolean {
  const { pathname, search } = new URL(address);
  return /[?&](service=wfs|request=getcapabilities)/i.test(search) || /(^|[/_-])(wfs|ows)([/_-]|$)/i.test(pathname);
}

/** A version that the user names is asked for; else the newest that both know. */
export function capabilitiesAddress(address: string, how?: "any-version"): string {
  const version = parameter(address, "version");
  const negotiated = how === "any-version" ? {} : { ACCEPTVERSIONS: "2.0.0,1.1.0,1.0.0" };
  const wanted = version && how === undefined ? { VERSION: version } : negotiated;
  return withParameters(wfsBase(address), { SERVICE: "WFS", REQUEST: "GetCapabilities", ...wanted });
}

/** Where one page of a layer is. */
export function pageAddress(
  service: ServerService,
  layer: ServerLayer,
  choice: LayerChoice,
  page: { readonly start: number; readonly count: number },
): string {
  if (service.kind === "ogc-api") {
    const items = withParameters(layer.address ?? service.address, {
      limit: String(page.count),
      crs: choice.system && !/CRS:?84$/i.test(choice.system) ? choice.system : undefined,
    });
    return page.start > 0 ? withParameters(items, { offset: String(page.start) }) : items;
  }
  const { version } = service;
  const isNew = version.startsWith("2");
  return withParameters(service.address, {
    ...{ SERVICE: "WFS", VERSION: version, REQUEST: "GetFeature" },
    [isNew ? "TYPENAMES" : "TYPENAME"]: layer.name,
    SRSNAME: choice.system,
    OUTPUTFORMAT: choice.outputFormat,
    [isNew ? "COUNT" : "MAXFEATURES"]: String(page.count),
    STARTINDEX: page.start > 0 ? String(page.start) : undefined,
  });
}

/** The path of a link in an answer, on the server that was asked. */
export function movedToServer(link: string, asked: string): string | undefined {
  if (!URL.canParse(link, asked)) return undefined;
  const { pathname, search } = new URL(link, asked);
  return new URL(pathname + search, asked).href;
}

/** The host that a link names, if it is another than the one that was asked; http for https is none. */
export function hostElsewhere(link: string | undefined, asked: string): string | undefined {
  if (link === undefined || !URL.canParse(link, asked)) return undefined;
  const [there, here] = [new URL(link, asked), new URL(asked)];
  return there.host === here.host ? undefined : there.origin;
}

/** An address of an OGC API as it stands in a browser that shows its pages: without the wish for those, and without one page's place. */
export function withoutView(address: string): string {
  const url = new URL(address);
  for (const [name, value] of [...url.searchParams]) {
    if (/^f$/i.test(name) && /html/i.test(value)) url.searchParams.delete(name);
  }
  return url.href;
}

/** A page of features as all of them: without how many and from where. */
export function withoutPage(address: string): string {
  const url = new URL(address);
  for (const name of ["limit", "offset", "startindex", "page", "next", "token"]) url.searchParams.delete(name);
  return url.href;
}

/** A link in an answer, if it stays on the server that was asked: behind a proxy servers name hosts that nobody can reach. */
export function onSameServer(link: string | undefined, asked: string): string | undefined {
  if (link === undefined || !URL.canParse(link, asked)) return undefined;
  const url = new URL(link, asked);
  return url.origin === new URL(asked).origin ? url.href : undefined;
}

/** Where an answer goes on: as it says, or – where it names a host that was not asked – by what it says behind the question mark. */
export function nextOnSameServer(link: string, asked: string): string | undefined {
  if (!URL.canParse(link, asked)) return undefined;
  const same = onSameServer(link, asked);
  if (same !== undefined) return same;
  const url = new URL(asked);
  url.search = new URL(link, asked).search;
  return url.href === asked ? undefined : url.href;
}

function parameter(address: string, wanted: string): string | undefined {
  for (const [name, value] of new URL(address).searchParams) if (name.toLowerCase() === wanted) return value;
  return undefined;
}

function withParameters(address: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
