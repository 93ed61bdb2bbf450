import { expect, it } from "vitest";
import { contentSecurityPolicy } from "../../data/content-security-policy.mjs";
import { policyHosts } from "../../src/sources/policy-hosts.ts";

it("reads from the page's policy the hosts that the build wrote into it", () => {
  const hosts = ["https://geodienste.stadt.de", "http://127.0.0.1:8080", "https://*.stadt.de/wfs/"];
  expect(policyHosts(contentSecurityPolicy(hosts))).toEqual(hosts);
  expect(policyHosts(contentSecurityPolicy())).toEqual([]);
  expect(policyHosts("")).toEqual([]);
});

it("takes what browsers understand as servers, of connect-src or else of default-src", () => {
  const policy =
    "img-src https://bilder.stadt.de; CONNECT-SRC 'self' ws: https://*.stadt.de:8443 https://a.stadt.de/pfad/ b.stadt.de data: https://[::1]; connect-src *";
  expect(policyHosts(policy)).toEqual(["https://*.stadt.de:8443", "https://a.stadt.de/pfad/", "b.stadt.de"]);
  expect(policyHosts("default-src https: 'self'")).toEqual(["https:"]);
  expect(policyHosts("default-src https:; connect-src 'none'")).toEqual([]);
});
