import { Switch } from "react-aria-components";
import styles from "./toggle.module.css";

interface ToggleProps {
  readonly label: string;
  readonly description?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** On or off, at once. */
export function Toggle({ label, description, isOn, onChange }: ToggleProps) {
  return (
    <Switch className={styles.toggle ?? ""} isSelected={isOn} onChange={onChange}>
      <span className={styles.track} aria-hidden>
        <span className={styles.thumb} />
      </span>
      <span className={styles.text}>
        {label}
        {description ? <span className={styles.description}>{description}</span> : null}
      </span>
    </Switch>
  );
}
