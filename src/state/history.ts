/** Steps that can be taken back, each with the state before it and the name of what was done. The newest stand last. */
export interface History<State, Label> {
  readonly past: readonly Step<State, Label>[];
  readonly future: readonly Step<State, Label>[];
}

export interface Step<State, Label> {
  readonly state: State;
  readonly label: Label;
}

export const NO_HISTORY: History<never, never> = { past: [], future: [] };

/** So many steps are remembered; older ones are final. */
export const STEPS_AT_MOST = 200;

/** After something was done: `before` is the state that undo leads back to. What had been undone can no longer be redone. */
export function record<State, Label>(
  { past }: History<State, Label>,
  before: State,
  label: Label,
): History<State, Label> {
  return { past: [...past, { state: before, label }].slice(-STEPS_AT_MOST), future: [] };
}

/** One step back from `present`; undefined when there is none. */
export function undo<State, Label>({ past, future }: History<State, Label>, present: State) {
  const step = past.at(-1);
  if (!step) return undefined;
  return {
    history: { past: past.slice(0, -1), future: [...future, { state: present, label: step.label }] },
    ...step,
  };
}

/** One step forward again; undefined when there is none. */
export function redo<State, Label>({ past, future }: History<State, Label>, present: State) {
  const step = future.at(-1);
  if (!step) return undefined;
  return {
    history: { past: [...past, { state: present, label: step.label }], future: future.slice(0, -1) },
    ...step,
  };
}
