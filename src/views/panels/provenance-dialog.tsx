import { changeTransient } from "../../commands/app.ts";
import { locatedRowsText } from "../../i18n/location-text.ts";
import { methodRules } from "../../i18n/method-rules.ts";
import { provenanceTexts } from "../../i18n/provenance-texts.ts";
import { madeRepairText, repairTexts } from "../../i18n/repair-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../app-context.tsx";
import { Dialog } from "../controls/dialog.tsx";
import styles from "./provenance-dialog.module.css";

/** The answer to „Woher kommt diese Zahl?“ */
export function ProvenanceDialog() {
  const app = useApp();
  const language = useLanguage();
  const texts = provenanceTexts[language];
  const formats = useFormats();
  const provenance = useAppState((state) => state.transient.provenance);
  const rules: Readonly<Record<string, string>> = methodRules[language];
  if (!provenance) return null;
  return (
    <Dialog
      title={provenance.title[language]}
      closeLabel={texts.close}
      isOpen
      onClose={() => changeTransient(app, { provenance: undefined })}
    >
      <div className={styles.content}>
        <section>
          <h3>{texts.formula}</h3>
          <p>{provenance.formula[language]}</p>
        </section>
        <section>
          <h3>{texts.inputs}</h3>
          <dl className={styles.inputs}>
            {provenance.inputs.map((input) => (
              <div key={input.label.de}>
                <dt>{input.label[language]}</dt>
                <dd>{input.value}</dd>
              </div>
            ))}
            <div>
              <dt>{texts.n}</dt>
              <dd>{formats.count(provenance.n)}</dd>
            </div>
            <div>
              <dt>{texts.missing}</dt>
              <dd>{formats.count(provenance.missing)}</dd>
            </div>
            <div>
              <dt>{texts.suppressed}</dt>
              <dd>{formats.count(provenance.suppressed)}</dd>
            </div>
          </dl>
        </section>
        {provenance.notes.length > 0 ? (
          <section>
            <h3>{texts.notes}</h3>
            {provenance.notes.map((note) => (
              <p key={note.de}>{note[language]}</p>
            ))}
          </section>
        ) : null}
        <section>
          <h3>{texts.origins}</h3>
          <ul className={styles.origins}>
            {provenance.origins.map((origin) => (
              <li key={origin.resource}>
                <strong>{origin.title}</strong>
                <span>{origin.period ? texts.period(formats.period(origin.period)) : texts.noPeriod}</span>
                <span>{origin.sources.map((source) => source.title).join("; ")}</span>
                {origin.positionErrorMetres ? (
                  <span>{texts.positionError(formats.metres(origin.positionErrorMetres))}</span>
                ) : null}
                {origin.located?.map((rows) => (
                  <span key={rows.file}>{locatedRowsText(rows, language)}</span>
                ))}
                {origin.repairs?.map((made) => (
                  <span key={made.repair}>{repairTexts[language].made(madeRepairText(made, language))}</span>
                ))}
                <span>{texts.licence(origin.licences.map((licence) => licence.name).join(", "))}</span>
              </li>
            ))}
          </ul>
        </section>
        {provenance.rules.length > 0 ? (
          <section>
            <h3>{texts.rules}</h3>
            <dl className={styles.rules}>
              {provenance.rules.map((rule) => (
                <div key={rule}>
                  <dt>{rule}</dt>
                  <dd>{rules[rule]}</dd>
                </div>
              ))}
            </dl>
          </section>
        ) : null}
      </div>
    </Dialog>
  );
}
