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

  it("reads hosts below a domain, ports and paths, as browsers will", () => {
    const hosts = [
      "https://*.example.de",
      "https://*.example.de:8443",
      "https://a.example:*",
      "https://a.example/wfs/",
    ];
    expect(allowedHosts(hosts.join(" "))).toEqual(hosts);
  });

  it.each([
    ...["*", "https:", "http:", "https://*", "https://*:8443", "http://*/", "*:*"].map((host) => [host, "any server"]),
    ["https://*.de", "every server whose name ends in .de"],
    ["https://*.de:8443", "every server whose name ends in .de"],
    ["example.de", "needs its scheme: https://example.de"],
    ["*.example.de", "needs its scheme: https://*.example.de"],
    ...["https://a.example;script-src", "https://a.example/?x", "https://a.example/'x'", "https://a*.example"].map(
      (host) => [host, "is not a server"],
    ),
    ...["data:", "data:text/plain", "ftp://a.example", "https://[::1]", "https://u:p@a.example", "'self'"].map(
      (host) => [host, "is not a server"],
    ),
  ])("refuses %s as a host, for it %s", (host, why) => {
    expect(() => allowedHosts(host)).toThrow(`ANLAUFPUNKT_HOSTS: "${host}"`);
    expect(() => allowedHosts(host)).toThrow(why);
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
