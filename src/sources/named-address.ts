import { ServerTrouble } from "./server-trouble.ts";

export interface AllowedServers {
  /** Origins that the build allows. */
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
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
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
export function checkAllowed(address: string, { hosts, isPageSecure }: AllowedServers): void {
  const url = new URL(address);
  if (hosts.length === 0) throw new ServerTrouble("no-hosts", address);
  if (!hosts.includes(url.origin)) throw new ServerTrouble("host-not-allowed", address);
  if (isPageSecure && url.protocol === "http:" && !THIS_COMPUTER.test(url.hostname)) {
    throw new ServerTrouble("insecure", address);
  }
}

export function isAllowed(address: string, { hosts }: AllowedServers): boolean {
  return URL.canParse(address) && hosts.includes(new URL(address).origin);
}
