import { clearRequests } from "../../../commands/ask-server.ts";
import { byteText } from "../../../i18n/server-failure-text.ts";
import { serverTexts } from "../../../i18n/server-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./request-list.module.css";

/** Everything that has left this computer, and how to forget it. */
export function RequestList() {
  const app = useApp();
  const language = useLanguage();
  const texts = serverTexts[language];
  const formats = useFormats();
  const requests = useAppState((state) => state.transient.serverRequests) ?? [];
  return (
    <section className={styles.part} aria-labelledby="server-requests">
      <h3 id="server-requests">{texts.requests}</h3>
      {requests.length === 0 ? (
        <p className={styles.none}>{texts.noRequests}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
          <ol className={styles.list} tabIndex={0} aria-labelledby="server-requests">
            {requests.map(({ id, time, host, address, method, bytes, status, state }) => (
              <li key={id}>
                <span>
                  {formats.time(new Date(time))} · <strong>{host}</strong> · {byteText(bytes, language)} ·{" "}
                  {status === undefined ? texts.states[state] : `HTTP ${status}`}
                </span>
                <span className={styles.address}>
                  {method} {address}
                </span>
              </li>
            ))}
          </ol>
          <div>
            <Button look="link" onPress={() => clearRequests(app)}>
              {texts.clear}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
