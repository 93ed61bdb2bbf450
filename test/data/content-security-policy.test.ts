import { describe, expect, it } from "vitest";
import {
  allowedHosts,
  constantStyles,
  contentSecurityPolicy,
  policyHeaderOfPage,
} from "../../data/content-security-policy.mjs";

describe("the content security policy", () => {
  it("allows nothing inline and no eval", () => {
    const policy = contentSecurityPolicy();
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'|'unsafe-hashes'|\*/);
  });

  it("lets data come from the hosts that the build names, and from no others", () => {
    expect(contentSecurityPolicy()).toContain("connect-src 'self';");
    expect(contentSecurityPolicy(["https://daten.example.de"])).toContain(
      "connect-src 'self' https://daten.example.de;",
    );
  });

  it("reads hosts separated by blanks or commas", () => {
    expect(allowedHosts(undefined)).toEqual([]);
    expect(allowedHosts(" https://a.example, https://b.example:8443/\nhttp://localhost:9000")).toEqual([
      "https://a.example",
      "https://b.example:8443",
      "http://localhost:9000",
    ]);
  });

  it.each([
    "*",
    "https://*.example",
    "example.de",
    "https://a.example/path",
    "https:",
    "https://a.example;script-src",
    "data:",
  ])("refuses %s as a host", (host) => {
    expect(() => allowedHosts(host)).toThrow("ANLAUFPUNKT_HOSTS");
  });

  it("finds the whole style texts of the libraries, with nothing left to fill in", () => {
    const styles = constantStyles();
    expect(styles).toHaveLength(3);
    for (const style of styles) {
      expect(style).toMatch(/^(:where|@layer)[\s\S]*\}$/);
      expect(style).not.toContain("$");
    }
  });

  it("is taken from the page as it stands there, and a page without one is refused", () => {
    const page = `<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}" />`;
    expect(policyHeaderOfPage(page)).toBe(`${contentSecurityPolicy()}; frame-ancestors 'none'`);
    expect(() => policyHeaderOfPage("<p>")).toThrow("no content security policy");
  });
});
