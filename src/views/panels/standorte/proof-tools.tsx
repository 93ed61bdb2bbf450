import { ShieldCheck, Square } from "lucide-react";
import { cancelProof, proveBestSites } from "../../../commands/prove-sites.ts";
import { sitingTexts } from "../../../i18n/siting-texts.ts";
import { sitesFigures } from "../../../state/selectors/sites-figures.ts";
import type { SitesProposal } from "../../../state/sites-answer.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./proof-tools.module.css";
import { goalText } from "./site-words.ts";

/** Proves the proposal, says how far the proof has come, and ends it when it takes too long. */
export function ProofTools({ answer }: { readonly answer: SitesProposal }) {
  const app = useApp();
  const texts = sitingTexts[useLanguage()];
  const formats = useFormats();
  const proof = useAppState((state) => state.transient.answers.sitesProof);
  const { asked, proposal, stage } = answer;
  const { goal } = asked;
  if (proof?.of !== answer) {
    if (proposal.isProven) return null;
    return (
      <Button
        icon={<ShieldCheck size={16} aria-hidden />}
        isDisabled={stage === "searching"}
        onPress={() => void proveBestSites(app)}
      >
        {texts.prove}
      </Button>
    );
  }
  const { value, bound } = sitesFigures({ proposal: { ...proposal, bound: proof.bound } });
  const seconds = formats.withUnit(formats.count(Math.round(proof.seconds)), "s");
  return (
    <>
      <Button icon={<Square size={14} aria-hidden />} onPress={() => cancelProof(app)}>
        {texts.cancelProof}
      </Button>
      <p className={styles.progress} role="status">
        <span className={styles.bar} aria-hidden />
        {proof.seconds < 0.2
          ? texts.proofStarts
          : texts.proofUnder[goal](
              goal === "shortest-ways" ? goalText(goal, value, formats) : goalText(goal, proof.value, formats),
              goalText(goal, bound, formats),
              seconds,
            )}
      </p>
    </>
  );
}
