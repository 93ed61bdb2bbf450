import { showAdded, takeAdded } from "../../../commands/add-data.ts";
import type { ClueKey } from "../../../domain/data-draft.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { clueTexts } from "../../../i18n/clue-texts.ts";
import type { Adding } from "../../../state/app-state.ts";
import { type Obstacle, obstacles } from "../../../state/selectors/adding-questions.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./take-bar.module.css";
import { useAddingCity } from "./use-adding-city.ts";

const OBSTACLES = 3;

interface TakeBarProps {
  readonly adding: Adding;
  /** Nothing is added, resources of the package are read differently. */
  readonly isReading: boolean;
  readonly onLeave: () => void;
  readonly onSeek: (key: ClueKey) => void;
}

/** „Übernehmen“, and beside it what is still missing. */
export function TakeBar({ adding, isReading, onLeave, onSeek }: TakeBarProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = addingTexts[language];
  const formats = useFormats();
  const city = useAddingCity();
  const all = obstacles(adding, city);
  const bad = adding.files.filter(({ state, draft }) => state === "failed" || (state === "open" && !draft)).length;
  const isAlone = adding.files.length === 1;
  const left = isAlone ? all : oneByOne(all, adding.shown);
  const words = (obstacle: Obstacle): string => {
    const what = obstacle.why === "question" ? clueTexts[language].clues[obstacle.key] : texts.missing[obstacle.why];
    // Where there is one file it need not be named.
    return isAlone || !("file" in obstacle) ? what : texts.nextQuestion(what, obstacle.file);
  };
  if (adding.files.length === 0) {
    return (
      <div className={styles.take}>
        <div className={styles.buttons}>
          <Button onPress={onLeave}>{texts.leave}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className={styles.take}>
      <div className={styles.buttons} id="take-added">
        <Button
          look="primary"
          isDisabled={all.length > 0 || (isReading && !adding.isTouched)}
          onPress={() => takeAdded(app)}
        >
          {isReading ? texts.readTake : texts.take}
        </Button>
        <Button onPress={onLeave}>{texts.leave}</Button>
      </div>
      <div className={styles.missing} role="status">
        {isAlone || all.length === 0 ? (
          <p>
            {all.length > 0 ? texts.stillMissing : isReading && !adding.isTouched ? texts.unchanged : texts.allClear}
          </p>
        ) : null}
        <ul>
          {left.slice(0, OBSTACLES).map((obstacle) => (
            <li key={words(obstacle)}>
              {"id" in obstacle ? (
                <Button
                  look="link"
                  onPress={() => {
                    showAdded(app, obstacle.id);
                    if (obstacle.why === "question") onSeek(obstacle.key);
                    else if (obstacle.why === "level") onSeek("level");
                  }}
                >
                  {words(obstacle)}
                </Button>
              ) : (
                words(obstacle)
              )}
            </li>
          ))}
          {left.length > OBSTACLES ? <li>{`+ ${formats.count(left.length - OBSTACLES)}`}</li> : null}
        </ul>
        {bad > 0 ? <p>{texts.leftBehind(formats.count(bad), bad === 1)}</p> : null}
      </div>
    </div>
  );
}

/** Of the questions of several files one at a time: the list of files says how many there are. */
function oneByOne(all: readonly Obstacle[], shown: number): Obstacle[] {
  const ofFiles = all.filter((obstacle) => "id" in obstacle);
  const next = ofFiles.find(({ id }) => id === shown) ?? ofFiles[0];
  return [...(next ? [next] : []), ...all.filter((obstacle) => !("id" in obstacle))];
}
