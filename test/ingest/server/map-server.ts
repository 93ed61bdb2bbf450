import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { polygonShapefile } from "./write-shapefile.ts";

/** Where Debian's package cgi-mapserver puts it. */
const BINARY = "/usr/bin/mapserv";
const TEMPLATES = "/usr/share/mapserver/ogcapi/templates/html-plain/";

export const hasMapServer = existsSync(BINARY) && existsSync(TEMPLATES);

export interface MapServer {
  /** Of the loopback server, without a path. */
  readonly origin: string;
  /** Address of the WFS. */
  readonly wfs: string;
  /** Address of the OGC API. */
  readonly api: string;
  close(): Promise<void>;
}

/** Starts MapServer on loopback with a layer `quartiere` of these areas in degrees; whatever it needs lies in a folder of its own. */
export async function startMapServer(features: readonly GeoJSON.Feature[]): Promise<MapServer> {
  const folder = mkdtempSync(join(tmpdir(), "map-server-"));
  for (const [ending, bytes] of Object.entries(polygonShapefile(features))) {
    writeFileSync(join(folder, `quartiere${ending}`), bytes);
  }
  const server = createServer((request, response) => runMapServer(request, response, folder));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(join(folder, "city.map"), mapFile(origin));
  const config = `CONFIG\n ENV\n  MS_MAP_PATTERN "."\n  OGCAPI_HTML_TEMPLATE_DIRECTORY "${TEMPLATES}"\n END\n MAPS\n  city "${join(folder, "city.map")}"\n END\nEND\n`;
  writeFileSync(join(folder, "mapserver.conf"), config);
  return {
    ...{ origin, wfs: `${origin}/wfs`, api: `${origin}/api/collections` },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One request, one process, as the Common Gateway Interface (RFC 3875) has it. */
function runMapServer(request: IncomingMessage, response: ServerResponse, folder: string): void {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  const isApi = url.pathname.startsWith("/api");
  const child = spawn(BINARY, [], {
    cwd: folder,
    env: {
      ...{ PATH: process.env.PATH, REQUEST_METHOD: request.method, GATEWAY_INTERFACE: "CGI/1.1" },
      ...{ SERVER_PROTOCOL: "HTTP/1.1", SERVER_NAME: "127.0.0.1", QUERY_STRING: url.search.slice(1) },
      ...{ HTTP_ACCEPT: request.headers.accept ?? "", MAPSERVER_CONFIG_FILE: join(folder, "mapserver.conf") },
      ...(isApi
        ? { PATH_INFO: `/city/ogcapi${url.pathname.slice(4)}`, SCRIPT_NAME: "/x" }
        : { MS_MAPFILE: join(folder, "city.map"), SCRIPT_NAME: "/wfs" }),
    },
  });
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => parts.push(part));
  child.stdin.end();
  child.on("close", () => {
    const answer = Buffer.concat(parts);
    const end = answer.indexOf("\r\n\r\n");
    const lines = answer.subarray(0, Math.max(0, end)).toString().split("\r\n");
    for (const line of lines) {
      const [name = "", value = ""] = line.split(/:\s*(.*)/s);
      if (name.toLowerCase() === "status") response.statusCode = Number.parseInt(value, 10);
      else if (name !== "") response.setHeader(name, value);
    }
    // What a city's web server adds for pages from elsewhere; MapServer by itself does not.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end(answer.subarray(end + 4));
  });
}

function mapFile(origin: string): string {
  return `MAP
  NAME "city"
  EXTENT 200000 5200000 1000000 6200000
  SIZE 100 100
  UNITS METERS
  PROJECTION "epsg:25832" END
  WEB
    METADATA
      "ows_title" "Modellstadt"
      "ows_onlineresource" "${origin}/wfs?"
      "oga_onlineresource" "${origin}/api"
      "ows_srs" "EPSG:25832 EPSG:4326 EPSG:3857 EPSG:3035"
      "ows_enable_request" "*"
      "oga_enable_request" "*"
      "wfs_getfeature_formatlist" "geojson"
      "wfs_maxfeatures" "5000"
      "oga_max_limit" "1000"
      "ows_encoding" "UTF-8"
      "wfs_namespace_prefix" "ms" "wfs_namespace_uri" "http://example.org/ms"
    END
  END
  OUTPUTFORMAT
    NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json; subtype=geojson"
    FORMATOPTION "STORAGE=memory" FORMATOPTION "FORM=simple" FORMATOPTION "NATIVE_FIELDS=true"
  END
  LAYER
    NAME "quartiere" TYPE POLYGON STATUS ON TEMPLATE "x"
    DATA "quartiere.shp" ENCODING "UTF-8"
    PROJECTION "epsg:4326" END
    METADATA
      "ows_title" "Quartiere" "ows_abstract" "Die Quartiere der Modellstadt"
      "gml_include_items" "all" "gml_types" "auto" "gml_featureid" "id" "ows_featureid" "id"
      "wfs_use_default_extent_for_getfeature" "false"
    END
  END
END
`;
}
