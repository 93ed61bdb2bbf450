import { useEffect, useRef } from "react";
import { chooseHow } from "../../../commands/ask-server.ts";
import { cancelLoading, dropPartial, loadChosenLayer, takePartial } from "../../../commands/load-layer.ts";
import { formatsOf, systemsOf } from "../../../domain/layer-choice.ts";
import type { ServerService } from "../../../domain/server.ts";
import { crsTitle, parseCrs } from "../../../geo/crs.ts";
import { byteText } from "../../../i18n/server-failure-text.ts";
import { serverTexts } from "../../../i18n/server-texts.ts";
import type { ChosenLayer } from "../../../state/server-talk.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Choice } from "../../controls/choice.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { Note } from "../../controls/note.tsx";
import { FailureNote } from "./failure-note.tsx";
import { FileFacts } from "./file-facts.tsx";
import styles from "./layer-details.module.css";
import { PreviewRows } from "./preview-rows.tsx";

interface LayerDetailsProps {
  readonly service: ServerService;
  readonly chosen: ChosenLayer;
}

/** One layer: what it is, how it is asked for, its first rows, and the loading of all of it. */
export function LayerDetails({ service, chosen }: LayerDetailsProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = serverTexts[language];
  const formats = useFormats();
  const { layer, choice, preview, isPreviewing, failure, progress, partial } = chosen;
  const available = formatsOf(service, layer);
  const systems = systemsOf(layer);
  const section = useRef<HTMLElement>(null);
  const actions = useRef<HTMLDivElement>(null);
  // Below a list of hundreds it would be out of sight, and it grows with the first rows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the two moments.
  useEffect(() => {
    // In braces: newer browsers hand out a promise, which is no clean-up.
    section.current?.scrollIntoView({ block: "nearest" });
  }, [layer.name, isPreviewing]);
  // A button that has done its work goes: the focus goes on to what stands in its place.
  useEffect(() => {
    if (document.activeElement === document.body) actions.current?.querySelector("button")?.focus();
  });
  return (
    <section ref={section} className={styles.part} aria-labelledby="server-layer">
      <h3 id="server-layer">{layer.title}</h3>
      {layer.description && layer.description !== layer.title ? (
        <p className={styles.description}>{layer.description}</p>
      ) : null}
      {service.kind === "file" ? (
        <FileFacts chosen={chosen} />
      ) : layer.columns ? (
        <Note>{texts.columns(formats.list(layer.columns))}</Note>
      ) : null}
      {service.kind === "wfs" ? (
        <div className={styles.how}>
          {available.length > 1 ? (
            <Choice
              label={texts.format}
              value={choice.format}
              options={available.map((id) => ({ id, label: texts.formats[id] }))}
              onChange={(format) => void chooseHow(app, format, choice.system)}
            />
          ) : null}
          {systems.length > 1 ? (
            <ChooseList
              label={texts.system}
              value={choice.system}
              sections={[{ options: systems.map((id) => ({ id, label: systemTitle(id) })) }]}
              onChange={(system) => void chooseHow(app, choice.format, system)}
            />
          ) : null}
        </div>
      ) : null}
      {failure ? <FailureNote failure={failure} /> : null}
      {isPreviewing ? <p role="status">{texts.previewing}</p> : null}
      {preview ? <PreviewRows preview={preview} /> : null}
      <div ref={actions}>
        {progress ? (
          <div className={styles.loading}>
            <p role="status">
              {service.kind === "file"
                ? texts.loadingBytes(
                    byteText(progress.bytes, language),
                    progress.ofBytes ? byteText(progress.ofBytes, language) : "",
                  )
                : `${texts.loading(formats.count(progress.features), progress.of ? formats.count(progress.of) : "")} · ${byteText(progress.bytes, language)}`}
            </p>
            <progress value={shareOf(progress)} max={1} aria-label={texts.load} />
            <Button onPress={() => cancelLoading(app)}>{texts.cancel}</Button>
          </div>
        ) : partial ? (
          <div className={styles.partial} role="alert">
            {partial.outcome.features === 0 ? (
              <p>{texts.nothing}</p>
            ) : (
              <>
                <p>{partial.outcome.shortfall ? texts.shortfall[partial.outcome.shortfall] : ""}</p>
                <p>
                  {texts.came(
                    formats.count(partial.outcome.features),
                    partial.outcome.promised ? formats.count(partial.outcome.promised) : "",
                  )}
                </p>
                <div className={styles.buttons}>
                  <Button onPress={() => void takePartial(app)}>{texts.takePartial}</Button>
                  <Button onPress={() => dropPartial(app)}>{texts.dropPartial}</Button>
                </div>
              </>
            )}
          </div>
        ) : (
          <div className={styles.buttons}>
            <Button look="primary" isDisabled={isPreviewing === true} onPress={() => void loadChosenLayer(app)}>
              {texts.load}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** Without a word of how much there is, the bar only moves. */
function shareOf(progress: NonNullable<ChosenLayer["progress"]>): number | undefined {
  if (progress.ofBytes) return Math.min(1, progress.bytes / progress.ofBytes);
  return progress.of ? Math.min(1, progress.features / progress.of) : undefined;
}

function systemTitle(system: string): string {
  const crs = parseCrs(system);
  return crs === undefined ? system : `${crsTitle(crs)} (${crs})`;
}
