import { afterAll, beforeAll, expect, it } from "vitest";
import { expectNoForeignRequests, openApp, openStage, type Stage, whenReady } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ base: "/amt/soziales/" });
});
afterAll(() => stage?.close());

it("the built app runs under any path of a web server", async () => {
  const actor = await stage.newActor({ width: 640, height: 480 });
  await openApp(actor);
  await actor.page.reload();
  await whenReady(actor);
  const base = new URL(stage.url).pathname;
  expect(base).toBe("/amt/soziales/");
  for (const url of actor.requests.filter((each) => each.startsWith("http"))) {
    expect(new URL(url).pathname.startsWith(base), url).toBe(true);
  }
  expectNoForeignRequests(actor);
  await actor.context.close();
});
