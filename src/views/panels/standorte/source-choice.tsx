import { useMemo, useState } from "react";
import { forgetCandidateFile } from "../../../commands/candidate-file.ts";
import { changeView } from "../../../commands/change-view.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import { activeKinds } from "../../../state/selectors/active-kinds.ts";
import { candidateKinds } from "../../../state/selectors/siting-choice.ts";
import type { SitesAsked } from "../../../state/sites-answer.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { CheckList } from "../../controls/check-list.tsx";
import { Choice } from "../../controls/choice.tsx";
import { Note } from "../../controls/note.tsx";
import { CandidateFileChooser } from "./candidate-file-chooser.tsx";
import styles from "./wish.module.css";

type Source = SitesAsked["source"];

/** Where sites could stand: where people live, at places of kinds that do not count now, or at places from a file. */
export function SourceChoice() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = sitingQuestionTexts[language];
  const chosen = useAppState((state) => state.view.candidates);
  const hasFile = useAppState((state) => state.transient.candidateFile !== undefined);
  const supply = useAppState((state) => state.document.supply);
  const active = useAppState(activeKinds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two decide what the selector finds.
  const kinds = useMemo(() => candidateKinds(app.store.getState()), [app, supply, active]);
  const asked: Source = chosen ? "places" : hasFile ? "file" : "cells";
  // A file is asked for before it is there, and so are places where there are none.
  const [wanted, setWanted] = useState<Source>();
  const shown = wanted ?? asked;
  const choose = (source: Source) => {
    setWanted(source);
    if (source !== "file") forgetCandidateFile(app);
    const first = kinds[0];
    changeView(app, { candidates: source === "places" && first ? [first.id] : undefined });
  };
  return (
    <div className={styles.wish}>
      <Choice
        label={texts.source}
        value={shown}
        options={(["cells", "places", "file"] as const).map((id) => ({ id, label: texts.sources[id] }))}
        onChange={choose}
      />
      {shown === "cells" ? <Note>{texts.sourceNotes.cells}</Note> : null}
      {shown === "places" && kinds.length === 0 ? <Note>{texts.noCandidateKinds}</Note> : null}
      {shown === "places" && kinds.length > 0 ? (
        <CheckList
          label={texts.candidateKinds}
          values={chosen ?? []}
          options={kinds.map((kind) => ({
            id: kind.id,
            label: kind.plural[language],
            figure: formats.count(kind.existing),
          }))}
          onChange={(next) => next.length > 0 && changeView(app, { candidates: next })}
        />
      ) : null}
      {shown === "file" ? <CandidateFileChooser /> : null}
    </div>
  );
}
