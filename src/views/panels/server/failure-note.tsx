import { useState } from "react";
import { copyFailure } from "../../../commands/copy-failure.ts";
import type { ServerFailure } from "../../../domain/server.ts";
import { serverFailureText } from "../../../i18n/server-failure-text.ts";
import { serverTexts } from "../../../i18n/server-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./failure-note.module.css";

/** Why a server gave no data, and what can be passed on to those who can change it. */
export function FailureNote({ failure }: { readonly failure: ServerFailure }) {
  const app = useApp();
  const language = useLanguage();
  const texts = serverTexts[language];
  const [copied, setCopied] = useState<ServerFailure>();
  const { what, remedy } = serverFailureText(failure, language, location.origin);
  return (
    <div className={styles.note} role="alert">
      <p className={styles.what}>{what}</p>
      <p>
        <strong>{texts.forIt}: </strong>
        {remedy}
      </p>
      {failure.address ? <p className={styles.address}>{failure.address}</p> : null}
      <Button
        look="link"
        onPress={async () => setCopied((await copyFailure(app, failure, location.origin)) ? failure : undefined)}
      >
        {copied === failure ? texts.copied : texts.copy}
      </Button>
    </div>
  );
}
