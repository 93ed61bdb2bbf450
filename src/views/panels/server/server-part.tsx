import { Server } from "lucide-react";
import { closeServer, openServer } from "../../../commands/ask-server.ts";
import { serverTexts } from "../../../i18n/server-texts.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { AddressEntry } from "./address-entry.tsx";
import { FailureNote } from "./failure-note.tsx";
import { LayerDetails } from "./layer-details.tsx";
import { LayerList } from "./layer-list.tsx";
import { RequestList } from "./request-list.tsx";
import styles from "./server-part.module.css";

/** The way to the servers of the city. */
export function ServerPart() {
  const app = useApp();
  const texts = serverTexts[useLanguage()];
  return (
    <div>
      <Button icon={<Server size={16} aria-hidden />} onPress={() => openServer(app)}>
        {texts.open}
      </Button>
      <ServerDialog />
    </div>
  );
}

/** A server is named by the user, asked then, and every request shown. */
export function ServerDialog() {
  const app = useApp();
  const texts = serverTexts[useLanguage()];
  const known = useAppState((state) => state.transient.server);
  const talk = known?.isAside ? undefined : known;
  return (
    <Dialog
      title={texts.title}
      closeLabel={texts.close}
      isOpen={talk !== undefined}
      onClose={() => closeServer(app)}
      isBusy={talk?.state === "asking" || talk?.chosen?.progress !== undefined}
    >
      {talk ? (
        <div className={styles.parts}>
          <p className={styles.intro}>{texts.intro}</p>
          <AddressEntry talk={talk} />
          {talk.failure ? <FailureNote failure={talk.failure} /> : null}
          {talk.service ? <LayerList service={talk.service} chosen={talk.chosen?.layer.name} /> : null}
          {talk.service && talk.chosen ? <LayerDetails service={talk.service} chosen={talk.chosen} /> : null}
          <RequestList />
        </div>
      ) : null}
    </Dialog>
  );
}
