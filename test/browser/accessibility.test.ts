import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccessible } from "./expect-accessible.ts";
import { openApp, openStage, type Stage } from "./stage.ts";
import { VIEWS } from "./views.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe("accessibility", () => {
  describe.each(["de", "en"])("in %s", (lang) => {
    it.each(VIEWS)("axe finds nothing in the view %s", async (view) => {
      const actor = await stage.newActor({ width: 1440, height: 900 });
      await openApp(actor, `view=${view}&lang=${lang}`);
      await expectAccessible(actor);
      await actor.context.close();
    });
  });

  it("axe runs under the policy and finds what was planted", async () => {
    const actor = await stage.newActor();
    await actor.page.goto(stage.url, { waitUntil: "domcontentloaded" });
    await actor.page.evaluate(() => document.body.append(document.createElement("button")));
    await expect(expectAccessible(actor)).rejects.toThrow(/button-name/);
    await actor.context.close();
  });
});
