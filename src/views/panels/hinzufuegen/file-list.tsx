import { FileWarning, Plus, Sheet, X } from "lucide-react";
import { dropAdded, showAdded } from "../../../commands/add-data.ts";
import { openChosen } from "../../../commands/open-files.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import type { Adding, AddingFile } from "../../../state/app-state.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { ChooseFile } from "../../controls/choose-file.tsx";
import styles from "./file-list.module.css";
import { fileSentence } from "./file-sentence.ts";
import { useCityBeside } from "./use-adding-city.ts";

/** The files that are being added, each in one sentence. */
export function FileList({ adding }: { readonly adding: Adding }) {
  const app = useApp();
  const texts = addingTexts[useLanguage()];
  return (
    <section aria-label={texts.files}>
      <ul className={styles.files}>
        {adding.files.map((file) => (
          <FileLine key={file.id} file={file} isShown={file.id === adding.shown} isAlone={adding.files.length === 1} />
        ))}
      </ul>
      <ChooseFile label={texts.chooseFile} accept="" onChoose={(files) => openChosen(app, files)}>
        {(open) => (
          <Button look="link" icon={<Plus size={15} aria-hidden />} onPress={open}>
            {texts.moreFiles}
          </Button>
        )}
      </ChooseFile>
    </section>
  );
}

interface FileLineProps {
  readonly file: AddingFile;
  readonly isShown: boolean;
  readonly isAlone: boolean;
}

function FileLine({ file, isShown, isAlone }: FileLineProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = addingTexts[language];
  const city = useCityBeside(file.id);
  const isBad = file.state === "failed" || (file.state === "open" && !file.draft);
  const Icon = isBad ? FileWarning : Sheet;
  return (
    <li className={styles.file} data-shown={isShown || undefined}>
      <button type="button" aria-current={isShown ? "true" : undefined} onClick={() => showAdded(app, file.id)}>
        <Icon size={18} aria-hidden />
        <span>
          <span className={styles.name}>{file.name}</span>
          <span className={styles.sentence}>{fileSentence(file, city, language)}</span>
        </span>
      </button>
      {isAlone ? null : (
        <IconButton label={texts.dropNamed(file.name)} onPress={() => dropAdded(app, file.id)}>
          <X size={16} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}
