import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type History, NO_HISTORY, record, redo, STEPS_AT_MOST, undo } from "../../src/state/history.ts";

type Steps = History<number, string>;

/** What a person does: something new, a step back, a step forward. */
const doings = fc.array(fc.constantFrom("do", "undo", "redo"), { maxLength: 600 });

describe("steps that can be taken back", () => {
  test("are those of two plain stacks, whatever is done, to a depth that is bounded (oracle)", () => {
    fc.assert(
      fc.property(doings, (sequence) => {
        let history: Steps = NO_HISTORY;
        let present = 0;
        let fresh = 0;
        const past: number[] = [];
        const future: number[] = [];
        for (const doing of sequence) {
          if (doing === "do") {
            history = record(history, present, `${present}`);
            past.push(present);
            if (past.length > STEPS_AT_MOST) past.shift();
            future.length = 0;
            present = ++fresh;
          } else {
            const step = doing === "undo" ? undo(history, present) : redo(history, present);
            const [from, to] = doing === "undo" ? [past, future] : [future, past];
            const expected = from.pop();
            expect(step?.state).toBe(expected);
            if (!step || expected === undefined) continue;
            to.push(present);
            ({ history, state: present } = step);
          }
          expect(history.past.map(({ state }) => state)).toEqual(past);
          expect(history.future.map(({ state }) => state)).toEqual(future);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("lead all the way back and all the way forward again, with the names that they were given", () => {
    let history: Steps = NO_HISTORY;
    for (let state = 0; state < 5; state++) history = record(history, state, `step ${state}`);
    let present = 5;
    const names: string[] = [];
    for (let step = undo(history, present); step; step = undo(history, present)) {
      names.push(step.label);
      ({ history, state: present } = step);
    }
    expect([present, names]).toEqual([0, ["step 4", "step 3", "step 2", "step 1", "step 0"]]);
    names.length = 0;
    for (let step = redo(history, present); step; step = redo(history, present)) {
      names.push(step.label);
      ({ history, state: present } = step);
    }
    expect([present, names]).toEqual([5, ["step 0", "step 1", "step 2", "step 3", "step 4"]]);
  });

  test("older than the depth are final", () => {
    let history: Steps = NO_HISTORY;
    for (let state = 0; state < STEPS_AT_MOST + 50; state++) history = record(history, state, "");
    expect(history.past).toHaveLength(STEPS_AT_MOST);
    expect(history.past[0]?.state).toBe(50);
  });
});
