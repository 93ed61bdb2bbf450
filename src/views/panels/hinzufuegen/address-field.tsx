import { useId, useState } from "react";
import { allowedServers, askServer, openServer } from "../../../commands/ask-server.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./start-part.module.css";

/** Where an address is named; where no server may be asked, what IT has to do about it. */
export function AddressField() {
  const app = useApp();
  const texts = addingTexts[useLanguage()];
  const [address, setAddress] = useState("");
  const id = useId();
  const isEmpty = address.trim() === "";
  return (
    <section className={styles.address} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts.startAddress}</h2>
      {allowedServers(app).length === 0 ? (
        <p>
          {texts.startNoHosts}{" "}
          <Button look="link" onPress={() => openServer(app)}>
            {texts.startForIt}
          </Button>
        </p>
      ) : (
        <form
          className={styles.entry}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isEmpty) void askServer(app, address);
          }}
        >
          <input
            id={id}
            type="text"
            inputMode="url"
            autoComplete="off"
            spellCheck={false}
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-hint`}
            placeholder="https://"
            value={address}
            onChange={({ target }) => setAddress(target.value)}
          />
          <Button isDisabled={isEmpty} onPress={() => void askServer(app, address)}>
            {texts.startAsk}
          </Button>
          <span id={`${id}-hint`}>{texts.startAddressHint}</span>
        </form>
      )}
    </section>
  );
}
