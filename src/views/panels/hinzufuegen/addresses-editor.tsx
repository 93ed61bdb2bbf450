import { X } from "lucide-react";
import { useState } from "react";
import { changeKeys } from "../../../commands/add-data.ts";
import type { AddressPreview } from "../../../domain/address.ts";
import type { Repair } from "../../../domain/repair.ts";
import { addressTexts } from "../../../i18n/address-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { coordinatesFrom } from "../../../state/selectors/place-by-text.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import styles from "./editors.module.css";

const PAGE = 20;
const TYPED = "\u0000typed";

type SetPosition = Extract<Repair, { readonly repair: "set-position" }>;
type OpenRow = AddressPreview["open"][number];

/** Rows whose address gives no position, each with what may be meant or a place to type coordinates; and those that were set by hand. */
export function AddressesEditor({ file }: { readonly file: AddingFile }) {
  const app = useApp();
  const texts = addressTexts[useLanguage()];
  const formats = useFormats();
  const [pages, setPages] = useState(1);
  const addresses = file.preview?.addresses;
  const repairs = file.draft?.anlaufpunkt.repairs ?? [];
  if (!addresses) return null;
  const isOf = (line: number) => (repair: Repair) => repair.repair === "set-position" && repair.line === line;
  const put = (next: readonly Repair[]) =>
    changeKeys(app, file.id, { repairs: next.length > 0 ? next : undefined }, "addresses");
  const set = (repair: SetPosition) => put([...repairs.filter((one) => !isOf(repair.line)(one)), repair]);
  const open = addresses.open.filter(({ line }) => !repairs.some(isOf(line)));
  const count = addresses.openCount - (addresses.open.length - open.length);
  const shown = open.slice(0, pages * PAGE);
  return (
    <>
      {addresses.files.length === 0 ? <p>{texts.howTo}</p> : null}
      {addresses.approximate > 0 ? (
        <p className={styles.quiet}>
          {texts.approximate(formats.count(addresses.approximate), addresses.approximate === 1)}
        </p>
      ) : null}
      {shown.length > 0 ? (
        <div className={styles.part}>
          <h3>{texts.openTitle(formats.count(count), count === 1)}</h3>
          <p>{texts.openHint}</p>
          <ul className={styles.rows}>
            {shown.map((row) => (
              <li key={row.line}>
                <span>
                  {row.address}{" "}
                  <span className={styles.quiet}>
                    {texts.line(formats.count(row.line))}, {texts.problems[row.problem]}
                  </span>
                </span>
                <PositionPick row={row} onChoose={set} />
              </li>
            ))}
          </ul>
          {open.length > shown.length ? (
            <Button look="link" onPress={() => setPages(pages + 1)}>
              {texts.more(formats.count(Math.min(PAGE, open.length - shown.length)))}
            </Button>
          ) : null}
        </div>
      ) : null}
      {addresses.placed.length > 0 ? (
        <div className={styles.part}>
          <h3>{texts.placedTitle(formats.count(addresses.placed.length))}</h3>
          <ul className={styles.matches}>
            {addresses.placed.map(({ line, address, at }) => (
              <li key={line} className={styles.line}>
                <span>{`${texts.liesAt(address)} ${at}`}</span>
                <IconButton
                  label={`${texts.takeBack}: ${address}`}
                  onPress={() => put(repairs.filter((one) => !isOf(line)(one)))}
                >
                  <X size={16} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

interface PositionPickProps {
  readonly row: OpenRow;
  readonly onChoose: (repair: SetPosition) => void;
}

/** Where a row lies: at an address that may be meant, or at coordinates. Nothing is chosen beforehand. */
function PositionPick({ row, onChoose }: PositionPickProps) {
  const texts = addressTexts[useLanguage()];
  const [isTyping, setTyping] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { line, candidates } = row;
  if (isTyping || candidates.length === 0) {
    return (
      <div>
        <TextEntry
          label={`${texts.liesAt(row.address)}: ${texts.coordinates}`}
          value=""
          hint={problem ?? texts.coordinatesHint}
          onChange={(text) => {
            const at = coordinatesFrom(text);
            setProblem(at || text.trim() === "" ? undefined : texts.coordinatesWrong);
            if (at) onChoose({ repair: "set-position", line, lon: at.lon, lat: at.lat });
          }}
        />
      </div>
    );
  }
  return (
    <select
      className={styles.select}
      aria-label={texts.liesAt(row.address)}
      value=""
      onChange={({ target }) => {
        if (target.value === TYPED) return setTyping(true);
        const chosen = candidates[Number(target.value)];
        if (chosen) onChoose({ repair: "set-position", line, ...chosen });
      }}
    >
      <option value="">{texts.notYet}</option>
      <optgroup label={texts.maybe}>
        {candidates.map(({ address, lon, lat }, at) => (
          <option key={`${address} ${lon} ${lat}`} value={at}>
            {address}
          </option>
        ))}
      </optgroup>
      <option value={TYPED}>{texts.byCoordinates}</option>
    </select>
  );
}
