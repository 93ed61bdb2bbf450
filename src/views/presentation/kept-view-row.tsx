import { ArrowDown, ArrowUp, Play, Trash2 } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { renameKeptView } from "../../commands/keep-view.ts";
import { openKeptView } from "../../commands/present.ts";
import type { KeptView } from "../../domain/kept-view.ts";
import { presentationTexts } from "../../i18n/presentation-texts.ts";
import { useApp, useFormats, useLanguage } from "../app-context.tsx";
import { Button, IconButton } from "../controls/button.tsx";
import { useKeptDescription } from "./kept-description.ts";
import styles from "./kept-view-row.module.css";

interface KeptViewRowProps {
  readonly kept: KeptView;
  readonly position: number;
  readonly of: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One kept view: its title to write in, what it shows, and what can be done with it. */
export function KeptViewRow({ kept, position, of, onMove, onRemove }: KeptViewRowProps) {
  const app = useApp();
  const texts = presentationTexts[useLanguage()];
  const formats = useFormats();
  const description = useKeptDescription(kept);
  const [written, setWritten] = useState<string>();

  const finish = () => {
    const title = written?.trim();
    if (title && title !== kept.title) renameKeptView(app, kept.id, title);
    setWritten(undefined);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter") event.currentTarget.blur();
    if (event.key === "Escape") setWritten(undefined);
    const by = event.altKey && event.key === "ArrowUp" ? -1 : event.altKey && event.key === "ArrowDown" ? 1 : undefined;
    if (!by) return;
    event.preventDefault();
    onMove(by);
  };

  return (
    <li className={styles.row}>
      <span className={styles.position} aria-hidden="true">
        {formats.count(position)}
      </span>
      <div className={styles.words}>
        <input
          className={styles.title}
          aria-label={texts.titleOf(formats.count(position))}
          value={written ?? kept.title}
          onChange={(event) => setWritten(event.target.value)}
          onBlur={finish}
          onKeyDown={press}
        />
        <p className={styles.description}>{description}</p>
      </div>
      <div className={styles.actions}>
        <Button look="link" onPress={() => openKeptView(app, kept)}>
          {texts.openShort}
          <span className="visually-hidden">: {kept.title}</span>
        </Button>
        <IconButton label={texts.presentFrom(kept.title)} onPress={() => openKeptView(app, kept, true)}>
          <Play size={18} aria-hidden />
        </IconButton>
        <IconButton label={texts.up(kept.title)} onPress={() => onMove(-1)} isDisabled={position === 1}>
          <ArrowUp size={18} aria-hidden />
        </IconButton>
        <IconButton label={texts.down(kept.title)} onPress={() => onMove(1)} isDisabled={position === of}>
          <ArrowDown size={18} aria-hidden />
        </IconButton>
        <IconButton label={texts.remove(kept.title)} onPress={onRemove}>
          <Trash2 size={18} aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}
