import { FileWarning, Plus, Sheet, X } from "lucide-react";
import { dropAdded, showAdded } from "../../../commands/add-data.ts";
import { openServer } from "../../../commands/ask-server.ts";
import { openChosen } from "../../../commands/open-files.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import type { Adding, AddingFile } from "../../../state/app-state.ts";
import { obstacles } from "../../../state/selectors/adding-questions.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { ChooseFile } from "../../controls/choose-file.tsx";
import styles from "./file-list.module.css";
import { fileSentence, questionWords } from "./file-sentence.ts";
import { useAddingCity, useCityBeside } from "./use-adding-city.ts";

/** The files that are being added: the one that is looked at in one sentence, of the others what is still asked. */
export function FileList({ adding }: { readonly adding: Adding }) {
  const app = useApp();
  const texts = addingTexts[useLanguage()];
  const formats = useFormats();
  const city = useAddingCity();
  const asked = obstacles(adding, city).filter(({ why }) => why === "question" || why === "level").length;
  const isReading = adding.files.every(({ replaces }) => replaces !== undefined);
  const count = adding.files.length;
  const isLooking = adding.files.some(({ state }) => state === "inspecting");
  return (
    <section aria-label={texts.files}>
      {count > 1 ? (
        <p className={styles.count}>
          {isLooking
            ? texts.filesLooking(formats.count(count))
            : texts.fileCount(formats.count(count), formats.count(asked), asked)}
        </p>
      ) : null}
      <ul className={styles.files}>
        {adding.files.map((file) => (
          <FileLine key={file.id} file={file} isShown={file.id === adding.shown} isAlone={adding.files.length === 1} />
        ))}
      </ul>
      {isReading ? null : (
        <div className={styles.more}>
          <ChooseFile label={texts.chooseFile} accept="" onChoose={(files) => openChosen(app, files)}>
            {(open) => (
              <Button look="link" icon={<Plus size={15} aria-hidden />} onPress={open}>
                {texts.moreFiles}
              </Button>
            )}
          </ChooseFile>
          <Button look="link" onPress={() => openServer(app)}>
            {texts.fromServer}
          </Button>
        </div>
      )}
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
        <span className={styles.name}>{file.name}</span>
        <span className={styles.sentence}>
          {isShown ? fileSentence(file, city, language) : questionWords(file, city, language)}
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
