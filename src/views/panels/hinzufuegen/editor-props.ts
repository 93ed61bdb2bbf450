import type { CityForData, Clue } from "../../../domain/data-draft.ts";
import type { AddingFile } from "../../../state/app-state.ts";

/** What every choice behind a line is given. */
export interface EditorProps {
  readonly clue: Clue;
  readonly file: AddingFile;
  readonly city: CityForData;
  /** The choice is made: it closes. */
  readonly onDone: () => void;
}
