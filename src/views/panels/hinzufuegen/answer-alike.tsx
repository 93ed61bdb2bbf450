import { answerAlike } from "../../../commands/answer-codes.ts";
import { fileWritingTexts } from "../../../i18n/file-writing-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { askedAlike, codesOf } from "../../../state/selectors/adding-questions.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";

interface AnswerAlikeProps {
  readonly file: AddingFile;
  readonly onDone: () => void;
}

/** One answer for all files in which the same signs are asked; nothing while there is none, or no other file. */
export function AnswerAlike({ file, onDone }: AnswerAlikeProps) {
  const app = useApp();
  const formats = useFormats();
  const texts = fileWritingTexts[useLanguage()];
  const files = useAppState((state) => state.transient.adding?.files);
  const others = askedAlike(files ?? [], file).length;
  if (others === 0 || codesOf(file).some(({ meaning }) => meaning === undefined)) return null;
  return (
    <Button
      look="link"
      onPress={() => {
        answerAlike(app, file.id);
        onDone();
      }}
    >
      {texts.codesTakeAll(formats.count(others + 1))}
    </Button>
  );
}
