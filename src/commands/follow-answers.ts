import { bestSitesAnswer } from "./answers/best-sites.ts";
import { cellBandsAnswer } from "./answers/cell-bands.ts";
import { closureAnswer } from "./answers/closure.ts";
import { coverageAnswer, coverageTodayAnswer } from "./answers/coverage.ts";
import { coverageClassesAnswer } from "./answers/coverage-classes.ts";
import { distanceBandsAnswer } from "./answers/distance-bands.ts";
import { distanceCurvesAnswer } from "./answers/distance-curves.ts";
import { goalsAnswer } from "./answers/goal-progress.ts";
import { catalogueAnswer } from "./answers/indicator-catalogue.ts";
import { indicatorMapAnswer } from "./answers/indicator-map.ts";
import { matrixAnswer } from "./answers/indicator-matrix.ts";
import { openPlacesAnswer } from "./answers/open-places.ts";
import { provisionAnswer } from "./answers/provision.ts";
import { resourceRowsAnswer } from "./answers/resource-rows.ts";
import { scenarioEffectAnswer } from "./answers/scenario-effect.ts";
import { scenarioTableAnswer } from "./answers/scenario-table.ts";
import { profileAnswer } from "./answers/sozialraum-profile.ts";
import { straightBesideAnswer, straightCoverageAnswer } from "./answers/straight-beside.ts";
import { walkingZonesAnswer } from "./answers/walking-zones.ts";
import type { App } from "./app.ts";
import { follow } from "./follow.ts";

/** From here on every answer follows what is shown. */
export function followAnswers(app: App): void {
  follow(app, openPlacesAnswer(app));
  follow(app, coverageAnswer(app));
  follow(app, coverageTodayAnswer(app));
  follow(app, scenarioEffectAnswer(app));
  follow(app, distanceBandsAnswer(app));
  follow(app, distanceCurvesAnswer(app));
  follow(app, straightCoverageAnswer(app));
  follow(app, straightBesideAnswer(app));
  follow(app, walkingZonesAnswer(app));
  follow(app, coverageClassesAnswer(app));
  follow(app, cellBandsAnswer(app));
  follow(app, provisionAnswer(app));
  follow(app, bestSitesAnswer(app));
  follow(app, closureAnswer(app));
  follow(app, scenarioTableAnswer(app));
  follow(app, profileAnswer(app));
  follow(app, goalsAnswer(app));
  follow(app, resourceRowsAnswer(app));
  follow(app, catalogueAnswer(app));
  follow(app, matrixAnswer(app));
  follow(app, indicatorMapAnswer(app));
}
