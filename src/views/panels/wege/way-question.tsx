import { changeView } from "../../../commands/change-view.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { comparedDetours } from "../../../state/selectors/side-by-side.ts";
import { offersWalking, walkingNetwork } from "../../../state/selectors/walking-network.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { Toggle } from "../../controls/toggle.tsx";
import { OpenNetwork } from "./open-network.tsx";
import styles from "./way-question.module.css";

/** In a straight line, with more or less detour, or along the ways one can walk. */
export function WayQuestion() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const way = useAppState((state) => state.view.way);
  const steps = useAppState((state) => state.view.steps);
  const detour = useAppState((state) => state.view.detour);
  const hasMap = useAppState((state) => state.document.map !== undefined);
  // Known from the description of the package: nothing moves when the network arrives.
  const hasNetwork = useAppState(offersWalking);
  const hasSteps = useAppState((state) => walkingNetwork(state)?.classes.includes("steps") ?? false);
  const isWalked = way === "walk" && hasNetwork;
  const factor = (value: number) => formats.fixed(value, value * 10 === Math.round(value * 10) ? 1 : 2);
  return (
    <div className={styles.way}>
      {hasNetwork ? (
        <Choice
          label={texts.way}
          value={isWalked ? "walk" : "straight"}
          options={(["straight", "walk"] as const).map((id) => ({ id, label: texts.ways[id] }))}
          onChange={(next) => changeView(app, { way: next === "walk" ? "walk" : undefined })}
        />
      ) : null}
      {isWalked ? (
        hasSteps ? (
          <Toggle
            label={texts.withoutSteps}
            description={texts.withoutStepsNote}
            isOn={steps === "none"}
            onChange={(isOn) => changeView(app, { steps: isOn ? "none" : undefined })}
          />
        ) : null
      ) : (
        <Choice
          label={texts.detour}
          value={String(detour)}
          options={comparedDetours(detour).map((value) => ({
            id: String(value),
            label: value === 1 ? texts.detourNone : `× ${factor(value)}`,
          }))}
          onChange={(next) => changeView(app, { detour: Number(next) })}
        />
      )}
      {hasMap && !hasNetwork ? <OpenNetwork /> : null}
    </div>
  );
}
