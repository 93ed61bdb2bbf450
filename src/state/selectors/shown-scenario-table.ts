import type { ScenarioTable } from "../answers.ts";
import type { AppState } from "../app-state.ts";
import type { CityFigures } from "../city-figures.ts";
import { activeLevel } from "./active-level.ts";
import { countingPlaces } from "./active-offers.ts";

/** Today and the what-ifs on the question that is asked now; undefined until all are measured. */
export function shownScenarioTable(state: AppState): ScenarioTable | undefined {
  const table = state.transient.answers.scenarioTable;
  const { document, view } = state;
  if (!table || table.scenarios !== document.scenarios) return undefined;
  const { levelId, ...asked } = table.asked;
  const isSame = (Object.keys(asked) as (keyof typeof asked)[]).every((key) => asked[key] === view[key]);
  if (!isSame || levelId !== activeLevel(state)?.id) return undefined;
  return table.places === countingPlaces(state, document.supply?.anlaufpunkte) ? table : undefined;
}

/** Of these a smaller number is the better one. */
const LESS_IS_BETTER: ReadonlySet<keyof CityFigures> = new Set(["residents_unreached", "without", "gap"]);

/** The columns with the best value of a row; none where all are alike. */
export function bestColumns({ columns }: ScenarioTable, row: keyof CityFigures): ReadonlySet<number> {
  const values = columns.map(({ figures }) => figures[row]);
  const known = values.filter((value) => !Number.isNaN(value));
  const best = LESS_IS_BETTER.has(row) ? Math.min(...known) : Math.max(...known);
  const found = new Set(values.flatMap((value, k) => (value === best ? [k] : [])));
  return found.size < known.length ? found : new Set();
}
