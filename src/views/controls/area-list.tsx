import type { ReactNode } from "react";
import { hoverSozialraum, showSozialraum } from "../../commands/show-on-map.ts";
import { useApp, useAppState } from "../app-context.tsx";
import styles from "./area-list.module.css";
import { NameButton } from "./name-button.tsx";

interface AreaLine {
  readonly id: string;
  readonly name: string;
  /** Shown while the pointer rests on the name. */
  readonly hint?: string | undefined;
  readonly figure: ReactNode;
  /** A second line of words. */
  readonly detail?: ReactNode;
  /** As wide as the list. */
  readonly below?: ReactNode;
}

/** Sozialräume with a figure each: the map shows the one under the pointer, a click chooses it. */
export function AreaList({ areas }: { readonly areas: readonly AreaLine[] }) {
  const app = useApp();
  const chosen = useAppState((state) => state.view.sozialraum);
  return (
    <ul className={styles.areas} onMouseLeave={() => hoverSozialraum(app, undefined)}>
      {areas.map(({ id, name, hint, figure, detail, below }) => (
        <li key={id} data-chosen={id === chosen || undefined} onMouseEnter={() => hoverSozialraum(app, id)}>
          <NameButton
            hint={hint}
            isChosen={id === chosen}
            onFocus={() => hoverSozialraum(app, id)}
            onPress={() => showSozialraum(app, id)}
          >
            {name}
          </NameButton>
          <span className={styles.figure}>{figure}</span>
          {detail ? <span className={styles.detail}>{detail}</span> : null}
          {below ? <div className={styles.below}>{below}</div> : null}
        </li>
      ))}
    </ul>
  );
}
