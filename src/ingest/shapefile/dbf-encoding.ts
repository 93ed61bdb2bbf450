/**
 * Encodings by the byte in which a `.dbf` names its own (ESRI, „Language driver IDs“; dBASE IV documentation): those that stand in files of
 * German offices. 0 says nothing.
 */
const BY_DRIVER: ReadonlyMap<number, string> = new Map([
  [0x01, "ibm437"],
  [0x02, "ibm850"],
  [0x03, "windows-1252"],
  [0x04, "macintosh"],
  [0x0a, "ibm850"],
  [0x10, "ibm850"],
  [0x14, "ibm850"],
  [0x57, "windows-1252"],
  [0x58, "windows-1252"],
  [0x59, "windows-1252"],
]);

/** The encoding that a shapefile declares, as browsers name it: by its `.cpg`, else by its `.dbf`; undefined when neither does. */
export function declaredEncoding(cpg: string | undefined, driver: number): string | undefined {
  const name = cpg
    ?.replace(/^\ufeff/, "")
    .trim()
    .toLowerCase()
    .replace(/^(ansi|oem|cp|windows|ms|ibm)[\s_-]*(?=\d)/, "");
  if (name === undefined || name === "") return BY_DRIVER.get(driver);
  if (/^(utf-?8|65001)$/.test(name)) return "utf-8";
  if (name === "1252") return "windows-1252";
  if (/^(iso[\s_-]*)?8859[\s_-]*1$/.test(name)) return "windows-1252";
  if (/^(iso[\s_-]*)?8859[\s_-]*15$/.test(name)) return "iso-8859-15";
  if (/^\d{4}$/.test(name)) return `windows-${name}`;
  if (/^\d{3}$/.test(name)) return `ibm${name}`;
  return name;
}
