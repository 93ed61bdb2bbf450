import { provisionTexts } from "../../../i18n/provision-texts.ts";
import type { ProvisionAnswer } from "../../../state/provision-answer.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Figure } from "../../controls/figure.tsx";
import styles from "./city-provision.module.css";
import { provisionProvenance } from "./provision-provenance.ts";
import { valueText, valueTitle } from "./provision-words.ts";

/** The city's value, who has none in reach, and what the figures rest on. */
export function CityProvision({ answer }: { readonly answer: ProvisionAnswer }) {
  const app = useApp();
  const formats = useFormats();
  const texts = provisionTexts[useLanguage()];
  const { city, choice, unit, unknownCapacity, coverage } = answer;
  const isShared = choice.measure !== "per-10000";
  const all = coverage.places.length;
  const lost = city.supply - city.supplyInReach;
  return (
    <div className={styles.city}>
      <dl className={styles.measures}>
        {/* A ratio to the city says nothing of the city. */}
        {choice.measure === "bfca" ? null : (
          <div className={styles.measure}>
            <dt>{`${texts.city}: ${valueTitle(answer, texts)}`}</dt>
            <dd>
              <Figure
                text={valueText(city.value, answer, formats)}
                label={texts.city}
                provenance={() => provisionProvenance(app.store.getState(), "value")}
              />
            </dd>
          </div>
        )}
        <div className={styles.measure}>
          <dt>{texts.noneInReach}</dt>
          <dd>
            <Figure
              text={
                Number.isNaN(city.noneInReach)
                  ? "–"
                  : city.residents > 0
                    ? texts.noneOf(formats.count(city.noneInReach), formats.share(city.noneInReach / city.residents))
                    : formats.count(city.noneInReach)
              }
              label={texts.noneInReach}
              provenance={() => provisionProvenance(app.store.getState(), "noneInReach")}
            />
          </dd>
        </div>
      </dl>
      <ul className={styles.notes}>
        {isShared && choice.unit === undefined && unit === "place" && unknownCapacity > 0 && unknownCapacity < all ? (
          <li>{texts.unitMixed(formats.count(unknownCapacity), formats.count(all))}</li>
        ) : isShared ? (
          <li>{texts.unit[unit]}</li>
        ) : null}
        {isShared && unit === "capacity" && unknownCapacity > 0 ? (
          <li>{texts.unknownCapacity(unknownCapacity, formats.count(unknownCapacity))}</li>
        ) : null}
        {isShared && lost > 0 ? <li>{texts.lost(formats.decimal(lost, 1), formats.decimal(city.supply, 1))}</li> : null}
        {isShared && coverage.way === "walk" ? <li>{texts.walked}</li> : null}
      </ul>
    </div>
  );
}
