import { Menu, MenuItem, Popover, Text } from "react-aria-components";
import styles from "./action-menu.module.css";
import listStyles from "./option-list.module.css";

interface ActionMenuProps<Id extends string> {
  readonly items: readonly { readonly id: Id; readonly title: string; readonly detail: string }[];
  readonly onAction: (id: Id) => void;
}

/** What can be done, each with a line that says what comes of it; stands in a `MenuTrigger` behind its button. */
export function ActionMenu<Id extends string>({ items, onAction }: ActionMenuProps<Id>) {
  return (
    <Popover className={listStyles.popover ?? ""} placement="bottom end">
      <Menu className={listStyles.list ?? ""} onAction={(key) => onAction(key as Id)}>
        {items.map(({ id, title, detail }) => (
          <MenuItem key={id} id={id} textValue={title} className={listStyles.item ?? ""}>
            <Text slot="label" className={styles.name}>
              {title}
            </Text>
            <Text slot="description" className={listStyles.detail}>
              {detail}
            </Text>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  );
}
