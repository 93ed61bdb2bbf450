/**
 * Origins beside its own that a content security policy lets its page ask: the whole origins at `connect-src`. The page's own policy is
 * the one place where they stand, so that what the app offers and what the browser lets through cannot differ.
 */
export function policyHosts(policy: string): readonly string[] {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  const sources = directives.find(([name]) => name?.toLowerCase() === "connect-src") ?? [];
  return sources.filter(
    (source) => /^https?:\/\/[^*]+$/i.test(source) && URL.canParse(source) && new URL(source).origin === source,
  );
}
