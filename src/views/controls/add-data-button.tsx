import { openAdding } from "../../commands/add-data.ts";
import { addingTexts } from "../../i18n/adding-texts.ts";
import { useApp, useLanguage } from "../app-context.tsx";
import { Button } from "./button.tsx";

/** The way on for whoever reads that something is missing. */
export function AddDataButton() {
  const app = useApp();
  return (
    <div>
      <Button look="primary" onPress={() => openAdding(app)}>
        {addingTexts[useLanguage()].button}
      </Button>
    </div>
  );
}
