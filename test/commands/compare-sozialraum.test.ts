import { describe, expect, it } from "vitest";
import { type App, dismissNotice } from "../../src/commands/app.ts";
import { addCompared, toggleCompared } from "../../src/commands/compare-sozialraum.ts";
import { createAppStore } from "../../src/state/app-state.ts";

function appWithAddress(): App {
  const address = { read: () => "", write: () => {} };
  return { store: createAppStore(), services: { address } } as unknown as App;
}

const compared = (app: App) => app.store.getState().view.compare;
const notices = (app: App) => app.store.getState().transient.notices.map(({ text }) => text.key);

describe("choosing what is compared", () => {
  it("says once that a seventh does not fit, and takes it when another has gone", () => {
    const app = appWithAddress();
    for (const id of ["1", "2", "3", "4", "5", "6"]) toggleCompared(app, id);
    expect(notices(app)).toEqual([]);
    toggleCompared(app, "7");
    addCompared(app, "7");
    expect(compared(app)).toEqual(["1", "2", "3", "4", "5", "6"]);
    expect(notices(app)).toEqual(["comparison-full"]);

    for (const { id } of app.store.getState().transient.notices) dismissNotice(app, id);
    toggleCompared(app, "8");
    expect(notices(app)).toEqual(["comparison-full"]);
    toggleCompared(app, "2");
    toggleCompared(app, "7");
    expect(compared(app)).toEqual(["1", "3", "4", "5", "6", "7"]);
  });

  it("says nothing where one of the six is asked for again", () => {
    const app = appWithAddress();
    for (const id of ["1", "2", "3", "4", "5", "6"]) addCompared(app, id);
    addCompared(app, "3");
    expect(notices(app)).toEqual([]);
    expect(compared(app)).toHaveLength(6);
  });
});
