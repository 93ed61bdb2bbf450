/** What a folder may take from another: everything, or only its types. */
type How = "all" | "types";

const may = (...all: string[]): [string, How][] => all.map((folder) => [folder, "all"]);
const typesOf = (...all: string[]): [string, How][] => all.map((folder) => [folder, "types"]);

/** The rooms of src and what each may import; the two entries may import everything. */
export const FOLDERS: ReadonlyMap<string, ReadonlyMap<string, How> | undefined> = new Map([
  ["geo", new Map(may())],
  ["domain", new Map(may("geo"))],
  ["i18n", new Map(may("domain"))],
  ["work", new Map(may())],
  ["sources", new Map(may("domain"))],
  ["ingest", new Map(may("geo", "domain", "sources", "work"))],
  ["db", new Map(may("geo", "domain"))],
  ["analysis", new Map([...may("geo", "work"), ...typesOf("domain")])],
  ["state", new Map([...may("geo", "domain"), ...typesOf("analysis")])],
  ["export", new Map(may("geo", "domain", "i18n"))],
  ["commands", new Map(may("geo", "domain", "i18n", "work", "sources", "ingest", "db", "analysis", "state", "export"))],
  ["views", new Map([...may("geo", "domain", "i18n", "state", "commands"), ...typesOf("analysis")])],
  ["main.tsx", undefined],
  ["worker.ts", undefined],
  ["worker-later.ts", undefined],
]);

/** Packages with one home; a name that ends in a slash stands for its whole scope. */
export const PACKAGE_HOMES: readonly { readonly packages: readonly string[]; readonly homes: readonly string[] }[] = [
  { packages: ["maplibre-gl", "@maplibre/", "@deck.gl/", "@luma.gl/"], homes: ["views/map"] },
  {
    packages: ["@turf/", "flatbush", "kdbush", "geokdbush", "geoflatbush", "proj4", "jsts", "polyclip-ts"],
    homes: ["geo"],
  },
  { packages: ["@duckdb/", "apache-arrow"], homes: ["db"] },
  { packages: ["idb"], homes: ["sources"] },
  { packages: ["@e965/xlsx"], homes: ["ingest/workbook", "export"] },
  { packages: ["hyparquet"], homes: ["ingest/parquet"] },
  { packages: ["hyparquet-writer"], homes: ["export", "ingest/parquet"] },
  { packages: ["betterknown"], homes: ["ingest/wkt"] },
  { packages: ["sql.js"], homes: ["ingest/geopackage"] },
  { packages: ["flatgeobuf"], homes: ["ingest/flatgeobuf"] },
  { packages: ["topojson-client"], homes: ["ingest/topojson"] },
  { packages: ["saxes"], homes: ["ingest/xml"] },
  {
    packages: [
      "react",
      "react-dom",
      "react-aria",
      "react-aria-components",
      "@tanstack/",
      "lucide-react",
      "@observablehq/",
    ],
    homes: ["views", "main.tsx"],
  },
];

/** Words for a file or folder that say nothing about what is in it. */
export const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([
  "util",
  "utils",
  "helper",
  "helpers",
  "common",
  "lib",
  "core",
  "shared",
  "misc",
  "types",
]);
