import { useEffect, useRef } from "react";
import type { Panel } from "../../../state/view.ts";
import { useAppState } from "../../app-context.tsx";
import { later } from "../../controls/later.tsx";
import { GapList } from "./gap-list.tsx";
import { Headline } from "./headline.tsx";
import { PanelTabs } from "./panel-tabs.tsx";
import { Steckbrief } from "./steckbrief.tsx";
import styles from "./versorgung-answer.module.css";

const ScenarioPanel = later("scenario", () =>
  import("../szenario/scenario-panel.tsx").then((part) => part.ScenarioPanel),
);

const ProvisionPanel = later("provision-panel", () =>
  import("../angebot/provision-panel.tsx").then((part) => part.ProvisionPanel),
);

const SitesPanel = later("sites-panel", () => import("../standorte/sites-panel.tsx").then((part) => part.SitesPanel));

const WegePanel = later("wege-panel", () => import("../wege/wege-panel.tsx").then((part) => part.WegePanel));

function OtherPanel({ panel }: { readonly panel: Exclude<Panel, "gaps"> }) {
  switch (panel) {
    case "scenario":
      return <ScenarioPanel />;
    case "provision":
      return <ProvisionPanel />;
    case "distance":
      return <WegePanel />;
    case "sites":
      return <SitesPanel />;
  }
}

/** The answer first as a sentence, below it what one can act on: the list, or the Steckbrief of the Sozialraum that was chosen. */
export function VersorgungAnswer() {
  const sozialraum = useAppState((state) => state.view.sozialraum);
  const panel = useAppState((state) => state.view.panel);
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(sozialraum);
  useEffect(() => {
    const left = shown.current;
    shown.current = sozialraum;
    // Who chose on the map or in the table stays there; who pressed what is gone now is led on.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (left === sozialraum || !isLost) return;
    const row = left !== undefined && root.current?.querySelector(`[data-sozialraum="${CSS.escape(left)}"]`);
    const target = (sozialraum === undefined && row) || root.current?.querySelector("h1");
    if (target instanceof HTMLElement) target.focus();
  }, [sozialraum]);
  return (
    <div ref={root} className={styles.answer}>
      <PanelTabs />
      {panel !== "gaps" ? (
        <>
          <Headline isShort />
          <OtherPanel panel={panel} />
        </>
      ) : sozialraum === undefined ? (
        <>
          <Headline />
          <GapList />
        </>
      ) : (
        <Steckbrief id={sozialraum} />
      )}
    </div>
  );
}
