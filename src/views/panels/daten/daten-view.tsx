import { useState } from "react";
import { openModelCity } from "../../../commands/open-package.ts";
import { localized } from "../../../domain/localized.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ServerPart } from "../server/server-part.tsx";
import { AbsentRoles } from "./absent-roles.tsx";
import { ContractHelp } from "./contract-help.tsx";
import styles from "./daten-view.module.css";
import { DropArea } from "./drop-area.tsx";
import { IssueList } from "./issue-list.tsx";
import { KeptWork } from "./kept-work.tsx";
import { type PointedRow, ResourceTable } from "./resource-table.tsx";

/** What is open, where it comes from, what is odd about it, and how one's own data get in. */
export function DatenView() {
  const app = useApp();
  const language = useLanguage();
  const texts = datenTexts[language];
  const formats = useFormats();
  const info = useAppState((state) => state.document.map?.info);
  const [pointed, setPointed] = useState<PointedRow>();
  const invented = info?.invented && localized(info.invented)[language];
  const created = info?.created ? formats.date(new Date(info.created)) : "";
  return (
    <main className={styles.page} id="answer" tabIndex={-1}>
      <div className={styles.main}>
        <h1>{texts.title}</h1>
        {info ? (
          <p className={styles.package}>
            {texts.package(info.title, created)}
            {/* Where the title says so itself it is said already. */}
            {invented && invented !== info.title ? <strong> · {invented}</strong> : null}
          </p>
        ) : null}
        <ResourceTable pointed={pointed} />
        <IssueList
          onResource={(resource, issue) => setPointed({ resource, issue, from: document.activeElement ?? undefined })}
        />
      </div>
      <aside className={styles.side}>
        <DropArea />
        <ServerPart />
        <KeptWork />
        <Button look="link" onPress={() => void openModelCity(app)}>
          {texts.openModelCity}
        </Button>
        <AbsentRoles />
        <ContractHelp />
        <p>
          <a href="./licences/third-party.txt">{texts.licences}</a>
        </p>
      </aside>
    </main>
  );
}
