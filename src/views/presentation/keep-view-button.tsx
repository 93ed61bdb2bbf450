import { Bookmark } from "lucide-react";
import { keepView } from "../../commands/keep-view.ts";
import { presentationTexts } from "../../i18n/presentation-texts.ts";
import { useApp, useLanguage } from "../app-context.tsx";
import { IconButton } from "../controls/button.tsx";

/** Keeps what is shown for the meeting. */
export function KeepViewButton() {
  const app = useApp();
  const texts = presentationTexts[useLanguage()];
  return (
    <IconButton label={texts.keep} onPress={() => keepView(app)}>
      <Bookmark size={18} aria-hidden />
    </IconButton>
  );
}
