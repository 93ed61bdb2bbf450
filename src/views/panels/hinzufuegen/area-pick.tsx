import { ChevronDown, Search } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { JoinPreview } from "../../../domain/data-draft.ts";
import { WHOLE_CITY } from "../../../domain/indicator.ts";
import { joiningTexts } from "../../../i18n/joining-texts.ts";
import { useLanguage } from "../../app-context.tsx";
import type { OptionSection } from "../../controls/option-list.tsx";
import { SeekBox } from "../../controls/seek-box.tsx";
import styles from "./editors.module.css";

/** So many can be looked through in a list; of more one is found by typing. */
const FEW = 30;
const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
/** No Sozialraum has such an id. */
const NONE = "\u0000none";

interface AreaPickProps {
  readonly raw: string;
  readonly candidates: JoinPreview["unmatched"][number]["candidates"];
  readonly areas: readonly { readonly id: string; readonly name: string }[];
  /** The id, or nothing for „of none, left out on purpose“. */
  readonly onChoose: (id: string) => void;
}

/** The Sozialraum that an entry means: the likeliest first, then all of them, the whole city, or none. */
export function AreaPick({ raw, candidates, areas, onChoose }: AreaPickProps) {
  const texts = joiningTexts[useLanguage()];
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const sections = useMemo((): OptionSection[] => {
    const option = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, label: name, detail: id });
    const likely = new Set(candidates.map(({ id }) => id));
    return [
      { title: texts.meantProbably, options: candidates.map(option) },
      {
        title: texts.meantOtherwise,
        options: [
          { id: WHOLE_CITY, label: texts.wholeCity },
          { id: NONE, label: texts.noArea },
        ],
      },
      { title: texts.allAreas, options: areas.filter(({ id }) => !likely.has(id)).map(option) },
    ].filter(({ options }) => options.length > 0);
  }, [candidates, areas, texts]);
  // A list of hundreds would be made anew with each letter.
  const found = (text: string) =>
    sections
      .flatMap(({ options }) => options)
      .filter(
        ({ label, detail = "" }) => text.trim() === "" || folded(`${label} ${detail}`).includes(folded(text.trim())),
      )
      .slice(0, FEW);
  const choose = (id: string) => onChoose(id === NONE ? "" : id);
  useEffect(() => {
    if (!isOpen) return;
    // The list opens with the focus, once it has its entries.
    const turn = requestAnimationFrame(() => box.current?.querySelector("input")?.focus());
    return () => cancelAnimationFrame(turn);
  }, [isOpen]);
  if (areas.length <= FEW) {
    return (
      <select
        className={styles.select}
        aria-label={texts.belongsTo(raw)}
        value=""
        onChange={({ target }) => choose(target.value)}
      >
        <option value="">{texts.notYet}</option>
        {sections.map(({ title, options }) => (
          <optgroup key={title} label={title ?? ""}>
            {options.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    );
  }
  // Hundreds of rows with hundreds of names each: the list is made where somebody looks into it.
  if (!isOpen) {
    return (
      <button
        type="button"
        className={styles.pick}
        aria-label={`${texts.belongsTo(raw)}: ${texts.notYet}`}
        aria-haspopup="listbox"
        onClick={() => setOpen(true)}
      >
        <span>{texts.notYet}</span>
        <ChevronDown size={16} aria-hidden />
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: whoever leaves the field is done with it.
    <div
      ref={box}
      onBlur={({ relatedTarget, currentTarget }) => {
        const isListed = relatedTarget instanceof Element && relatedTarget.closest("[role=listbox], [role=dialog]");
        if (!currentTarget.contains(relatedTarget) && !isListed) setOpen(false);
      }}
    >
      <SeekBox
        label={texts.belongsTo(raw)}
        placeholder={texts.seekArea}
        nothing={texts.seekNothing}
        icon={<Search size={16} aria-hidden />}
        find={(text) => found(text)}
        onChoose={choose}
        opens
        opensAtOnce
      />
    </div>
  );
}
