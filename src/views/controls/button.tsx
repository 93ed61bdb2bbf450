import type { ReactNode } from "react";
import { Button as AriaButton, Tooltip, TooltipTrigger } from "react-aria-components";
import styles from "./button.module.css";

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: "plain" | "primary" | "link";
  readonly isDisabled?: boolean;
  readonly icon?: ReactNode;
}

/** A button with a text. */
export function Button({ children, onPress, look = "plain", isDisabled = false, icon }: ButtonProps) {
  return (
    <AriaButton className={`${styles.button} ${styles[look]}`} onPress={onPress} isDisabled={isDisabled}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
}

/** A button that shows an icon and says its name to everyone else. */
export function IconButton({ label, children, onPress, isDisabled = false, isPressed }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        className={`${styles.icon} ${isPressed ? styles.pressed : ""}`}
        aria-label={label}
        aria-pressed={isPressed}
        onPress={onPress}
        isDisabled={isDisabled}
      >
        {children}
      </AriaButton>
      <Tooltip className={styles.tooltip ?? ""} offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
