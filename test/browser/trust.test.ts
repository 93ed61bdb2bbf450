import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { APP_FOLDER } from "../../data/set-up.mjs";
import { type Actor, expectNoForeignRequests, expectNoViolations, moveTo, openStage, type Stage } from "./stage.ts";
import { VIEWS } from "./views.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());
beforeEach(() => {
  stage.violations.length = 0;
  stage.foreign.asked.length = 0;
});

/** The app's page without waiting for the app: what the browser allows does not depend on what the app does, nor on its size. */
async function openPage(ignorePolicy = false): Promise<Actor> {
  const actor = await stage.newActor({ ignorePolicy, width: 320, height: 240 });
  await actor.page.goto(stage.url, { waitUntil: "domcontentloaded" });
  return actor;
}

describe("no third party", () => {
  it.each(VIEWS)("the view %s asks nobody but its own origin and stays within the policy", async (view) => {
    const actor = await stage.sharedActor();
    await moveTo(actor, `view=${view}`);
    expect(new URL(actor.page.url()).searchParams.get("view")).toBe(view);
    await actor.page.waitForLoadState("networkidle");
    expect(actor.requests.length).toBeGreaterThan(3);
    expectNoForeignRequests(actor);
    await expectNoViolations(actor);
    expect(actor.errors).toEqual([]);
  });

  it("a request to another origin would be noticed, from the page and from a worker", async () => {
    const actor = await openPage(true);
    await actor.page.evaluate(async () => {
      await fetch("http://page.example/x").catch(() => undefined);
      const source = `fetch("http://worker.example/y").catch(() => 0).then(() => postMessage(0))`;
      const worker = new Worker(URL.createObjectURL(new Blob([source])));
      await new Promise((resolve) => {
        worker.onmessage = resolve;
      });
    });
    expect(stage.foreign.asked).toEqual(
      expect.arrayContaining([
        expect.stringContaining("http://page.example/x"),
        expect.stringContaining("http://worker.example/y"),
      ]),
    );
    expect(() => expectNoForeignRequests(actor)).toThrow();
    await actor.context.close();
  });
});

describe("content security policy", () => {
  it("the header says what the meta tag says, and who may frame the app", async () => {
    const response = await fetch(stage.url);
    const html = await response.text();
    const meta = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    const header = response.headers.get("content-security-policy")?.replace(/; report-uri \S+$/, "");
    expect(header).toBe(`${meta}; frame-ancestors 'none'`);
  });

  it("allows scripts of the own origin and WebAssembly only, and no inline style but those named by hash", async () => {
    const html = readFileSync(join(APP_FOLDER, "index.html"), "utf8");
    const policy = new Map(
      (/http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "").split("; ").map((part) => {
        const [name = "", ...sources] = part.split(" ");
        return [name, sources] as const;
      }),
    );
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    const [self, ...hashes] = policy.get("style-src") ?? [];
    expect(self).toBe("'self'");
    for (const hash of hashes) expect(hash).toMatch(/^'sha256-[\w+/]{43}='$/);
  });

  it("stands in the page before anything that it governs", () => {
    const html = readFileSync(join(APP_FOLDER, "index.html"), "utf8");
    const policyAt = html.indexOf("Content-Security-Policy");
    for (const governed of ["<script", "<link", "<style", "<img"]) {
      const at = html.indexOf(governed);
      if (at >= 0) expect(at).toBeGreaterThan(policyAt);
    }
    expect(policyAt).toBeGreaterThan(html.indexOf("charset"));
  });

  it("refuses an inline script, an inline style and a request elsewhere, and the refusals are seen", async () => {
    const actor = await openPage();
    await actor.page.evaluate(async () => {
      const script = document.createElement("script");
      script.textContent = "window.planted = true";
      const style = document.createElement("style");
      style.textContent = "body { outline: 1px solid }";
      document.head.append(script, style);
      await fetch("https://elsewhere.example/").catch(() => undefined);
    });
    expect(await actor.page.evaluate(() => "planted" in window)).toBe(false);
    await expect
      .poll(() => stage.violations)
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining("script-src-elem: inline"),
          expect.stringContaining("style-src-elem: inline"),
          expect.stringContaining("connect-src: https://elsewhere.example"),
        ]),
      );
    expect(stage.foreign.asked).toEqual([]);
    await expect(expectNoViolations(actor)).rejects.toThrow();
    await actor.context.close();
  });

  it("binds workers too", async () => {
    const actor = await openPage();
    // Any script of the app will do as a worker that tries to reach another origin.
    const script = (await actor.page.content()).match(/src="\.\/(assets\/[^"]+\.js)"/)?.[1];
    expect(script).toBeDefined();
    await actor.page.route(`**/${script}?planted`, async (route) => {
      const genuine = await fetch(stage.url + script);
      const policy = genuine.headers.get("content-security-policy") ?? "";
      await route.fulfill({
        contentType: "text/javascript",
        headers: { "content-security-policy": policy },
        body: `fetch("https://worker.example/").catch(() => postMessage("refused"))`,
      });
    });
    const answer = await actor.page.evaluate(async (url) => {
      const worker = new Worker(url);
      return new Promise((resolve) => {
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = () => resolve("no worker");
      });
    }, `${stage.url}${script}?planted`);
    expect(answer).toBe("refused");
    await expect.poll(() => stage.violations.join()).toContain("https://worker.example");
    expect(stage.foreign.asked).toEqual([]);
    await actor.context.close();
  });
});
