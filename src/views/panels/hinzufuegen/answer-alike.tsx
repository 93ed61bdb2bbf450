import { answerAlike } from "../../../commands/answer-alike.ts";
import type { CityForData, ClueKey } from "../../../domain/data-draft.ts";
import { clueTexts } from "../../../i18n/clue-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { sameAnswers } from "../../../state/selectors/same-answer.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";

interface AnswerAlikeProps {
  readonly clueKey: ClueKey;
  readonly file: AddingFile;
  readonly city: CityForData;
  readonly onDone: () => void;
}

/** One answer for all files that ask the same; nothing where no other one does. */
export function AnswerAlike({ clueKey, file, city, onDone }: AnswerAlikeProps) {
  const app = useApp();
  const formats = useFormats();
  const texts = clueTexts[useLanguage()];
  const files = useAppState((state) => state.transient.adding?.files);
  const others = sameAnswers(files ?? [], file, clueKey, city).length;
  if (others === 0) return null;
  return (
    <Button
      look="link"
      onPress={() => {
        answerAlike(app, file.id, clueKey);
        onDone();
      }}
    >
      {file.answered.includes(clueKey)
        ? texts.takeOthers(formats.count(others), others === 1)
        : texts.takeAll(formats.count(others + 1))}
    </Button>
  );
}
