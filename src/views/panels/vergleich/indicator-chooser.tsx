import { ChevronDown } from "lucide-react";
import { useMemo } from "react";
import {
  Button,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from "react-aria-components";
import { changeView } from "../../../commands/change-view.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeIndicator } from "../../../state/selectors/active-indicator.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { indicatorGroups } from "../../../state/selectors/indicator-groups.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import styles from "./indicator-chooser.module.css";

/** One indicator of many, grouped by goal, found by typing. */
export function IndicatorChooser() {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const catalogue = useAppState((state) => state.transient.answers.catalogue);
  const records = useAppState((state) => state.document.records);
  const level = useAppState(activeLevel);
  const active = useAppState(activeIndicator);
  const groups = useMemo(
    () => (catalogue && records ? indicatorGroups(catalogue, records, level?.id) : []),
    [catalogue, records, level],
  );

  const choose = (id: string) => {
    const entry = catalogue?.find((one) => one.indicator === id);
    const { period } = app.store.getState().view;
    // A year that the other indicator knows too stays; else its latest is shown.
    changeView(app, { indicator: id, period: period && entry?.periods.includes(period) ? period : undefined });
  };

  return (
    <ComboBox
      // The input holds the title in the language that is shown, and forgets what was typed when another is chosen.
      key={`${active?.id} ${language}`}
      className={styles.box ?? ""}
      defaultSelectedKey={active?.id ?? null}
      defaultInputValue={active?.title[language] ?? ""}
      menuTrigger="focus"
      onSelectionChange={(key) => key !== null && key !== active?.id && choose(String(key))}
    >
      <Label className={styles.label ?? ""}>{texts.indicator}</Label>
      <div className={styles.field}>
        <Input className={styles.input ?? ""} onFocus={(event) => event.currentTarget.select()} />
        <Button className={styles.open ?? ""}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
      <Popover className={styles.popover ?? ""}>
        <ListBox
          className={styles.list ?? ""}
          renderEmptyState={() => <p className={styles.nothing}>{texts.indicatorNone}</p>}
        >
          {groups.map((group) => (
            <ListBoxSection key={group.key} className={styles.section ?? ""}>
              <Header className={styles.header}>{group.title?.[language] ?? texts.noGoal}</Header>
              {group.entries.map(({ indicator, state }) => (
                <ListBoxItem
                  key={indicator.id}
                  id={indicator.id}
                  textValue={indicator.title[language]}
                  className={styles.item ?? ""}
                >
                  <span>{indicator.title[language]}</span>
                  {indicator.unit || state !== "here" ? (
                    <span className={styles.detail}>
                      {[
                        indicator.unit?.[language],
                        state === "elsewhere" && texts.notHere,
                        state === "nowhere" && texts.noValues,
                      ]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                  ) : null}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
