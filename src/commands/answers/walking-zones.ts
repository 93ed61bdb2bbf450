import { isochronesTask } from "../../analysis/network/network-tasks.ts";
import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import type { WalkingZones } from "../../state/distance-answers.ts";
import { asksForWalking } from "../../state/selectors/walking-network.ts";
import { ALL_ZONES } from "../../state/view.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";
import { coverageQuestion, measure, sitesOf } from "./coverage.ts";
import { showsDistances } from "./distance-bands.ts";

interface ZonesQuestion {
  readonly coverage: CoverageAnswer;
  readonly bands: readonly number[];
  readonly withoutSteps: boolean;
  /** The one place, where one is asked for that counts. */
  readonly place: Anlaufpunkt | undefined;
}

/** The land from where the nearest place, or the one that was chosen, is walked to within each band. */
export function walkingZonesAnswer(app: App): Followed<ZonesQuestion, WalkingZones> {
  return {
    name: "walking-zones",
    wanted: (state) => showsDistances(state) && state.view.zones !== undefined && asksForWalking(state),
    question({ transient: { coverage }, view: { bands, steps, zones } }) {
      if (coverage?.way !== "walk") return undefined;
      const place = zones === ALL_ZONES ? undefined : coverage.places.find(({ id }) => id === zones);
      return { coverage, bands, withoutSteps: steps === "none", place };
    },
    async ask({ coverage, bands, withoutSteps, place }, signal) {
      const sites = sitesOf(place ? [place] : coverage.places);
      const input = { demand: coverage.key, sites, bands, walking: { withoutSteps } };
      const draw = () => app.services.runner.run(isochronesTask, input, { signal });
      let isochrones = await draw();
      if (!isochrones) {
        // The worker that had walked these ways is no more: another one has to learn them first.
        const question = coverageQuestion(app.store.getState());
        if (question) await measure(app, question, signal);
        isochrones = await draw();
      }
      if (!isochrones) throw new Error("there is no network to walk along");
      return { coverage, place: place?.id, isochrones };
    },
    put: (walkingZones) => changeAnswers(app, { walkingZones }),
  };
}
