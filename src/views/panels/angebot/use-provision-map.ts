import { useEffect, useMemo, useState } from "react";
import { shownProvision } from "../../../state/selectors/provision-rows.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import type { ProvisionMap, provisionMap } from "./provision-map.tsx";

/** What the map shows instead of the coverage while the panel of the provision is open; the first map does not wait for its parts. */
export function useProvisionMap(): ProvisionMap | "waiting" | undefined {
  const language = useLanguage();
  const formats = useFormats();
  const isOpen = useAppState((state) => state.view.panel === "provision");
  const answer = useAppState(shownProvision);
  const [draw, setDraw] = useState<{ readonly map: typeof provisionMap }>();
  useEffect(() => {
    if (isOpen && !draw) void import("./provision-map.tsx").then((part) => setDraw({ map: part.provisionMap }));
  }, [isOpen, draw]);
  return useMemo(() => {
    if (!isOpen) return undefined;
    return answer && draw ? draw.map(answer, language, formats) : "waiting";
  }, [isOpen, answer, draw, language, formats]);
}
