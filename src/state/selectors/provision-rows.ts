import type { AppState } from "../app-state.ts";
import type { ProvisionAnswer } from "../provision-answer.ts";
import { activeLevel, parentLevel, sozialraumIndex } from "./active-level.ts";
import { provisionChoice } from "./provision-choice.ts";

/** One Sozialraum with its provision. Undefined = no value. */
export interface ProvisionRow {
  readonly id: string;
  readonly name: string;
  readonly parentName?: string | undefined;
  readonly index: number;
  readonly value?: number | undefined;
  readonly toCity?: number | undefined;
  readonly residents?: number | undefined;
  readonly noneInReach?: number | undefined;
}

/** The provision that is asked for, measured on the coverage that is shown – while a place is dragged about, before that. Undefined until it is. */
export function shownProvision({ transient, view, ...state }: AppState): ProvisionAnswer | undefined {
  const answer = transient.answers.provision;
  if (!answer || (answer.coverage !== transient.coverage && !transient.drag)) return undefined;
  if (answer.coverage.levelId !== activeLevel({ transient, view, ...state })?.id) return undefined;
  const { measure, decay, unit } = provisionChoice(view);
  const { choice } = answer;
  return choice.measure === measure && choice.decay === decay && choice.unit === unit ? answer : undefined;
}

const rowsByAnswer = new WeakMap<ProvisionAnswer, readonly ProvisionRow[]>();

/** All Sozialräume of the level in its order. The same list for the same answer. */
export function provisionRows(state: AppState): readonly ProvisionRow[] | undefined {
  const answer = shownProvision(state);
  const level = activeLevel(state);
  if (!answer || !level) return undefined;
  let rows = rowsByAnswer.get(answer);
  if (!rows) {
    const parents = parentLevel(state);
    rows = level.sozialraeume.map(({ id, name, parent }, index): ProvisionRow => {
      const parentIndex = parents && sozialraumIndex(parents, parent);
      return {
        id,
        name,
        parentName: parentIndex === undefined ? undefined : parents?.sozialraeume[parentIndex]?.name,
        index,
        value: known(answer.values[index]),
        toCity: known(answer.toCity[index]),
        residents: known(answer.residents[index]),
        noneInReach: known(answer.noneInReach[index]),
      };
    });
    rowsByAnswer.set(answer, rows);
  }
  return rows;
}

/** Least provided first; of equals where more people are concerned. Who has no value stands nowhere. */
export function leastProvided(rows: readonly ProvisionRow[]): ProvisionRow[] {
  return rows
    .filter(({ value }) => value !== undefined)
    .sort((a, b) => (a.value as number) - (b.value as number) || people(b) - people(a) || (a.id < b.id ? -1 : 1));
}

const people = ({ noneInReach, residents }: ProvisionRow) => noneInReach ?? residents ?? 0;

// The kernel says NaN for „no value“.
const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? undefined : value);
