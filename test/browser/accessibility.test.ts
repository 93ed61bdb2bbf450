import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { commonStage, moveTo, type Stage } from "./stage.ts";
import { VIEWS } from "./views.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

describe("accessibility", () => {
  describe.each(["de", "en"])("in %s", (lang) => {
    it.each(VIEWS)("axe finds nothing in the view %s", async (view) => {
      const actor = await stage.sharedActor({ width: 1440, height: 900 });
      await moveTo(actor, `view=${view}&lang=${lang}`);
      // What is examined is this view in this language, not what was open before.
      expect(await actor.page.getAttribute("html", "lang")).toBe(lang);
      expect(new URL(actor.page.url()).searchParams.get("view")).toBe(view);
      expect(await accessibilityFindings(actor)).toEqual([]);
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
