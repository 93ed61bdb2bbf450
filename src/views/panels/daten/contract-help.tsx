import { datenTexts } from "../../../i18n/daten-texts.ts";
import { useLanguage } from "../../app-context.tsx";
import styles from "./contract-help.module.css";

const EXAMPLE = `{
  "name": "meine-stadt",
  "title": "Meine Stadt",
  "anlaufpunkt": { "version": 1, "locale": "de-DE" },
  "resources": [
    { "name": "quartiere", "path": "quartiere.geojson",
      "anlaufpunkt": { "role": "sozialraeume",
        "level": "quartier",
        "columns": { "id": "NR", "name": "NAME" } } },
    { "name": "orte", "path": "orte.csv",
      "anlaufpunkt": { "role": "anlaufpunkte",
        "kind": "beratungsstelle" } }
  ]
}`;

/** The contract in four sentences and the smallest package that opens. */
export function ContractHelp() {
  const texts = datenTexts[useLanguage()];
  return (
    <section aria-labelledby="contract-title" className={styles.help}>
      <h2 id="contract-title">{texts.contractTitle}</h2>
      {texts.contract.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <h3>{texts.example}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard. */}
      <pre tabIndex={0}>{EXAMPLE}</pre>
    </section>
  );
}
