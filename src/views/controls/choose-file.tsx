import { type ReactNode, useRef } from "react";

interface ChooseFileProps {
  /** What is chosen, for those who only hear it. */
  readonly label: string;
  /** Endings and types, as the browser's dialog takes them, "" for any; a folder is chosen where it is left out. */
  readonly accept?: string;
  readonly isMultiple?: boolean;
  readonly onChoose: (files: readonly [File, ...File[]]) => void;
  /** What is pressed. */
  readonly children: (open: () => void) => ReactNode;
}

/** A file or folder of the user's own, by the browser's dialog. */
export function ChooseFile({ label, accept, isMultiple = accept === "", onChoose, children }: ChooseFileProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      {children(() => input.current?.click())}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept || undefined}
        multiple={isMultiple}
        aria-label={label}
        onChange={(event) => {
          const [first, ...others] = event.target.files ?? [];
          // The same file may be chosen again, when it has changed.
          event.target.value = "";
          if (first) onChoose([first, ...others]);
        }}
        {...(accept === undefined ? { webkitdirectory: "" } : {})}
      />
    </>
  );
}
