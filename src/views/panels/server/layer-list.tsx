import { useState } from "react";
import { chooseLayer } from "../../../commands/ask-server.ts";
import type { ServerService } from "../../../domain/server.ts";
import { byteText } from "../../../i18n/server-failure-text.ts";
import { serverTexts } from "../../../i18n/server-texts.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Note } from "../../controls/note.tsx";
import styles from "./layer-list.module.css";

interface LayerListProps {
  readonly service: ServerService;
  readonly chosen: string | undefined;
}

/** From here on a list is long enough to be filtered. */
const MANY = 8;

/** What the server offers, to choose from. */
export function LayerList({ service, chosen }: LayerListProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = serverTexts[language];
  const formats = useFormats();
  const [sought, setSought] = useState("");
  const { layers, kind, version } = service;
  const wanted = sought.trim().toLowerCase();
  const shown = layers.filter(({ name, title }) => `${title} ${name}`.toLowerCase().includes(wanted));
  return (
    <section className={styles.part} aria-labelledby="server-layers">
      <h3 id="server-layers">
        {service.title}{" "}
        <span className={styles.kind}>{`${texts.kinds[kind]} ${kind === "wfs" ? version : ""}`.trim()}</span>
      </h3>
      <p className={styles.kind}>{texts.layers(formats.count(layers.length), layers.length === 1)}</p>
      {service.elsewhere ? <Note>{texts.elsewhere(service.elsewhere, new URL(service.address).host)}</Note> : null}
      {layers.length > MANY ? (
        <input
          className={styles.seek}
          type="search"
          aria-label={texts.seek}
          placeholder={texts.seek}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
      ) : null}
      {shown.length === 0 ? <p role="status">{texts.noneFound}</p> : null}
      <ul className={styles.list}>
        {shown.map((layer) => (
          <li key={layer.name}>
            <button
              type="button"
              className={styles.layer}
              aria-pressed={layer.name === chosen}
              onClick={() => void chooseLayer(app, layer.name)}
            >
              <span className={styles.title}>{layer.title}</span>
              {layer.name === layer.title ? null : <span className={styles.name}>{layer.name}</span>}
              {layer.count === undefined ? null : (
                <span className={styles.name}>{texts.rows(formats.count(layer.count))}</span>
              )}
              {layer.bytes === undefined ? null : (
                <span className={styles.name}>{byteText(layer.bytes, language)}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
