import { FileUp } from "lucide-react";
import { useState } from "react";
import { chooseCandidateFile, rereadCandidateFile } from "../../../commands/candidate-file.ts";
import { CRS_IDS, crsTitle } from "../../../geo/crs.ts";
import { issueText } from "../../../i18n/issue-texts.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ChooseFile } from "../../controls/choose-file.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { Note } from "../../controls/note.tsx";
import styles from "./wish.module.css";

const OF_FILE = "file";
const ISSUES_AT_MOST = 5;

/** Places from a file of the user's own, with what was wrong in it. */
export function CandidateFileChooser() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = sitingQuestionTexts[language];
  const file = useAppState((state) => state.transient.candidateFile);
  const [crs, setCrs] = useState(OF_FILE);
  const system = (id: string) => (id === OF_FILE ? undefined : id);
  return (
    <div className={styles.wish}>
      <ChooseFile
        label={texts.chooseFile}
        accept=".csv,.tsv,.txt,.geojson,.json"
        onChoose={([chosen]) => void chooseCandidateFile(app, chosen, system(crs))}
      >
        {(open) => (
          <Button icon={<FileUp size={16} aria-hidden />} onPress={open}>
            {file ? texts.otherFile : texts.chooseFile}
          </Button>
        )}
      </ChooseFile>
      <Note>{texts.fileHint}</Note>
      {file ? (
        <>
          <p>
            {texts.fileRead(file.name, formats.count(file.lon.length))}
            {file.crs ? <span className={styles.note}> · {texts.fileCrs(file.crs)}</span> : null}
          </p>
          {file.issues.length > 0 ? (
            <ul className={styles.issues}>
              {file.issues.slice(0, ISSUES_AT_MOST).map((issue) => {
                const text = issueText(issue, language);
                return <li key={text}>{text}</li>;
              })}
              {file.issues.length > ISSUES_AT_MOST ? (
                <li>{texts.andMore(formats.count(file.issues.length - ISSUES_AT_MOST))}</li>
              ) : null}
            </ul>
          ) : null}
          <div className={styles.wide}>
            <ChooseList
              label={texts.crs}
              value={crs}
              sections={[
                {
                  options: [
                    { id: OF_FILE, label: texts.crsOfFile },
                    ...CRS_IDS.map((id) => ({ id, label: crsTitle(id), detail: id })),
                  ],
                },
              ]}
              onChange={(next) => {
                setCrs(next);
                rereadCandidateFile(app, system(next));
              }}
            />
          </div>
        </>
      ) : null}
    </div>
  );
}
