import { useEffect, useId, useRef, useState } from "react";
import { allowedServers, askServer, cancelAsking, namedServer } from "../../../commands/ask-server.ts";
import { serverTexts } from "../../../i18n/server-texts.ts";
import type { ServerTalk } from "../../../state/server-talk.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./address-entry.module.css";

interface AddressEntryProps {
  readonly talk: ServerTalk;
}

/** Where the address is named, and whom it would ask; where the build allows nobody, what IT has to do about it. */
export function AddressEntry({ talk }: AddressEntryProps) {
  const app = useApp();
  const texts = serverTexts[useLanguage()];
  const formats = useFormats();
  const hosts = allowedServers(app);
  const [address, setAddress] = useState(talk.address);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isAsking = talk.state === "asking";
  useEffect(() => {
    // After the dialog has taken the focus, which it does where it was opened by a key.
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button that had the focus goes when the asking begins, and when it ends.
  useEffect(() => {
    if (document.activeElement === document.body) field.current?.focus();
  }, [isAsking]);
  if (hosts.length === 0) {
    return (
      <div className={styles.none}>
        <p>{texts.noHosts}</p>
        <p>{texts.noHostsRemedy}</p>
        <code>{texts.noHostsCommand}</code>
      </div>
    );
  }
  const named = namedServer(app, address);
  return (
    <form
      className={styles.entry}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isAsking && address.trim() !== "") void askServer(app, address);
      }}
    >
      <label htmlFor={id}>{texts.address}</label>
      <div className={styles.line}>
        <input
          ref={field}
          id={id}
          type="text"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          placeholder={texts.example(exampleOf(hosts[0] ?? ""))}
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
        {isAsking ? (
          // Another button, by its key: the second click of a double click must not take back the first.
          <Button key="stop" onPress={() => cancelAsking(app)}>
            {texts.stop}
          </Button>
        ) : (
          <Button
            key="ask"
            look="primary"
            isDisabled={address.trim() === ""}
            onPress={() => void askServer(app, address)}
          >
            {texts.ask}
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className={styles.hint}>
        {named === undefined
          ? texts.leavesNothing
          : named.isAllowed
            ? texts.leaves(named.host)
            : texts.isNotAllowed(named.host)}{" "}
        {texts.allowed(formats.list(hosts.map((host) => (isAnyServer(host) ? texts.anyServer(host) : host))))}.
      </p>
      {isAsking ? <p role="status">{texts.asking}</p> : null}
    </form>
  );
}

/** `https://*.stadt.de` → `https://geodienste.stadt.de/wfs`; where the policy says where it is, no more. */
function exampleOf(source: string): string {
  if (isAnyServer(source)) return "https://geodienste.stadt.de/wfs";
  const whole = source.includes("://") ? source : `https://${source}`;
  const host = whole.replace("*.", "geodienste.").replace(/:\*/, "");
  return /:\/\/[^/]*\/./.test(host) ? host : `${host.replace(/\/$/, "")}/wfs`;
}

/** The policy of somebody who has not looked closely. */
function isAnyServer(source: string): boolean {
  return /^(\*|https?:)$|^(https?:\/\/)?\*(:|\/|$)/i.test(source);
}
