import { interpolateGnBu } from "d3-scale-chromatic";
import type { ReactNode } from "react";
import type { Language } from "../../../domain/localized.ts";
import type { Formats } from "../../../i18n/formats.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import type { ProvisionAnswer } from "../../../state/provision-answer.ts";
import type { AreaClass, MapTarget } from "../../map/map-scene.ts";
import { ProvisionTooltip } from "./provision-tooltip.tsx";
import { digitsOf, mapTitle } from "./provision-words.ts";

/** The index that the kernel gives to an area without a value. */
const NO_CLASS = 255;

/** What the map shows of the provision, in place of the coverage. */
export interface ProvisionMap {
  readonly title: string;
  readonly classes: readonly AreaClass[];
  readonly areaClass: Uint8Array;
  readonly notes: readonly string[];
  readonly describe: (target: MapTarget) => ReactNode;
}

/** Classes of provision on the map: much is dark, as with everything that is there. */
export function provisionMap(answer: ProvisionAnswer, language: Language, formats: Formats): ProvisionMap {
  const own = provisionTexts[language];
  const texts = versorgungTexts[language];
  const { breaks, counts, classes: areaClass } = answer;
  const edges = breaks ? [breaks.least, ...breaks.breaks, breaks.most] : [];
  const steps = Math.max(0, edges.length - 1);
  const digits = enoughDigits(edges, digitsOf(answer));
  const format = (value: number | undefined) => formats.fixed(value ?? 0, digits);
  const classes = Array.from({ length: steps }, (_, index): AreaClass => {
    const [from, to] = [format(edges[index]), format(edges[index + 1])];
    return {
      key: `class-${index}`,
      colour: interpolateGnBu(steps === 1 ? 0.5 : 0.16 + (0.74 * index) / (steps - 1)),
      pattern: "none",
      label: index === steps - 1 ? texts.legendFromTo(from, to) : texts.legendFromBelow(from, to),
      count: counts[index] ?? 0,
    };
  });
  const missing = areaClass.reduce((n, index) => (index === NO_CLASS ? n + 1 : n), 0);
  classes.push({ key: "missing", colour: "#dde2e4", pattern: "hatch", label: texts.notKnown, count: missing });
  return {
    title: mapTitle(answer, own),
    classes,
    areaClass: areaClass.map((index) => (index === NO_CLASS ? steps : index)),
    notes: [
      own.methods[answer.choice.measure].title,
      ...(breaks ? [texts.classNote(texts.methods[breaks.method], formats.count(steps))] : []),
    ],
    describe: (target) => <ProvisionTooltip target={target} />,
  };
}

const DIGITS_AT_MOST = 5;

/** Decimals with which no class begins where it ends. */
function enoughDigits(edges: readonly number[], least: number): number {
  let digits = least;
  const areAlike = () => edges.some((edge, k) => k > 0 && edge.toFixed(digits) === (edges[k - 1] ?? 0).toFixed(digits));
  while (digits < DIGITS_AT_MOST && areAlike()) digits++;
  return digits;
}
