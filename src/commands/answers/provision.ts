import { classifyValues, countClasses, NO_CLASS } from "../../analysis/classes/classify-values.ts";
import { type Decay, SLOW_STEPS } from "../../analysis/provision/decay.ts";
import { measureProvisionTask } from "../../analysis/provision/provision-tasks.ts";
import type { SupplyUnit } from "../../analysis/provision/supply.ts";
import type { CityMap, CitySupply } from "../../domain/city.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import type { ProvisionAnswer } from "../../state/provision-answer.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import { provisionChoice } from "../../state/selectors/provision-choice.ts";
import type { ClassMethod, DecayName, SupplyMeasure } from "../../state/view.ts";
import { alongNetwork } from "../along-network.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { preparedDemands } from "../prepared-demand.ts";
import { changeAnswers } from "./change-answers.ts";
import { sitesOf } from "./coverage.ts";
import { findBreaks } from "./find-breaks.ts";

export interface ProvisionQuestion {
  readonly map: CityMap;
  readonly supply: CitySupply;
  readonly coverage: CoverageAnswer;
  readonly measure: SupplyMeasure;
  readonly decay: DecayName | undefined;
  readonly unit: SupplyUnit | undefined;
  readonly method: ClassMethod;
  readonly n: number;
}

/** How much of the offers falls to each Sozialraum, with regard to all who share them; classified for the map. */
export function provisionAnswer(app: App): Followed<ProvisionQuestion, ProvisionAnswer> {
  return {
    name: "provision",
    // A place that is dragged about would ask with every step.
    wanted: ({ view, transient }) =>
      view.view === "versorgung" && view.panel === "provision" && transient.drag === undefined,
    question(state) {
      const { map, supply } = state.document;
      const { coverage } = state.transient;
      const { view } = state;
      if (!map || !supply || !coverage || coverage.levelId !== activeLevel(state)?.id) return undefined;
      return { map, supply, coverage, ...provisionChoice(view), ...view.classes };
    },
    async ask(question, signal) {
      const measured =
        question.measure === "per-10000" ? standingInside(question) : await shared(app, question, signal);
      const { values } = measured;
      const breaks = await findBreaks(app, { values, method: question.method, n: question.n }, signal);
      const classes = breaks ? classifyValues(values, breaks) : new Uint8Array(values.length).fill(NO_CLASS);
      const counts = countClasses(classes, breaks ? breaks.breaks.length + 1 : 0);
      const { measure, decay, unit, coverage } = question;
      return { choice: { measure, decay, unit }, coverage, ...measured, breaks, classes, counts };
    },
    put: (provision) => changeAnswers(app, { provision }),
  };
}

type Measured = Pick<
  ProvisionAnswer,
  "values" | "toCity" | "residents" | "noneInReach" | "city" | "unit" | "unknownCapacity"
>;

/** Where nothing is shared: the places inside, as the coverage has counted them. */
function standingInside({ coverage: { coverage, places } }: ProvisionQuestion): Measured {
  const { areas, city } = coverage;
  return {
    values: areas.per10000,
    toCity: areas.per10000.map((value) => (city.per10000 > 0 ? value / city.per10000 : Number.NaN)),
    residents: areas.residents,
    noneInReach: areas.unreached,
    city: {
      value: city.per10000,
      residents: city.residents,
      noneInReach: city.unreached,
      supply: places.length,
      supplyInReach: city.anlaufpunkte,
    },
    unit: "place",
    unknownCapacity: places.filter(({ capacity }) => capacity === undefined).length,
  };
}

async function shared(app: App, question: ProvisionQuestion, signal: AbortSignal): Promise<Measured> {
  const { runner } = app.services;
  const { map, supply, coverage, measure, decay, unit } = question;
  const { levelId: level, places, reach, walk } = coverage;
  if (measure === "per-10000") throw new Error(`${measure} is no measure of sharing`);
  const options = {
    method: measure === "e2sfca" ? ("2sfca" as const) : measure,
    reach,
    detour: coverage.coverage.settings.detour,
    decay: decayOf(decay),
    unit,
  };
  const capacity = Float64Array.from(places, (place) => place.capacity ?? Number.NaN);
  const input = { sites: sitesOf(places), capacity, options };
  const demandQuestion = { map, supply, level, people: coverage.key.people };
  const { areas, city, ...answer } = await preparedDemands(app).ask(demandQuestion, signal, ({ key }) => {
    const walking = walk && { withoutSteps: walk.withoutSteps };
    const run = () => runner.run(measureProvisionTask, { demand: key, ...input, walking }, { signal });
    return walk ? alongNetwork(app, { key, network: walk.network }, signal, run) : run();
  });
  // Data without any Anlaufpunkt say nothing of the provision: that is not the same as none.
  const isSilent = supply.anlaufpunkte.length === 0 && places.length === 0;
  const silent = new Float64Array(areas.residents.length).fill(Number.NaN);
  // The values of BFCA hang on how fine the cells are; only their ratio says something.
  const isRatio = measure === "bfca";
  const value = isRatio ? (city.per10000 > 0 ? 1 : Number.NaN) : city.per10000;
  return {
    values: isSilent ? silent : isRatio ? areas.toCity : areas.per10000,
    toCity: isSilent ? silent : areas.toCity,
    residents: areas.residents,
    noneInReach: areas.noneInReach,
    city: { ...city, value: isSilent ? Number.NaN : value },
    unit: answer.unit,
    unknownCapacity: answer.unknownCapacity,
  };
}

function decayOf(name: DecayName | undefined): Decay {
  switch (name) {
    case "steps":
      return SLOW_STEPS;
    case "gaussian":
      return { form: "gaussian" };
    default:
      return { form: "none" };
  }
}
