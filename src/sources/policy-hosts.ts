import { hostSource } from "./host-source.ts";

/**
 * Servers beside its own that a content security policy lets its page ask: what `connect-src` names of them, as it stands there (without
 * `connect-src` it is `default-src`). The page's own policy is the one place where they stand, so that what the app offers and what the
 * browser lets through cannot differ.
 */
export function policyHosts(policy: string): readonly string[] {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  const named = (wanted: string) => directives.find(([name]) => name?.toLowerCase() === wanted)?.slice(1);
  const sources = named("connect-src") ?? named("default-src") ?? [];
  return sources.filter((source) => hostSource(source) !== undefined);
}
