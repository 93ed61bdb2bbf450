import type { Issue } from "../../domain/issue.ts";
import type { StageInput } from "../ingest-tasks.ts";
import type { ReadingContext } from "../read-resource.ts";
import { examineAreas } from "./areas.ts";
import { examineCells } from "./cells.ts";
import { examineDuplicates } from "./duplicates.ts";
import { readExamined } from "./examined.ts";
import { Findings } from "./findings.ts";
import { Observed } from "./observed.ts";
import { examinePeriods } from "./periods.ts";
import { examinePoints } from "./points.ts";
import { examineQuotients } from "./quotients.ts";
import { examineRates } from "./rates.ts";
import { examineResidents } from "./residents.ts";
import { examineRings } from "./rings.ts";
import { examineSums } from "./sums.ts";
import { examineTotalRows } from "./total-rows.ts";
import { examineValues } from "./values.ts";

/** More rows are not read a second time: they would take the machine for minutes. */
const MOST_CELLS = 300_000;
const MOST_VALUES = 1_000_000;

/** All checks, one after the other; none changes anything. */
export async function examine(
  input: StageInput & { readonly cells: number; readonly values: number },
  context: ReadingContext,
): Promise<readonly Issue[]> {
  const findings = new Findings();
  const wanted = { population: input.cells <= MOST_CELLS, observations: input.values <= MOST_VALUES };
  const sourceOf = (role: string) => input.descriptor.resources.find((one) => one.role === role)?.path ?? "";
  if (!wanted.population) findings.leaveOut(sourceOf("population"), "population");
  if (!wanted.observations) findings.leaveOut(sourceOf("observations"), "observations");
  const examined = await readExamined(input, context, wanted);
  const observed = new Observed(examined.observations, examined.resources);
  const checks = [
    () => examineRings(examined, findings),
    () => examineAreas(examined, findings),
    () => examineDuplicates(examined, findings),
    () => examinePoints(examined, findings),
    () => examineCells(examined, findings),
    () => examineResidents(examined, findings),
    () => examineRates(examined, observed, findings),
    () => examineValues(examined, observed, findings),
    () => examineSums(examined, observed, findings),
    () => examineQuotients(examined, observed, findings),
    () => examineTotalRows(examined, findings),
    () => examinePeriods(examined, observed, findings),
  ];
  for (const check of checks) {
    check();
    context.signal.throwIfAborted();
  }
  return findings.list();
}
