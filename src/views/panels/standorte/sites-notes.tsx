import { sitingTexts } from "../../../i18n/siting-texts.ts";
import type { SitesProposal } from "../../../state/sites-answer.ts";
import { useFormats, useLanguage } from "../../app-context.tsx";
import styles from "./sites-notes.module.css";

/** How the proposal came about, and what was left out. */
export function SitesNotes({ answer: { asked, proposal, proof, stage } }: { readonly answer: SitesProposal }) {
  const texts = sitingTexts[useLanguage()];
  const formats = useFormats();
  const isWalked = asked.way !== "straight";
  const { need } = asked;
  const notes: string[] = [];
  if (proof) {
    const seconds = formats.withUnit(formats.fixed(proof.seconds, 1), "s");
    notes.push(texts.provenBy(seconds, formats.count(proof.nodes)));
  } else if (proposal.isProven) notes.push(texts.provenAtOnce);
  else if (stage === "ended" || stage === "stopped") notes.push(texts.heuristic);
  if (asked.planned > 0) notes.push(texts.fixed(formats.count(asked.fixed), formats.count(asked.planned)));
  // Where places stay, only candidates are left out that are worth nothing.
  const fromNothing = asked.goal === "shortest-ways" && Number.isNaN(proposal.before);
  if (fromNothing && proposal.asked < proposal.candidates) {
    const say = isWalked ? texts.askedOnFoot : texts.asked;
    notes.push(say(formats.count(proposal.asked), formats.count(proposal.candidates)));
  }
  if (proposal.withoutWay > 0) {
    const say = fromNothing ? texts.withoutWayToAll : texts.withoutWay;
    notes.push(say(formats.count(Math.round(proposal.withoutWay))));
  }
  if (need && need.unknown > 0) {
    notes.push(texts.withoutNeed(formats.count(Math.round(need.residentsUnknown)), formats.count(need.unknown)));
  }
  if (asked.needRefused !== undefined) notes.push(texts.needRefused);
  if (isWalked) notes.push(texts.walkNote);
  return notes.length > 0 ? (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  ) : null;
}
