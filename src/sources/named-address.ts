import { hostSource, isMatched } from "./host-source.ts";
import { ServerTrouble } from "./server-trouble.ts";

export interface AllowedServers {
  /** Servers that the page's policy allows, as it writes them: `https://geo.stadt.de`, `https://*.stadt.de:8443`. */
  readonly hosts: readonly string[];
  /** The page itself came by https. */
  readonly isPageSecure?: boolean | undefined;
}

const THIS_COMPUTER = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The address that a user means, made whole: `geodienste.stadt.de/wfs` gets its https. Nothing is asked of anybody.
 * @throws ServerTrouble when it is none, or one that may not be asked
 */
export function namedAddress(text: string, allowed: AllowedServers): string {
  const trimmed = text.trim();
  if (allowed.hosts.length === 0) throw new ServerTrouble("no-hosts", trimmed);
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : withScheme(trimmed, allowed);
  const url = trimmed !== "" && URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "") throw new ServerTrouble("no-address", trimmed);
  url.hash = "";
  // Passwords do not belong into a list that others may see; and no browser sends them to a server of another origin.
  url.username = "";
  url.password = "";
  checkAllowed(url.href, allowed);
  return url.href;
}

/**
 * Every request passes here, those that a server's own answer leads to as well.
 * @throws ServerTrouble when the address may not be asked
 */
export function checkAllowed(address: string, allowed: AllowedServers): void {
  const url = new URL(address);
  if (allowed.hosts.length === 0) throw new ServerTrouble("no-hosts", address);
  if (!isAllowed(address, allowed)) throw new ServerTrouble("host-not-allowed", address);
  if (allowed.isPageSecure && url.protocol === "http:" && !THIS_COMPUTER.test(url.hostname)) {
    throw new ServerTrouble("insecure", address);
  }
}

/** Whether the browser will let this page ask an address; `isRedirected` = a server that was asked leads there. */
export function isAllowed(address: string, { hosts, isPageSecure }: AllowedServers, isRedirected = false): boolean {
  return hosts.some((host) => {
    const source = hostSource(host);
    return source !== undefined && isMatched(source, address, { isPageSecure, isRedirected });
  });
}

/** Where nobody has said how, by https – unless the server is allowed, and can be asked, without it only. */
function withScheme(text: string, { hosts, isPageSecure }: AllowedServers): string {
  const [safe, plain] = [`https://${text}`, `http://${text}`];
  if (!URL.canParse(plain) || (isPageSecure && !THIS_COMPUTER.test(new URL(plain).hostname))) return safe;
  const named = hosts.flatMap((host) => hostSource(host) ?? []);
  // That a source for http allows https as well does not say that anybody is there.
  const isSafe = named.some((source) => source.scheme !== "http" && isMatched(source, safe, { isPageSecure }));
  return !isSafe && named.some((source) => isMatched(source, plain, { isPageSecure })) ? plain : safe;
}
