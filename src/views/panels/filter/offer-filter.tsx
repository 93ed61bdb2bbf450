import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { languageName } from "../../../commands/describe-question.ts";
import { prepareOpeningHours } from "../../../commands/prepare-opening-hours.ts";
import { ANLAUFPUNKT_STATES, type AnlaufpunktStatus } from "../../../domain/anlaufpunkt.ts";
import { openTimeFrom, openTimeText } from "../../../domain/open-time.ts";
import { filterTexts } from "../../../i18n/filter-texts.ts";
import { activeKinds } from "../../../state/selectors/active-kinds.ts";
import { countingPlaces, isFiltered, shownPlaces, silentPlaces } from "../../../state/selectors/active-offers.ts";
import { type OfferWord, offerWords } from "../../../state/selectors/offer-words.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { CheckList } from "../../controls/check-list.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { Note } from "../../controls/note.tsx";
import styles from "./offer-filter.module.css";

/** A list cannot be „not chosen“: this stands for no wish. */
const ANY = "any";
/** What is asked most: evenings and the weekend; others can be written into the address. */
const TIMES = ["from-17:00", "from-18:00", "mo", "tu", "we", "th", "fr", "sa", "su", "sa-at-10:00"] as const;
const WORDS_AT_MOST = 60;

/** For whom, and which offers count: one filter for every number and picture. */
export function OfferFilter() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = filterTexts[language];
  const view = useAppState((state) => state.view);
  const words = useAppState(offerWords);
  const groups = useAppState((state) => state.document.supply?.population?.groups);
  const counting = useAppState((state) => countingPlaces(state)?.length);
  const all = useAppState((state) => {
    const kinds = activeKinds(state);
    const states: readonly string[] = state.view.status ?? ["existing"];
    return shownPlaces(state).filter(({ kind, status }) => kinds.includes(kind) && states.includes(status)).length;
  });
  const silentHours = useAppState((state) => silentPlaces(state).hours);
  const silentWheelchair = useAppState((state) => silentPlaces(state).wheelchair);
  const narrowed = isFiltered({ ...view, people: undefined });
  const [isOpen, setOpen] = useState(narrowed);
  if (!words) return null;
  const wishes =
    words.topics.length > 0 ||
    words.groups.length > 0 ||
    words.languages.length > 0 ||
    words.hasHours ||
    words.hasWheelchair ||
    words.states.size > 1;

  if (!wishes && !groups?.length) return null;

  const choose = (label: string, any: string, value: string | undefined, options: readonly Option[], key: Key) => (
    <ChooseList
      label={label}
      value={value ?? ANY}
      sections={[{ options: [{ id: ANY, label: any }, ...options] }]}
      onChange={(id) => changeView(app, { [key]: id === ANY ? undefined : [id] })}
    />
  );
  const wordOptions = (list: readonly OfferWord[], name = (word: string) => word): Option[] =>
    list
      .slice(0, WORDS_AT_MOST)
      .map(({ word, places }) => ({ id: word, label: name(word), detail: formats.count(places) }));

  return (
    <div className={styles.filter}>
      {groups && groups.length > 0 ? (
        <ChooseList
          label={texts.people}
          value={view.people ?? ANY}
          sections={[
            {
              options: [
                { id: ANY, label: texts.everybody },
                ...groups.map(({ id, from, to }) => ({ id, label: texts.ages(from, to) })),
              ],
            },
          ]}
          onChange={(id) => changeView(app, { people: id === ANY ? undefined : id })}
        />
      ) : null}
      {wishes ? (
        <details
          className={styles.more}
          open={isOpen}
          onToggle={(event) => {
            setOpen(event.currentTarget.open);
            if (event.currentTarget.open && words.hasHours) prepareOpeningHours(app);
          }}
        >
          <summary>
            <ChevronRight size={16} aria-hidden />
            {texts.more}
          </summary>
          {isOpen ? (
            <div className={styles.wishes}>
              {words.topics.length > 0
                ? choose(texts.topic, texts.anyTopic, view.topic?.[0], wordOptions(words.topics), "topic")
                : null}
              {words.groups.length > 0
                ? choose(texts.group, texts.anyGroup, view.group?.[0], wordOptions(words.groups), "group")
                : null}
              {words.languages.length > 0
                ? choose(
                    texts.speaks,
                    texts.anyLanguage,
                    view.speaks?.[0],
                    wordOptions(words.languages, (code) => languageName(code, formats)),
                    "speaks",
                  )
                : null}
              {words.hasHours ? (
                <ChooseList
                  label={texts.open}
                  value={view.open ? openTimeText(view.open) : ANY}
                  sections={[{ options: [{ id: ANY, label: texts.anyTime }, ...timeOptions(texts, view.open)] }]}
                  onChange={(id) => changeView(app, { open: id === ANY ? undefined : openTimeFrom(id) })}
                />
              ) : null}
              {words.hasWheelchair ? (
                <ChooseList
                  label={texts.wheelchair}
                  value={view.wheelchair ?? ANY}
                  sections={[
                    {
                      options: [
                        { id: ANY, label: texts.anyWheelchair },
                        { id: "yes", label: texts.wheelchairYes },
                        { id: "limited", label: texts.wheelchairLimited },
                      ],
                    },
                  ]}
                  onChange={(id) => changeView(app, { wheelchair: id === "yes" || id === "limited" ? id : undefined })}
                />
              ) : null}
              {words.states.size > 1 ? (
                <CheckList
                  label={texts.status}
                  values={view.status ?? ["existing"]}
                  options={ANLAUFPUNKT_STATES.filter((status) => words.states.has(status)).map((status) => ({
                    id: status,
                    label: texts.states[status],
                  }))}
                  onChange={(next) => changeView(app, { status: statesOf(next) })}
                />
              ) : null}
            </div>
          ) : null}
        </details>
      ) : null}
      {narrowed && counting !== undefined ? (
        <Note>
          {counting === 0 ? texts.nothing : texts.counting(formats.count(counting), formats.count(all))}
          {silentHours > 0 ? ` ${texts.silentHours(formats.count(silentHours))}` : ""}
          {silentWheelchair > 0 ? ` ${texts.silentWheelchair(formats.count(silentWheelchair))}` : ""}
        </Note>
      ) : null}
    </div>
  );
}

type Key = "topic" | "group" | "speaks";

interface Option {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

/** Those that are asked most, and the one that is chosen. */
function timeOptions(texts: (typeof filterTexts)["de"], chosen: ReturnType<typeof openTimeFrom>): Option[] {
  const times: string[] = [...TIMES];
  const own = chosen && openTimeText(chosen);
  if (own && !times.includes(own)) times.push(own);
  return times.flatMap((id) => {
    const time = openTimeFrom(id);
    return time ? [{ id, label: texts.openText(time) }] : [];
  });
}

/** The existing alone are the default, and nothing at all would be no question. */
function statesOf(chosen: readonly string[]): readonly AnlaufpunktStatus[] | undefined {
  const states = ANLAUFPUNKT_STATES.filter((status) => chosen.includes(status));
  return states.length === 0 || states.join() === "existing" ? undefined : states;
}
