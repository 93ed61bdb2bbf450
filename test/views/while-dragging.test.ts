import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { closureAnswer } from "../../src/commands/answers/closure.ts";
import { coverageAnswer } from "../../src/commands/answers/coverage.ts";
import { provisionAnswer } from "../../src/commands/answers/provision.ts";
import { type App, changeTransient } from "../../src/commands/app.ts";
import { follow } from "../../src/commands/follow.ts";
import { shownProvision } from "../../src/state/selectors/provision-rows.ts";
import { shownClosure } from "../../src/state/selectors/shown-closure.ts";
import { AppProvider } from "../../src/views/app-context.tsx";
import { ProvisionPanel } from "../../src/views/panels/angebot/provision-panel.tsx";
import { ClosureCheck } from "../../src/views/panels/szenario/closure-check.tsx";
import { toyApp } from "../commands/toy-app.ts";

const SITES = { both: { at: [2000, 1000] }, own: { at: [1000, 1000] } } as const;

/** The page as it is now: a server draws the state that a store began with. */
function drawn(app: App, panel: () => React.ReactNode): string {
  const store = { ...app.store, getInitialState: app.store.getState };
  return renderToStaticMarkup(createElement(AppProvider, { value: { ...app, store } }, createElement(panel)));
}

test.each([
  ["provision", ProvisionPanel, shownProvision],
  ["scenario", ClosureCheck, shownClosure],
] as const)(
  "while a place is dragged the panel %s says that its figures are those from before",
  async (name, panel, shown) => {
    const { app } = toyApp(SITES, { panel: name, reach: 1100 });
    follow(app, coverageAnswer(app));
    follow(app, provisionAnswer(app));
    follow(app, closureAnswer(app));
    await vi.waitFor(() => expect(shown(app.store.getState())).toBeDefined());
    const before = drawn(app, panel);
    expect(before).not.toContain("Stand vor dem Ziehen");
    expect(before).not.toContain("aria-busy");
    const { coverage } = app.store.getState().transient;
    if (!coverage) throw new Error("not measured");
    changeTransient(app, { drag: { id: "own", lon: 10, lat: 51 }, coverage: { ...coverage } });
    const during = drawn(app, panel);
    expect(during).toContain("Stand vor dem Ziehen – neu gerechnet wird, sobald der Ort losgelassen ist.");
    expect(during).toContain('aria-busy="true"');
  },
);
