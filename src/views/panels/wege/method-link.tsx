import { changeTransient } from "../../../commands/app.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { type AskedFigure, bandsProvenance } from "./bands-provenance.ts";

/** Where the figures of a section come from that answer a click with something else. */
export function MethodLink({ asked }: { readonly asked: AskedFigure }) {
  const app = useApp();
  const language = useLanguage();
  return (
    <div>
      <Button
        look="link"
        onPress={() => changeTransient(app, { provenance: bandsProvenance(app.store.getState(), asked) })}
      >
        {shellTexts[language].methods}
      </Button>
    </div>
  );
}
