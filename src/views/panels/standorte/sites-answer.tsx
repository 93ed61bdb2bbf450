import { MapPinPlus } from "lucide-react";
import { adoptSites } from "../../../commands/adopt-sites.ts";
import { stopSearch } from "../../../commands/find-sites.ts";
import type { Formats } from "../../../i18n/formats.ts";
import { sitingProvenanceTexts } from "../../../i18n/siting-provenance-texts.ts";
import { sitingTexts } from "../../../i18n/siting-texts.ts";
import { sitesFigures } from "../../../state/selectors/sites-figures.ts";
import type { SitesProposal } from "../../../state/sites-answer.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Note } from "../../controls/note.tsx";
import { ProofTools } from "./proof-tools.tsx";
import { sitesWords } from "./site-words.ts";
import styles from "./sites-answer.module.css";
import { SitesList } from "./sites-list.tsx";
import { SitesNotes } from "./sites-notes.tsx";
import { sitesProvenance } from "./sites-provenance.ts";

/** The proposal as a sentence, how far it is from the best at most, and its sites one by one – or why there is none. */
export function SitesAnswer() {
  const texts = sitingTexts[useLanguage()];
  const formats = useFormats();
  const answer = useAppState((state) => state.transient.answers.bestSites);
  const isAsked = useAppState((state) => "best-sites" in state.transient.pending);
  const walked = useAppState((state) => (isAsked ? state.transient.answers.sitesWalked : undefined));
  if (!answer || walked !== undefined) {
    return (
      <p className={styles.note} aria-busy={isAsked}>
        {walked !== undefined ? texts.walking(formats.share(walked)) : isAsked ? texts.waiting : texts.failed}
      </p>
    );
  }
  if ("refused" in answer) {
    return (
      <p className={styles.refused} role="status">
        {texts.refused[answer.refused](formats.count(answer.candidates))}
      </p>
    );
  }
  return <Proposal answer={answer} />;
}

function Proposal({ answer }: { readonly answer: SitesProposal }) {
  const app = useApp();
  const language = useLanguage();
  const texts = sitingTexts[language];
  const formats = useFormats();
  const { asked, proposal, sites, stage } = answer;
  const { goal } = asked;
  const isSearching = stage === "searching";
  const isNothing = sites.length === 0 || !(proposal.value > 0);
  const words = sitesWords(answer, formats);
  const { gap, reachedShare } = sitesFigures(answer);
  if (isNothing && !isSearching) {
    return (
      <>
        <p className={styles.sentence}>{texts.nothing[goal]}</p>
        <SitesNotes answer={answer} />
      </>
    );
  }
  const provenance = (figure: "value" | "bound" | "gap") => () => sitesProvenance(app.store.getState(), answer, figure);
  return (
    <div className={styles.answer} aria-busy={isSearching}>
      <p className={styles.sentence}>{texts.sentence[goal](words, formats)}.</p>
      <p className={styles.bound}>
        {proposal.isProven ? (
          <Figure text={texts.proven[goal]} provenance={provenance("bound")} />
        ) : (
          <>
            {texts.bound[goal](words)} –{" "}
            <Figure
              text={texts.gapText(formats.share(gap))}
              label={sitingProvenanceTexts[language].gap}
              provenance={provenance("gap")}
            />
          </>
        )}
      </p>
      {goal === "fewest-sites" ? (
        <Note>{reachedShare < 1 ? texts.reachesMost(shareBelowAll(reachedShare, formats)) : texts.reachesAll}</Note>
      ) : null}
      {isSearching ? (
        <div className={styles.search}>
          <span className={styles.note}>{texts.searching}</span>
          <Button look="link" onPress={() => stopSearch(app)}>
            {texts.enough}
          </Button>
        </div>
      ) : null}
      <div className={styles.actions}>
        <Button look="primary" icon={<MapPinPlus size={16} aria-hidden />} onPress={() => adoptSites(app)}>
          {texts.adopt}
        </Button>
        <ProofTools answer={answer} />
      </div>
      <SitesNotes answer={answer} />
      <SitesList answer={answer} />
    </div>
  );
}

/** Never „100 %“ while somebody is left. */
function shareBelowAll(share: number, formats: Formats): string {
  return formats.share(Math.min(share, 0.999));
}
