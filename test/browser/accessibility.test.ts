import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
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
      expect(await accessibilityFindings(actor)).toEqual([]);
      await actor.context.close();
    });
  });

  it("axe runs under the policy and finds what was planted", async () => {
    const actor = await stage.newActor();
    await actor.page.goto(stage.url, { waitUntil: "domcontentloaded" });
    await actor.page.evaluate(() => document.body.append(document.createElement("button")));
    expect(await accessibilityFindings(actor)).toContainEqual(expect.stringMatching(/^button-name: /));
    await actor.context.close();
  });
});
