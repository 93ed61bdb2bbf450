/**
 * Writes the model city: `npm run data:modellstadt [-- --seed 1 --residents 80000 --out DIR]`, or with `--cells N` a
 * whole country of such cities (`--cells 3000000 --out DIR`). The same numbers give the same bytes.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeCountry } from "./generator/country.mjs";
import { makeModelCity } from "./generator/model-city.mjs";

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    residents: { type: "string" },
    cells: { type: "string" },
    out: { type: "string" },
  },
});

function wholeNumber(name, fallback) {
  const text = values[name];
  if (text === undefined) return fallback;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} must be a whole number above 0, got ${text}`);
  return number;
}

const seed = wholeNumber("seed", 1);
const residents = wholeNumber("residents", 80000);
const cells = wholeNumber("cells", 0);
const here = dirname(fileURLToPath(import.meta.url));

if (cells > 0) {
  if (!values.out) throw new Error("--cells makes a large package: say where with --out DIR");
  mkdirSync(values.out, { recursive: true });
  const written = await writeCountry({ seed, residents, cells, out: values.out });
  console.log(
    `${written.cities} cities, ${written.areas} areas, ${written.places} places, ${written.cells} cells, ${written.residents} residents in ${values.out}`,
  );
} else {
  const out = values.out ?? join(here, "modellstadt");
  mkdirSync(out, { recursive: true });
  const files = makeModelCity({ seed, residents });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
  console.log(`${Object.keys(files).length} files in ${out}`);
}
