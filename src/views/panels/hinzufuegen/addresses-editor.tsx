import { Search, X } from "lucide-react";
import { useState } from "react";
import { changeKeys } from "../../../commands/add-data.ts";
import type { AddressPreview } from "../../../domain/address.ts";
import type { Repair } from "../../../domain/repair.ts";
import { addressTexts } from "../../../i18n/address-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { coordinatesFrom } from "../../../state/selectors/place-by-text.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import type { Option } from "../../controls/option-list.tsx";
import { SeekBox } from "../../controls/seek-box.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import { useAddressDetail, useFoundAddresses } from "../../controls/use-found-addresses.ts";
import styles from "./editors.module.css";

const PAGE = 20;

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
          <p>{addresses.files.length === 0 ? texts.openHint : `${texts.openHint} ${texts.seekHint}`}</p>
          <ul className={styles.rows}>
            {shown.map((row) => (
              <li key={row.line}>
                <span>
                  {row.address}{" "}
                  <span className={styles.quiet}>
                    {texts.line(formats.count(row.line))}, {texts.problems[row.problem]}
                  </span>
                </span>
                {addresses.files.length === 0 ? (
                  <PositionEntry row={row} onChoose={set} />
                ) : (
                  <PositionPick row={row} onChoose={set} id={file.id} />
                )}
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

interface PositionProps {
  readonly row: OpenRow;
  readonly onChoose: (repair: SetPosition) => void;
}

/** Where a row lies, typed as coordinates. */
function PositionEntry({ row, onChoose }: PositionProps) {
  const texts = addressTexts[useLanguage()];
  const [problem, setProblem] = useState<string>();
  return (
    <TextEntry
      label={`${texts.liesAt(row.address)}: ${texts.coordinates}`}
      value=""
      hint={problem ?? texts.coordinatesHint}
      onChange={(text) => {
        const at = coordinatesFrom(text);
        setProblem(at || text.trim() === "" ? undefined : texts.coordinatesWrong);
        if (at) onChoose({ repair: "set-position", line: row.line, lon: at.lon, lat: at.lat });
      }}
    />
  );
}

/** The same by an address that may be meant, one that is found by typing, or coordinates. Nothing is chosen beforehand. */
function PositionPick({ row, onChoose, id }: PositionProps & { readonly id: number }) {
  const texts = addressTexts[useLanguage()];
  const [text, setText] = useState("");
  const { section, state, chosen } = useFoundAddresses(text, { beside: id });
  const addressDetail = useAddressDetail();
  const { line, candidates } = row;
  const find = (typed: string): readonly Option[] => {
    if (typed.trim() === "") {
      return candidates.map((one, at) => {
        const isAlike = candidates.some((other) => other !== one && other.address === one.address);
        return { id: `maybe ${at}`, label: one.address, detail: addressDetail(one, isAlike) ?? texts.maybe };
      });
    }
    const at = coordinatesFrom(typed);
    return at ? [{ id: "at", label: `${at.lat}, ${at.lon}`, detail: texts.coordinates }] : [];
  };
  const put = ({ address, lon, lat, from }: Omit<SetPosition, "repair" | "line">) =>
    onChoose({ repair: "set-position", line, lon, lat, address, from });
  return (
    <SeekBox
      label={texts.liesAt(row.address)}
      placeholder={texts.seek}
      nothing={state ?? texts.seekNothing}
      icon={<Search size={16} aria-hidden />}
      find={find}
      later={section}
      onText={setText}
      opens={candidates.length > 0}
      opensAtOnce={candidates.length > 0}
      onChoose={(key, typed) => {
        const at = coordinatesFrom(typed);
        if (key === "at" && at) return put(at);
        const maybe = /^maybe (\d+)$/.exec(key);
        const candidate = maybe ? candidates[Number(maybe[1])] : undefined;
        if (candidate) return put(candidate);
        const found = chosen(key);
        if (found && "goOn" in found) return found.goOn;
        if (found) put(found.address);
      }}
      placement="bottom end"
    />
  );
}
