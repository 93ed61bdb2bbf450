import { X } from "lucide-react";
import { cancelNetworkFile } from "../../commands/add-network.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../app-context.tsx";
import { IconButton } from "./button.tsx";
import styles from "./notices.module.css";

/** The file with a walking network that is being read, how far that is, and a way to end it. */
export function ReadingNetwork() {
  const app = useApp();
  const formats = useFormats();
  const texts = shellTexts[useLanguage()];
  const reading = useAppState((state) => state.transient.readingNetwork);
  if (!reading) return null;
  const { rows = 0, of } = reading.progress ?? {};
  const share = of ? rows / of : undefined;
  return (
    <div className={styles.notice} role="status">
      <p>
        {reading.name}: {texts.splitting(texts.reading.network)}
        {/* Numbers that run are for the eye. */}
        <span aria-hidden="true">
          {share === undefined ? null : ` ${formats.share(Math.round(share * 100) / 100)}`}
        </span>
        <progress className={styles.progress} value={share} aria-label={reading.name} />
      </p>
      <IconButton label={texts.cancelReading} onPress={() => cancelNetworkFile(app)}>
        <X size={16} aria-hidden />
      </IconButton>
    </div>
  );
}
