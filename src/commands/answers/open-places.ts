import { openPlacesTask } from "../../analysis/offers/offers-tasks.ts";
import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type { OpenTime } from "../../domain/open-time.ts";
import type { OpenPlaces } from "../../state/answers.ts";
import type { App } from "../app.ts";
import { changeView } from "../change-view.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

interface OpenQuestion {
  readonly of: readonly Anlaufpunkt[];
  readonly time: OpenTime;
}

/** Who is open at the time that is asked for; until it is known, the coverage is not asked. */
export function openPlacesAnswer(app: App): Followed<OpenQuestion, OpenPlaces> {
  return {
    name: "open-places",
    wanted: ({ view }) => view.open !== undefined,
    question({ view, document }) {
      const of = document.supply?.anlaufpunkte;
      return of && view.open && { of, time: view.open };
    },
    async ask({ of, time }, signal) {
      const hours = of.map((place) => place.openingHours);
      const { states } = await app.services.runner.run(openPlacesTask, { hours, time }, { signal });
      const ids = (wanted: string) => new Set(of.filter((_, k) => states[k] === wanted).map(({ id }) => id));
      return { of, time, open: ids("open"), unknown: ids("unknown") };
    },
    put(openPlaces) {
      changeAnswers(app, { openPlaces });
      // Nobody can say who is open: better all of them, as the notice says, than a question that is never answered.
      if (!openPlaces) changeView(app, { open: undefined });
    },
  };
}
