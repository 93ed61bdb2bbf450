import type { PackageInfo } from "../domain/city.ts";
import { localized } from "../domain/localized.ts";
import type { Origin } from "../domain/provenance.ts";
import type { Sheet } from "../domain/sheet.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { formatsFor } from "../i18n/formats.ts";
import { kindList } from "../i18n/kind-list.ts";
import { shellTexts } from "../i18n/shell-texts.ts";
import { versorgungTexts } from "../i18n/versorgung-texts.ts";
import type { AppState } from "../state/app-state.ts";
import { activeKinds } from "../state/selectors/active-kinds.ts";
import { activeLevel, sozialraumIndex } from "../state/selectors/active-level.ts";
import { coverageSummary } from "../state/selectors/coverage-summary.ts";
import { shownKeptView } from "../state/selectors/shown-kept-view.ts";
import { shownOrigins } from "../state/selectors/shown-origins.ts";
import { questionNotes, wayWords } from "./describe-question.ts";
import { mapMeasure } from "./map-measure.ts";

/** The view that is shown as a sheet that can stand alone; undefined until its figures are there. */
export function composeSheet(state: AppState, now: Date): Sheet | undefined {
  const { view, document } = state;
  const language = view.lang;
  const texts = exportTexts[language];
  const formats = formatsFor(language);
  const info = document.map?.info;
  if (!info) return undefined;
  const body = view.view === "versorgung" ? versorgungBody(state) : legendBody(state);
  if (!body) return undefined;
  const own = ownTitle(state);
  return {
    language,
    kicker: body.kicker,
    title: own ? [{ text: own }] : body.title,
    // A title of one's own does not hide what the map says: all of it moves below.
    subtitle: own ? body.whole : body.subtitle,
    legend: body.legend,
    method: body.method,
    sources: sourcesOf(shownOrigins(state), state),
    invented: info.invented && localized(info.invented)[language],
    created: texts.created(formats.date(now)),
  };
}

type Body = Pick<Sheet, "kicker" | "title" | "subtitle" | "method" | "legend"> & {
  /** Title and subtitle as one text. */
  readonly whole: string;
};

function versorgungBody(state: AppState): Body | undefined {
  const { view, document } = state;
  const summary = coverageSummary(state);
  if (!summary) return undefined;
  const texts = exportTexts[view.lang];
  const coverage = versorgungTexts[view.lang];
  const formats = formatsFor(view.lang);
  const figures = {
    areas: summary.areas,
    unknown: summary.counts.unknown,
    without: summary.without,
    gaps: summary.counts.gap,
    residents: summary.residents,
    unreached: summary.unreached,
    reach: summary.reach,
    way: summary.way,
    kind: summary.kind && { id: summary.kind.id, title: summary.kind.title[view.lang] },
  };
  const { population } = document.supply ?? {};
  const city = cityName(document.map?.info);
  const title = coverage.headline(figures, formats);
  const people = coverage.people(figures, formats);
  const notes = questionNotes(state);
  const measure = mapMeasure(view);
  return {
    kicker: measure === undefined ? texts.versorgung(city) : texts.versorgungMetric(measure, city),
    title,
    subtitle: [people, ...notes].filter(Boolean).join(" · ") || undefined,
    whole: [`${title.map(({ text }) => text).join("")} ${people}`.trim(), ...notes].join(" · "),
    legend: state.transient.legend,
    method: [
      `${texts.distance(wayWords(state), formats.metres(summary.reach))}.`,
      texts.kinds(kindWords(state)),
      population ? texts.basis[population.basis] : texts.estimatedBasis,
      ...(population && summary.estimatedAreas > 0 ? [texts.someEstimated(formats.count(summary.estimatedAreas))] : []),
      ...(measure === undefined ? [texts.ownRule] : []),
    ],
  };
}

/** Invented data carry a label of their own; the name of the city need not say it again. */
function cityName(info: PackageInfo | undefined): string {
  if (!info) return "";
  return info.invented ? info.title.replace(/\s[–—-]\s.*$/, "") : info.title;
}

/** Views that say in their legend what they show. */
function legendBody(state: AppState): Body {
  const { view, document, transient } = state;
  const texts = exportTexts[view.lang];
  const city = cityName(document.map?.info);
  const name = shellTexts[view.lang].views[view.view];
  const legend = view.view === "vergleich" ? transient.legend : undefined;
  const indicator = document.records?.indicators.find(({ id }) => id === view.indicator);
  return {
    kicker: view.view === "vergleich" ? texts.vergleich(city) : texts.other(name, city),
    title: [{ text: legend?.title ?? name }],
    whole: (legend && transient.caption) || (legend?.title ?? name),
    subtitle: legend && transient.caption && withoutTitle(transient.caption, legend.title),
    method: [indicator?.description?.[view.lang], ...(legend?.notes ?? [])].filter((line) => line !== undefined),
    // What stands under the map need not stand beside it.
    legend: legend && { ...legend, notes: [] },
  };
}

/** The sentence below a title need not begin with it. */
function withoutTitle(sentence: string, title: string): string {
  if (!sentence.startsWith(`${title}: `)) return sentence;
  const rest = sentence.slice(title.length + 2);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/** The title that a user gave to the kept view that is shown; undefined while it is the one that we gave. */
function ownTitle(state: AppState): string | undefined {
  const kept = state.document.keptViews[shownKeptView(state)];
  if (!kept) return undefined;
  const ours = [
    shortTitle(state),
    shortTitle({ ...state, view: { ...state.view, lang: state.view.lang === "de" ? "en" : "de" } }),
  ];
  return ours.includes(kept.title) || kept.title.trim() === "" ? undefined : kept.title;
}

const kindWords = (state: AppState): string =>
  kindList(
    activeKinds(state).map(
      (id) => state.document.supply?.kinds.find((kind) => kind.id === id) ?? { plural: localized(id) },
    ),
    state.view.lang,
  );

/** A title short enough for a list: what, and where. */
export function shortTitle(state: AppState): string {
  const { view, document, transient } = state;
  const texts = exportTexts[view.lang];
  const level = activeLevel(state);
  const index = level && sozialraumIndex(level, view.sozialraum);
  const area = index === undefined ? undefined : level?.sozialraeume[index]?.name;
  const what = () => {
    if (view.view === "versorgung") {
      const kinds = texts.withReach(kindWords(state), formatsFor(view.lang).metres(view.reach));
      const measure = mapMeasure(view);
      return measure === undefined ? kinds : `${measure} – ${kinds}`;
    }
    if (view.view === "vergleich") return indicatorTitle(state) ?? transient.legend?.title;
    if (view.view === "ziele") return texts.ziele(cityName(document.map?.info));
    return undefined;
  };
  // Goals are the whole city's, whatever was chosen on the map before.
  const where = view.view === "ziele" ? undefined : area;
  return [where, what() ?? shellTexts[view.lang].views[view.view]].filter(Boolean).join(": ");
}

function indicatorTitle({ view, document }: AppState): string | undefined {
  const title = document.records?.indicators.find((indicator) => indicator.id === view.indicator)?.title[view.lang];
  if (title === undefined) return undefined;
  return view.period ? `${title}, ${formatsFor(view.lang).period(view.period)}` : title;
}

/** A line per source, with the dates of its data and its licence. */
export function sourcesOf(origins: readonly Origin[], { view }: AppState): string[] {
  const texts = exportTexts[view.lang];
  const formats = formatsFor(view.lang);
  // One source of several resources is named once, with all their dates.
  const named = new Map<string, { title: string; licences: string; periods: Set<string> }>();
  for (const origin of origins) {
    const licences = origin.licences.map((licence) => licence.name).join(", ");
    for (const { title } of origin.sources) {
      const key = JSON.stringify([title, licences]);
      const entry = named.get(key) ?? { title, licences, periods: new Set() };
      if (origin.period) entry.periods.add(formats.period(origin.period));
      named.set(key, entry);
    }
  }
  return [...named.values()].map(({ title, licences, periods }) => {
    const dated = periods.size > 0 ? texts.sourceOf(title, formats.list([...periods])) : title;
    return licences ? texts.licence(dated, licences) : dated;
  });
}
