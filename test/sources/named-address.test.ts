import { describe, expect, it } from "vitest";
import { isAllowed, namedAddress } from "../../src/sources/named-address.ts";

describe("an address that is named without how it is reached", () => {
  it.each([
    ["geo.stadt.de/wfs", ["https://geo.stadt.de"], "https://geo.stadt.de/wfs"],
    ["geo.stadt.de/wfs", ["https://*.stadt.de"], "https://geo.stadt.de/wfs"],
    // Where the page's policy names it without encryption only, that is how it is there.
    ["geo.stadt.de/wfs", ["http://geo.stadt.de"], "http://geo.stadt.de/wfs"],
    ["127.0.0.1:8081/wfs", ["http://127.0.0.1:8081"], "http://127.0.0.1:8081/wfs"],
    ["geo.stadt.de/wfs", ["http://geo.stadt.de", "https://geo.stadt.de"], "https://geo.stadt.de/wfs"],
    ["geo.stadt.de/wfs", ["geo.stadt.de"], "https://geo.stadt.de/wfs"],
  ])("„%s“ where %j is allowed → %s", (text, hosts, expected) => {
    expect(namedAddress(text, { hosts })).toBe(expected);
  });

  it("stays with https where the page itself came by it", () => {
    const allowed = { hosts: ["http://geo.stadt.de"], isPageSecure: true };
    expect(() => namedAddress("http://geo.stadt.de/wfs", allowed)).toThrow("insecure");
    expect(isAllowed("https://geo.stadt.de/wfs", allowed)).toBe(true);
    expect(namedAddress("geo.stadt.de/wfs", allowed)).toBe("https://geo.stadt.de/wfs");
  });
});
