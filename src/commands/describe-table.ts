import type { OriginLine, SavedTable } from "../domain/saved-table.ts";
import { coverageProvenanceTexts } from "../i18n/coverage-provenance-texts.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { formatsFor } from "../i18n/formats.ts";
import { methodRules } from "../i18n/method-rules.ts";
import type { AppState } from "../state/app-state.ts";
import { activeLevel } from "../state/selectors/active-level.ts";
import { activeScenario } from "../state/selectors/active-offers.ts";
import { shownOrigins } from "../state/selectors/shown-origins.ts";
import { composeSheet, sourcesOf } from "./compose-sheet.ts";
import { filterWords } from "./describe-question.ts";

/**
 * What a table that is sent on says of itself: what it shows, of which data and date, for whom and of which offers, by which rules, when it
 * was made.
 */
export function describeTable(state: AppState, { title, rules }: SavedTable, now: Date): OriginLine[] {
  const { view, document } = state;
  const texts = exportTexts[view.lang];
  const { labels } = texts;
  const info = document.map?.info;
  const sheet = composeSheet(state, now);
  const level = activeLevel(state);
  const scenario = activeScenario(state);
  const filter = filterWords(state);
  // What lies under the map is not in the table.
  const backgrounds = new Set(document.map?.backgrounds.map(({ origin }) => origin));
  const origins = shownOrigins(state).filter((origin) => !backgrounds.has(origin));
  const rule = methodRules[view.lang] as Readonly<Record<string, string>>;
  const line = (label: string, ...lines: (string | false | undefined)[]): OriginLine[] =>
    lines.filter((text): text is string => Boolean(text)).map((text) => ({ label, text }));
  return [
    ...line(labels.table, title),
    ...line(labels.city, info?.title),
    ...line(labels.level, level?.title[view.lang]),
    ...line(labels.says, sheet?.title.map(({ text }) => text).join(""), sheet?.subtitle),
    ...(view.view === "versorgung"
      ? [
          ...line(labels.filter, filter.length > 0 ? filter.join(" · ") : texts.noFilter),
          ...line(coverageProvenanceTexts[view.lang].scenario, scenario?.title),
        ]
      : []),
    ...line(labels.missing, texts.missingRule),
    ...line(labels.method, ...(sheet?.method ?? [])),
    ...rules.toSorted(byNumber).flatMap((id) => line(`${labels.rule} ${id}`, rule[id])),
    ...line(labels.source, ...sourcesOf(origins, state)),
    ...line(labels.note, sheet?.invented),
    ...line(labels.created, formatsFor(view.lang).date(now)),
  ];
}

const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1));
