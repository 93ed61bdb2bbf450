/**
 * One entry of `connect-src`, as CSP 3 matches it (§ 6.7.2 “URL matching”). Where browsers differ from the text the narrower one holds:
 * what is called allowed here passes in all of them.
 */
export interface HostSource {
  /** `http` or `https`; absent = that of the page. */
  readonly scheme?: string | undefined;
  /** `stadt.de`, `*.stadt.de` for all hosts below it, or `*`. */
  readonly host: string;
  /** Absent = the usual one of the scheme. */
  readonly port?: string | undefined;
  /** With a slash at its end all that lies below it, else this one; absent = any. */
  readonly path?: string | undefined;
}

const LABEL = "[a-z0-9-]+";
const GRAMMAR = new RegExp(
  String.raw`^(?:(https?)://)?(\*|(?:\*\.)?${LABEL}(?:\.${LABEL})*\.?)(?::(\d+|\*))?(/[^?#;,'"]*)?(?:[?#].*)?$`,
  "i",
);

/** Undefined for what lets no server be asked by http: `'self'`, `data:`, `wss://…`, hashes, and what browsers do not understand. */
export function hostSource(text: string): HostSource | undefined {
  const [, only] = /^(https?):$/i.exec(text) ?? [];
  if (only !== undefined) return { scheme: only.toLowerCase(), host: "*", port: "*" };
  // Alone it is more than a host: any port and both schemes.
  if (text === "*") return { scheme: "http", host: "*", port: "*" };
  const [, scheme, host, port, path] = GRAMMAR.exec(text) ?? [];
  if (host === undefined) return undefined;
  return { scheme: scheme?.toLowerCase(), host: host.toLowerCase(), port, path: path === "" ? undefined : path };
}

export interface MatchedPage {
  /** The page itself came by https. */
  readonly isPageSecure?: boolean | undefined;
  /** After a redirect browsers do not look at the path, so that a policy tells nobody where it leads. */
  readonly isRedirected?: boolean | undefined;
}

/** Whether a browser lets a page with this source ask this address. */
export function isMatched(source: HostSource, address: string, { isPageSecure, isRedirected }: MatchedPage): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, pathname } = new URL(address);
  const scheme = protocol.slice(0, -1);
  const wanted = source.scheme ?? (isPageSecure ? "https" : "http");
  if (scheme !== "http" && scheme !== "https") return false;
  const isUpgraded = wanted === "http" && scheme === "https";
  if (scheme !== wanted && !isUpgraded) return false;
  if (!isHostMatched(source.host, hostname)) return false;
  if (!isPortMatched(source.port, port || usualPort(scheme), scheme, isUpgraded)) return false;
  return source.path === undefined || isRedirected === true || isPathMatched(source.path, pathname);
}

/** `*.stadt.de` is no name of `stadt.de` itself, and not of `meinstadt.de`. */
function isHostMatched(pattern: string, host: string): boolean {
  if (pattern === "*") return true;
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** Of `http://stadt.de:8080` browsers make no `https://stadt.de:8080`, though the text of the standard would; of port 80 they make 443. */
function isPortMatched(wanted: string | undefined, port: string, scheme: string, isUpgraded: boolean): boolean {
  if (wanted === "*") return true;
  if (wanted === undefined) return port === usualPort(scheme);
  return isUpgraded ? wanted === "80" && port === "443" : Number(wanted) === Number(port);
}

function usualPort(scheme: string): string {
  return scheme === "https" ? "443" : "80";
}

function isPathMatched(wanted: string, path: string): boolean {
  const isExact = !wanted.endsWith("/");
  const [a, b] = [wanted.split("/"), path.split("/")];
  if (isExact ? a.length !== b.length : a.length > b.length) return false;
  if (!isExact) a.pop();
  return a.every((piece, at) => decoded(piece) === decoded(b[at] ?? ""));
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
