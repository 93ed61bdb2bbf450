import { expect, it } from "vitest";
import { contentSecurityPolicy } from "../../data/content-security-policy.mjs";
import { policyHosts } from "../../src/sources/policy-hosts.ts";

it("reads from the page's policy the hosts that the build wrote into it", () => {
  const hosts = ["https://geodienste.stadt.de", "http://127.0.0.1:8080"];
  expect(policyHosts(contentSecurityPolicy(hosts))).toEqual(hosts);
  expect(policyHosts(contentSecurityPolicy())).toEqual([]);
  expect(policyHosts("")).toEqual([]);
});

it("takes whole origins only, and those of connect-src only", () => {
  const policy =
    "img-src https://bilder.stadt.de; CONNECT-SRC 'self' ws: * https: https://*.stadt.de https://a.stadt.de/pfad https://b.stadt.de data:";
  expect(policyHosts(policy)).toEqual(["https://b.stadt.de"]);
});
