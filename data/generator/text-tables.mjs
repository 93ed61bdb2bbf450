/** A table as CSV text: quotes only where needed, CRLF, so that the same table always gives the same bytes. */
export function toCsv({ columns, rows }, delimiter = ",") {
  const field = (value) => {
    const text = value === undefined || value === null ? "" : String(value);
    return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[columns, ...rows].map((row) => row.map(field).join(delimiter)).join("\r\n")}\r\n`;
}

/** GeoJSON with one feature per line: small, and readable in a diff. */
export function toGeoJson({ features }) {
  return `{"type":"FeatureCollection","features":[\n${features.map((feature) => JSON.stringify(feature)).join(",\n")}\n]}\n`;
}
